"""The duty month of a sample's stations, its faults, and what an import makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.county.duty import Mark
from planner.files.importing import import_workbook
from planner.files.reading import read_workbook
from planner.samples import generate, write_workbook
from planner.samples.duty import DUTY, LENT_DAYS, ON_DUTY, REST, SampleRoster, duty_rosters

SEEDS = range(6)


@pytest.mark.parametrize("seed", SEEDS)
def test_two_are_on_duty_every_day_and_rest_the_day_after(seed: int) -> None:
    for roster in duty_rosters(generate(seed)):
        rows = list(roster.planned.values())
        days = range(len(rows[0]))
        assert [sum(row[day] == DUTY for row in rows) for day in days] == [ON_DUTY] * len(days)
        after = [row[day + 1] for row in rows for day in days[:-1] if row[day] == DUTY]
        assert set(after) <= {REST, "年假", "病假", "事假"}


def test_the_same_sample_has_the_same_rosters() -> None:
    assert duty_rosters(generate(3)) == duty_rosters(generate(3))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_faults_are_found_by_an_import_and_the_rest_is_read(seed: int, tmp_path: Path) -> None:
    sample = generate(seed)
    path = tmp_path / "county.xlsx"
    write_workbook(sample, path)
    found = import_workbook(read_workbook(path), on=sample.as_of)
    county, months = found.document.county, found.document.duty.months
    ids = {p.name: p.id for p in county.people.values()}
    units = {u.name: u.id for u in county.units.values()}
    rosters = duty_rosters(sample)
    assert list(months) == [(units[r.unit], r.month) for r in rosters]

    def who(number: int | None) -> int:
        assert number is not None
        return ids[sample.people[number - 1].name]

    lent, absent, unknown = rosters
    places = [d.place for d in months[units[lent.unit], lent.month].attended[who(lent.lent)].values()]
    assert places.count("县委办") == LENT_DAYS
    marks = [d.mark for d in months[units[absent.unit], absent.month].attended[who(absent.absent)].values()]
    assert marks.count(Mark.ABSENT) == 1
    month = months[units[unknown.unit], unknown.month]
    assert len(month.planned[who(unknown.unknown)]) == filled(unknown, unknown.unknown) - 1
    assert who(lent.gone) not in months[units[lent.unit], lent.month].attended
    listed = [(i.sheet, i.person) for i in found.issues]
    assert ("值班表", who(unknown.unknown)) in listed
    assert ("考勤", who(lent.gone)) in listed
    assert sum(sheet in ("值班表", "考勤") for sheet, _ in listed) == 2


def filled(roster: SampleRoster, number: int | None) -> int:
    assert number is not None
    return sum(word != "" for word in roster.planned[number])
