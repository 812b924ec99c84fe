"""A small county with something to come, for tests of forecasts."""

from __future__ import annotations

from datetime import date

from planner.county.records import AbsenceKind, MoveKind, Post, Sex, UnitKind
from planner.document import Document
from planner.forecast.months import Forecast, forecast
from tests.planner.building import TODAY, Building

RETIRES = date(2027, 9, 1)  # the first day after service of a man born in January 1967
RETURNS = date(2027, 4, 1)  # back from the draw-off
MOVES = date(2027, 2, 1)  # an approved transfer to the station


class AheadCounty(Building):
    """Five at a station, one of them drawn off until March 2027 and one who retires; six at headquarters."""

    def __init__(self) -> None:
        super().__init__()
        self.station = self.unit("城关派出所")
        self.office = self.unit("刑侦大队", UnitKind.ENFORCEMENT)
        born = {"birth": date(1990, 1, 1), "sex": Sex.FEMALE}
        self.stays = self.people(3, self.station, Post.COMMUNITY, **born)
        self.drawn_off = self.person(self.station, Post.CASE, name="李四", **born)
        self.second(self.drawn_off, self.office, from_=date(2026, 6, 1), until=date(2027, 3, 31))
        self.old = self.person(
            self.station, Post.COMMUNITY, name="张三", birth=date(1967, 1, 1), sex=Sex.MALE
        )
        self.others = self.people(6, self.office, **born)

    def transfer(self) -> int:
        """Approve the transfer of somebody at headquarters to the station."""
        self.move(self.others[0], MoveKind.TRANSFER, self.station, Post.CASE, MOVES)
        return self.others[0]

    def leave(self) -> int:
        """Record a maternity leave that is still to come."""
        self.absent(self.stays[0], AbsenceKind.MATERNITY, date(2027, 5, 10), date(2027, 8, 20))
        return self.stays[0]

    def document(self) -> Document:
        return Document(self.county, self.policy)

    def forecast(self, months: int = 12, on: date = TODAY) -> Forecast:
        return forecast(self.document(), on, months)
