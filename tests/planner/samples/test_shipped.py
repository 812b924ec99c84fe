"""The sample county that ships with the program."""

from __future__ import annotations

import zipfile
from pathlib import Path

from planner.assets import asset
from planner.document import Document
from planner.optimise.planning import plan
from planner.samples import expected_counts, generate, write_sample
from tests.planner.samples.as_county import as_county

SEED = 37


def _members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist()}


def test_the_shipped_workbook_is_what_its_seed_gives(tmp_path: Path) -> None:
    # Compared inside the archive: how tightly it is packed depends on the compression library.
    written = write_sample(tmp_path / "county.xlsx", seed=SEED)
    assert _members(asset("sample", "county.xlsx")) == _members(written)


def test_it_complies_on_paper_and_is_short_in_fact() -> None:
    sample = generate(SEED)
    counts = expected_counts(sample, sample.as_of)
    assert counts.total == 180
    assert 41 <= 100 * counts.station_books / 180 <= 42
    assert 36 <= 100 * counts.station_present / 180 <= 38
    stations = [u.name for u in sample.units if u.is_station]
    judged = [u.name for u in sample.units if u.is_station and u.two_teams is not False]
    short = [s for s in judged if 5 * counts.community_present[s] < 2 * counts.present[s]]
    assert 3 <= len(short) <= 6
    assert min(counts.books[s] for s in stations) == 3
    assert min(counts.present[s] for s in stations) == 2


def test_the_planner_repairs_it_with_a_moderate_number_of_moves() -> None:
    sample = generate(SEED)
    proposal = plan(Document(as_county(sample)), sample.as_of, both=False)
    assert proposal.status == "optimal"
    unmet = {t.rule for t in proposal.after.targets if not t.met and t.ledger == "present"}
    assert unmet <= {"secondment", "ledger_gap"}  # outside borrowers must still be asked
    assert 6 <= len(proposal.moves) <= 20
