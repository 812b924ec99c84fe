"""Duty rosters to print: stations and a custody unit with their month planned."""

from __future__ import annotations

from datetime import date
from functools import cache

from planner.county.records import AbsenceKind, Category, Post, UnitKind
from planner.document import Document
from planner.edits.duty import take_roster
from planner.optimise.duty.filling import Limits, fill
from planner.reports.duty_roster import WallRoster, gather_roster
from planner.reports.paper import PaperSize, Request, UnitMonth
from planner.reports.write import report_pdf
from planner.text import Language
from tests.planner.building import TODAY, Building

NOVEMBER = date(2026, 11, 1)
LONG = "阿卜杜热合曼·买买提江"


class Wall(Building):
    """One unit whose roster is printed."""

    def __init__(self, name: str = "城关派出所", kind: UnitKind = UnitKind.STATION) -> None:
        super().__init__()
        self.id = self.unit(name, kind)
        self.month = NOVEMBER
        self._cells: dict[tuple[int, int], str] = {}

    def plan(self, person: int, codes: str, first: int = 1) -> None:
        """Plan codes, parted by blanks, from a day on."""
        self._cells |= {(person, day): code for day, code in enumerate(codes.split(), first)}

    @property
    def document(self) -> Document:
        document = Document(self.county, self.policy)
        return take_roster(document, self.id, self.month, dict(self._cells)) if self._cells else document

    def roster(self, paper: PaperSize = PaperSize.FITTING) -> WallRoster:
        about = UnitMonth(self.id, self.month, paper)
        return gather_roster(Request(self.document, TODAY, about=about))

    def pdf(self, language: Language = "zh", paper: PaperSize = PaperSize.FITTING) -> bytes:
        return pdf(self.document, self.id, language, paper, self.month)


def pdf(
    document: Document,
    unit: int,
    language: Language = "zh",
    paper: PaperSize = PaperSize.FITTING,
    month: date = NOVEMBER,
) -> bytes:
    about = UnitMonth(unit, month, paper)
    return report_pdf(document, TODAY, "duty", None, language, "花名册.jingli", about)


@cache
def station(officers: int, auxiliaries: int = 0) -> tuple[Document, int]:
    """Return a station with its November filled."""
    w = Wall()
    w.person(w.id, Post.LEADER, name="王宇")
    w.person(w.id, Post.LEADER, name=LONG)
    w.people(officers // 2 - 2, w.id, Post.COMMUNITY, dedicated=True)
    w.people(officers - officers // 2, w.id, Post.CASE)
    w.people(auxiliaries, w.id, category=Category.AUXILIARY)
    return _filled(w)


@cache
def custody() -> tuple[Document, int]:
    """Return a custody unit with its November filled."""
    w = Wall("看守所", UnitKind.CUSTODY)
    w.people(4, w.id, Post.LEADER)
    w.people(11, w.id)
    return _filled(w)


def _filled(w: Wall) -> tuple[Document, int]:
    proposal = fill(w.document, w.id, NOVEMBER, Limits(5))
    return take_roster(w.document, w.id, NOVEMBER, proposal.cells), w.id


def private() -> Wall:
    """Return a station with somebody ill, somebody on maternity leave and somebody on holiday."""
    w = Wall()
    w.plan(w.person(w.id, Post.LEADER, name="王宇"), "duty rest office")
    w.plan(w.person(w.id, name="孙立"), "sick sick sick")
    w.plan(w.person(w.id, name="张伟"), "leave leave leave")
    mother = w.person(w.id, name="何芳")
    w.absent(mother, AbsenceKind.MATERNITY, date(2026, 11, 4), date(2026, 11, 30))
    w.plan(mother, "office office office")
    return w
