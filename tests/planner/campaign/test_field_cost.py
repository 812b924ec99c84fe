from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from planner.campaign.answer import cost_words, hours
from planner.campaign.field_cost import FieldCosts, StationCost
from planner.county.duty import NO_DUTY, Cell, DutyBook, DutyMonth
from planner.county.records import Category, Post, UnitKind
from tests.planner.building import Building

FIRST, LAST = date(2027, 3, 1), date(2027, 3, 14)  # ten working days of eight hours


class Station(Building):
    """Two dedicated community officers and two on cases; two on duty at every moment."""

    def __init__(self, **fields: object) -> None:
        super().__init__()
        self.station = self.unit("城关派出所", **fields)
        self.beat = self.people(2, self.station, Post.COMMUNITY, dedicated=True)
        self.case = self.people(2, self.station, Post.CASE)

    def cost(self, *gone: int, book: DutyBook = NO_DUTY) -> StationCost:
        [cost] = FieldCosts(self.state(FIRST), book, FIRST, LAST).of(gone)
        return cost


def test_a_dedicated_officer_who_goes_takes_the_required_share_of_the_working_days() -> None:
    station = Station()
    cost = station.cost(station.beat[0])
    assert (cost.own, cost.duty, cost.displaced, cost.lost) == (64, None, None, 64)
    assert cost.before == (128, 160)
    assert cost.after == (64, 80)
    assert cost.tenths == (800, 800)


def test_an_officer_on_cases_costs_no_field_time_but_the_duty_the_beats_take_over() -> None:
    station = Station(duty_cover=2)
    cost = station.cost(station.case[0])
    policy = station.policy
    a_day = Fraction(2 * 24 * policy.count("duty.counted_hours"), policy.count("duty.presence_hours"))
    assert cost.own == 0
    assert cost.duty == a_day * 14 / 4
    assert cost.displaced == cost.duty * 2 / 3
    assert cost.tenths == (800, int((128 - cost.displaced) * 1000 / 160))


def test_auxiliaries_take_seats_of_duty_first() -> None:
    alone, helped = Station(duty_cover=2), Station(duty_cover=2)
    helped.people(3, helped.station, category=Category.AUXILIARY)
    before, after = alone.cost(alone.case[0]).duty, helped.cost(helped.case[0]).duty
    assert before is not None
    assert after is not None
    assert after < before


def test_with_the_wide_reading_duty_takes_no_field_time() -> None:
    station = Station(duty_cover=2)
    station.override("counting.area", "station")
    assert station.cost(station.case[0]).displaced == 0


def test_a_roster_tells_the_hours_of_its_month_within_the_campaign() -> None:
    station = Station()
    codes = station.policy.duty_codes
    beat = next(id_ for id_, code in codes.items() if code.field == "beat" and code.is_work)
    row = {day: Cell(beat) for day in (3, 4, 20)}
    month = DutyMonth(station.station, date(2027, 3, 1), planned={station.beat[0]: row})
    book = replace(NO_DUTY, months={month.key: month})
    assert station.cost(station.beat[0], book=book).own == 2 * codes[beat].counted
    assert station.cost(station.beat[1], book=book).own == 64


def test_headquarters_cost_no_field_time() -> None:
    station = Station()
    clerk = station.person(station.unit("政工室", UnitKind.ADMINISTRATIVE))
    assert FieldCosts(station.state(FIRST), NO_DUTY, FIRST, LAST).of([clerk]) == []


def test_a_station_without_given_duty_says_no_data() -> None:
    station = Station()
    said = cost_words(station.cost(station.beat[0]))
    assert said.zh == (
        "抽出 1 人:在辖区时间减少 64 小时,去者 64 小时,值班负担无数据(未填每日值班人数),"
        "占比 80.0% → 80.0%(−0.0 个百分点)。"
    )
    assert "no data" in said.en


def test_hours_are_rounded_up() -> None:
    assert (hours(Fraction(1, 3)), hours(Fraction(4))) == (1, 4)


def test_where_no_dedicated_officer_is_left_there_is_no_share_after() -> None:
    station = Station()
    cost = station.cost(*station.beat)
    assert cost.tenths == (800, None)
    assert "再无专职社区民警" in cost_words(cost).zh
    assert Station().cost(station.case[0]).tenths == (800, 800)
