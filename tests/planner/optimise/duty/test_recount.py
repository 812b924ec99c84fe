from __future__ import annotations

from planner.county.records import UnitKind
from planner.optimise.duty.month import month_of
from planner.optimise.duty.recount import faults, shortfalls
from tests.planner.optimise.duty.stations import NOVEMBER, OCTOBER, Station

DAYS = range(1, 31)


def _covered(s: Station) -> dict[tuple[int, int], str]:
    """Return a sound month of six: two on duty on every third day."""
    return {(p, day): "duty" for day in DAYS for p in s.others[2 * (day % 3) : 2 * (day % 3) + 2]}


def _rules(s: Station, cells: dict[tuple[int, int], str]) -> list[str]:
    return [short.rule for short in shortfalls(month_of(s.document, s.id, NOVEMBER), cells)]


def _faults(s: Station, cells: dict[tuple[int, int], str]) -> list[str]:
    return list(faults(month_of(s.document, s.id, NOVEMBER), cells))


def test_a_sound_month_has_neither_faults_nor_shortfalls() -> None:
    s = Station(others=6)
    assert (_faults(s, _covered(s)), _rules(s, _covered(s))) == ([], [])


def test_a_seat_taken_away_is_short_on_that_day() -> None:
    s = Station(others=6)
    cells = _covered(s)
    del cells[s.others[0], 3]
    (short,) = shortfalls(month_of(s.document, s.id, NOVEMBER), cells)
    assert (short.rule, short.missing, short.day, short.shift) == (
        "duty_cover",
        1,
        NOVEMBER.replace(day=3),
        "duty",
    )


def test_a_night_left_open_is_short_although_the_day_is_covered() -> None:
    s = Station(others=6)
    assert _rules(s, {**_covered(s), (s.others[0], 3): "day_duty"}) == ["duty_cover"]


def test_work_on_the_day_of_rest_is_a_fault_unless_it_stood_there() -> None:
    s = Station(others=6)
    cells = {**_covered(s), (s.others[0], 4): "office"}
    assert _faults(s, cells) == [f"person {s.others[0]} works on day 4, at rest after a duty"]
    s.plan({(s.others[0], 3): "duty", (s.others[0], 4): "office"}, locked=True)
    assert _faults(s, cells) == []


def test_rest_after_the_last_duty_of_the_month_before_is_asked_for() -> None:
    s = Station(others=6)
    a = s.others[2]  # on duty on the first
    s.plan({(a, 31): "duty"}, OCTOBER)
    assert _faults(s, _covered(s)) == [f"person {a} works on day 1, at rest after a duty"]


def test_a_locked_cell_that_changed_is_a_fault() -> None:
    s = Station(others=6)
    s.plan({(s.others[0], 2): "meeting"}, locked=True)
    assert _faults(s, _covered(s)) == [f"the locked cell of person {s.others[0]} on day 2 changed"]


def test_a_night_for_somebody_exempt_and_an_unknown_code_are_faults() -> None:
    s = Station(others=6)
    exempt = s.person(s.id, special_codes=frozenset({"no_nights"}))
    found = _faults(s, {**_covered(s), (exempt, 8): "duty", (exempt, 20): "nonsense"})
    assert found == [
        f"nonsense on day 20 of person {exempt} is no code",
        f"person {exempt} has the night of day 8 off",
    ]


def test_a_stranger_and_a_day_of_leave_are_faults() -> None:
    s = Station(others=6)
    office = s.unit("政工室", UnitKind.ADMINISTRATIVE)
    stranger = s.person(office)
    assert _faults(s, {**_covered(s), (stranger, 8): "office"}) == [
        f"person {stranger} cannot be planned on day 8"
    ]


def test_leading_is_for_unit_heads() -> None:
    s = Station()
    custody = s.unit("看守所", UnitKind.CUSTODY)
    officer = s.person(custody)
    month = month_of(s.document, custody, NOVEMBER)
    assert list(faults(month, {(officer, 8): "custody_leader"})) == [f"person {officer} cannot lead on day 8"]


def test_field_time_is_short_by_the_hours_missing() -> None:
    s = Station(community=1, others=6)
    beat = {(s.community[0], day): "beat" for day in range(2, 8)}
    cells = {**_covered(s), **beat, **{(s.community[0], day): "office" for day in (9, 10)}}
    short = shortfalls(month_of(s.document, s.id, NOVEMBER), cells)[-1]
    assert (short.rule, short.missing, short.person) == (
        "field_time",
        4,
        s.community[0],
    )  # 48 of 64, 51.2 asked


def test_a_month_of_leave_is_not_judged() -> None:
    s = Station(community=1, others=6)
    assert _rules(s, {**_covered(s), (s.community[0], 3): "leave"}) == []


def test_duties_too_soon_and_hours_beyond_the_month_are_wishes() -> None:
    s = Station(others=6)
    a = s.others[0]
    cells = _covered(s) | {(a, day): "office" for day in DAYS if day % 3 == 2}
    found = shortfalls(month_of(s.document, s.id, NOVEMBER), {**cells, (a, 5): "duty"})
    assert [(short.rule, short.missing, short.is_grave) for short in found] == [("interval", 2, False)]
    s.override("duty.counted_hours", 24)
    assert {short.rule for short in shortfalls(month_of(s.document, s.id, NOVEMBER), cells)} == {"hours"}
