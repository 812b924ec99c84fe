"""The people who make the books and the present figures of the stations differ, by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.audit.results import Audit
from planner.county.state import Placed, Standing, State
from planner.reports.figures import place, unit_labels
from planner.text import Text, same

_WHY = {
    Standing.SECONDED_INSIDE: Text("抽调借调", "seconded"),
    Standing.SECONDED_OUTSIDE: Text("抽调借调至局外", "seconded outside"),
    Standing.SENT_OUT: Text("组织选派", "sent out"),
    Standing.LONG_ABSENT: Text("不在岗", "not present"),
    Standing.DETAILED_DOWN: Text("机关下派", "detailed down"),
}


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One officer whom one ledger counts in a station and the other does not."""

    name: str
    badge: str
    home: str
    where: Text
    why: Text
    change: int  # what the officer adds to the stations' present count: 1 or -1
    to_verify: bool  # only the remarks say so, and nobody has confirmed it

    @property
    def state(self) -> Text:
        """Why the ledgers differ, and whether that is still to be verified."""
        if not self.to_verify:
            return self.why
        return Text(f"{self.why.zh}(待核实)", f"{self.why.en} (to verify)")

    @property
    def short(self) -> Text:
        """The officer in a few words, as the one page lists people."""
        if self.where.zh:
            return Text(
                f"{self.name}({self.home}→{self.where.zh})", f"{self.name} ({self.home} → {self.where.en})"
            )
        return Text(f"{self.name}({self.home},{self.why.zh})", f"{self.name} ({self.home}, {self.why.en})")


def difference_rows(audit: Audit) -> Sequence[DifferenceRow]:
    """Return who is booked in a station but not present in one, then the other way round.

    The drawn off come first, each by home unit. Why somebody is absent for long is private: the
    paper says only that they are not present.
    """
    state = audit.state
    stations = {u.id for u in state.stations()}
    labels = unit_labels(state)
    changed = [(p, (p.present_unit in stations) - (p.books_unit in stations)) for p in state.counted()]
    order = {id_: i for i, id_ in enumerate(state.county.units)}
    away = sorted(
        ((p, change) for p, change in changed if change),
        key=lambda item: (item[1], not item[0].drawn_off, order.get(item[0].home or 0, 0)),
    )
    return [_row(state, p, change, labels) for p, change in away]


def _row(state: State, placed: Placed, change: int, labels: Mapping[int, str]) -> DifferenceRow:
    stays = placed.standing is Standing.LONG_ABSENT or placed.secondment is None
    return DifferenceRow(
        placed.person.name,
        placed.person.badge_number,
        labels.get(placed.home, "") if placed.home is not None else "",
        same("") if stays else place(state, placed, labels),
        _WHY.get(placed.standing, Text("不在岗", "not present")),
        change,
        placed.secondment is not None and placed.secondment.to_verify,
    )
