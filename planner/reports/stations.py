"""Every station as a row on all ledgers, with what it is required and what it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.audit.ledgers import SCALE, Ledger
from planner.audit.results import Audit, Target
from planner.audit.rules.community_share import is_judged
from planner.county.records import Unit
from planner.policy.share import Share
from planner.reports.figures import amount, required_words, short_units, unit_labels
from planner.reports.paper import Amount, Ratio
from planner.reports.targets import VERDICTS, Verdict
from planner.text import Text

_ALL_OFFICER = Text("全员化", "all officers")


@dataclass(frozen=True, slots=True)
class StationRow:
    """One station's counts on the three ledgers and how it is judged at present."""

    number: int
    name: str
    full_name: str
    authorised: int | None
    books: int
    present: int
    effective: int | Amount
    minimum: int | None  # None: the rule is off
    minimum_short: int
    community_books: Ratio
    community: Ratio
    community_effective: Ratio
    community_short: int
    community_met: bool | None  # None: not judged
    all_officer: bool
    required: Share

    @property
    def gap(self) -> int:
        """Present less books."""
        return self.present - self.books

    @property
    def verdict(self) -> Verdict:
        """How the station stands on the rules that judge it."""
        if self.minimum_short or self.community_met is False:
            return Verdict.SHORT
        return Verdict.MET if self.minimum is not None or self.community_met else Verdict.NOT_JUDGED

    @property
    def remark(self) -> Text:
        """The verdict in words, 全员化 named where it is why a share is not judged."""
        words = VERDICTS[self.verdict]
        if not self.all_officer:
            return words
        return Text(f"{words.zh}({_ALL_OFFICER.zh})", f"{words.en} ({_ALL_OFFICER.en})")

    @property
    def required_words(self) -> str:
        """The community share that is required."""
        return required_words(self.required)


def station_rows(audit: Audit) -> Sequence[StationRow]:
    """Return a row per station, in the order of the county."""
    minimum = {t.unit: t for t in short_units(audit, "station_minimum")}
    community = {t.unit: t for t in short_units(audit, "community_share")}
    labels = unit_labels(audit.state)
    return [
        _row(audit, number, unit, labels[unit.id], minimum.get(unit.id), community.get(unit.id))
        for number, unit in enumerate(audit.state.stations(), 1)
    ]


def _row(
    audit: Audit, number: int, unit: Unit, name: str, minimum: Target | None, community: Target | None
) -> StationRow:
    books, present, effective = (audit.ledgers.unit(ledger, unit.id) for ledger in Ledger)
    least = minimum.required if minimum is not None and isinstance(minimum.required, int) else None
    return StationRow(
        number,
        name,
        unit.name,
        unit.authorised,
        books.officers,
        present.officers,
        amount(effective.officers, Ledger.EFFECTIVE),
        least,
        minimum.shortfall if minimum else 0,
        Ratio(books.community, books.officers),
        Ratio(present.community, present.officers),
        Ratio(effective.community, effective.officers, SCALE[Ledger.EFFECTIVE]),
        community.shortfall if community else 0,
        community.met if community else None,
        not is_judged(unit),
        audit.state.policy.share("community_share.required"),
    )
