"""Whole workbooks of synthetic counties, imported and held against the truth they were written from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from planner.audit.ledgers import Ledger, Ledgers, count
from planner.county.records import County
from planner.county.state import Placed, Standing, State, state
from planner.files.imported import Imported
from planner.files.importing import import_workbook
from planner.files.issues import IssueKind
from planner.files.reading import read_workbook
from planner.policy.policy import default_policy
from planner.samples import (
    OFFICIAL,
    PLAIN,
    ROSTER_ONLY,
    ExpectedCounts,
    SampleCounty,
    Style,
    expected_counts,
    generate,
    messy_roster,
    write_workbook,
)

SEEDS = range(12)
SIZES = (60, 90, 130, 180, 240, 300)


def imported_sample(sample: SampleCounty, style: Style, folder: Path) -> Imported:
    path = folder / "county.xlsx"
    write_workbook(sample, path, style)
    return import_workbook(read_workbook(path), on=sample.as_of)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("style", [OFFICIAL, PLAIN], ids=lambda s: s.name)
def test_a_whole_workbook_is_counted_as_it_was_meant(seed: int, style: Style, tmp_path: Path) -> None:
    sample = generate(seed, SIZES[seed % len(SIZES)])
    imported = imported_sample(sample, style, tmp_path)
    assert_counted_as_meant(imported, sample)
    assert imported.people_rows == len(sample.people)
    assert not style.laid_out or imported.document.county.name == sample.bureau


@pytest.mark.parametrize("seed", SEEDS)
def test_a_lone_messy_roster_is_counted_as_it_was_meant(seed: int, tmp_path: Path) -> None:
    sample = messy_roster(seed)
    imported = imported_sample(sample, ROSTER_ONLY, tmp_path)
    assert imported.people_rows == 186
    assert_counted_as_meant(imported, sample)


@pytest.mark.parametrize("seed", range(4))
def test_totals_of_the_file_are_held_against_what_was_read(seed: int, tmp_path: Path) -> None:
    sample = generate(seed, 120)
    imported = imported_sample(sample, OFFICIAL, tmp_path)
    wrong = [t.unit for t in imported.totals if not t.agrees]
    assert wrong == [sample.wrong_subtotal]
    assert len(imported.totals) == len(sample.units) + 1
    assert [i.kind for i in imported.issues].count(IssueKind.SUBTOTAL) == 1


def assert_counted_as_meant(imported: Imported, sample: SampleCounty) -> None:
    county = imported.document.county
    found = state(county, sample.as_of, default_policy(), "in_force")
    _compare(found, county, sample, expected_counts(sample, sample.as_of))


def _compare(found: State, county: County, sample: SampleCounty, expected: ExpectedCounts) -> None:
    ledgers = count(found)
    names = {u.id: u.name for u in county.units.values()}
    assert ledgers.base[Ledger.PRESENT] == expected.total
    assert _officers(ledgers, Ledger.BOOKS, names) == dict(expected.books)
    assert _officers(ledgers, Ledger.PRESENT, names) == dict(expected.present)
    assert _community(ledgers, Ledger.BOOKS, names) == dict(expected.community_books)
    assert _community(ledgers, Ledger.PRESENT, names) == dict(expected.community_present)
    drawn_off = [p for p in found.placed.values() if p.drawn_off]
    assert _names(drawn_off) == _meant(sample, expected.drawn_off)
    assert _names([p for p in drawn_off if found.is_kept(p)]) == _meant(sample, expected.kept)
    sent_out = [p for p in found.placed.values() if p.standing is Standing.SENT_OUT]
    assert _names(sent_out) == _meant(sample, expected.sent_out)
    guests = [p for p in found.placed.values() if p.standing is Standing.OTHER_BUREAU]
    assert _names(guests) == _meant(sample, expected.other_bureau)


def _officers(ledgers: Ledgers, ledger: Ledger, names: Mapping[int, str]) -> dict[str, int]:
    return {names[unit]: c.officers for unit, c in ledgers.units[ledger].items() if c.officers}


def _community(ledgers: Ledgers, ledger: Ledger, names: Mapping[int, str]) -> dict[str, int]:
    return {names[unit]: c.community for unit, c in ledgers.units[ledger].items() if c.community}


def _names(placed: list[Placed]) -> Counter[str]:
    return Counter(p.person.name for p in placed)


def _meant(sample: SampleCounty, numbers: tuple[int, ...]) -> Counter[str]:
    return Counter(sample.people[n - 1].name for n in numbers)


def test_the_day_of_the_import_bounds_only_what_dates_can_be(tmp_path: Path) -> None:
    sample = generate(3, 90)
    path = tmp_path / "county.xlsx"
    write_workbook(sample, path)
    first = import_workbook(read_workbook(path), on=date(2026, 11, 24))
    later = import_workbook(read_workbook(path), on=date(2027, 6, 1))
    assert first.document == later.document
