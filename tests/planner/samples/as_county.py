"""The county a sample means, built by hand: what a faultless import of it would give."""

from __future__ import annotations

from planner.county.records import (
    Absence,
    AbsenceKind,
    Category,
    County,
    Person,
    Post,
    Posting,
    Secondment,
    SecondmentKind,
    Serving,
    Sex,
    Unit,
    UnitKind,
)
from planner.samples import SampleCounty
from planner.samples.records import SamplePerson, SampleUnit

KINDS = {
    "派出所": UnitKind.STATION,
    "综合管理": UnitKind.ADMINISTRATIVE,
    "执法勤务": UnitKind.ENFORCEMENT,
    "监管场所": UnitKind.CUSTODY,
    "局领导": UnitKind.LEADERSHIP,
    "": UnitKind.UNKNOWN,
}
POSTS = {
    "所领导": Post.LEADER,
    "领导": Post.LEADER,
    "局领导": Post.LEADER,
    "社区民警": Post.COMMUNITY,
    "责任区民警": Post.COMMUNITY,
    "办案": Post.CASE,
    "综合指挥": Post.COMMAND_ROOM,
    "内勤": Post.OFFICE,
}
SECONDMENTS = {
    "抽调": SecondmentKind.DRAW_OFF,
    "借调": SecondmentKind.BORROW,
    "帮助工作": SecondmentKind.BORROW,
    "跟班": SecondmentKind.SHADOW,
    "专班": SecondmentKind.TASK_FORCE,
    "下派": SecondmentKind.DETAILED_DOWN,
    "临时勤务": SecondmentKind.TEMPORARY,
}
ABSENCES = {
    "年休假": AbsenceKind.ANNUAL,
    "病假": AbsenceKind.SICK,
    "长期病假": AbsenceKind.LONG_SICK,
    "产假": AbsenceKind.MATERNITY,
    "事假": AbsenceKind.PERSONAL,
    "停职": AbsenceKind.SUSPENDED,
}
CATEGORIES = {"民警": Category.SWORN, "试用期民警": Category.PROBATIONER}
SERVING = {"在职": Serving.SERVING, "退休": Serving.LEFT, "调离": Serving.LEFT}


def as_county(sample: SampleCounty) -> County:
    """Return the sample in the planner's records; ids of people are their numbers in the roster."""
    units = {u.name: _unit(100_000 + i, u) for i, u in enumerate(sample.units)}
    ids = {name: unit.id for name, unit in units.items()}
    secondments = {
        200_000 + i: Secondment(
            200_000 + i,
            s.person,
            SECONDMENTS.get(s.kind, SecondmentKind.SENT_OUT),
            ids.get(s.to),
            "" if s.to in ids else s.to,
            from_=s.from_,
            until=s.until,
            returned_on=s.returned_on,
            kept_with_approval=s.kept,
            kept_until=s.kept_until,
        )
        for i, s in enumerate(sample.secondments)
    }
    absences = {
        300_000 + i: Absence(300_000 + i, a.person, ABSENCES[a.kind], a.from_, a.until)
        for i, a in enumerate(sample.absences)
    }
    return County(
        sample.bureau,
        {u.id: u for u in units.values()},
        {p.number: _person(p) for p in sample.people},
        {400_000 + p.number: _posting(p, ids.get(p.unit)) for p in sample.people},
        secondments,
        absences,
    )


def _unit(id_: int, unit: SampleUnit) -> Unit:
    return Unit(
        id_,
        unit.name,
        unit.short_name,
        KINDS[unit.kind],
        unit.ours,
        traffic=unit.name.startswith("交警"),
        minimum=unit.minimum,
        two_teams_one_office=unit.two_teams,
    )


def _person(person: SamplePerson) -> Person:
    return Person(
        person.number,
        person.name,
        person.badge,
        sex=Sex.FEMALE if person.female else Sex.MALE,
        birth=person.birth,
        category=CATEGORIES.get(person.category, Category.AUXILIARY),
        serving=SERVING.get(person.status, Serving.UNKNOWN),
        joined_police=person.joined_police,
        left_on=person.left_on,
        pin=person.pin,
    )


def _posting(person: SamplePerson, unit: int | None) -> Posting:
    return Posting(
        400_000 + person.number, person.number, unit, POSTS.get(person.post, Post.OTHER), beat=person.beat
    )
