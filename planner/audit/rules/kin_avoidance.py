"""Related people do not work where one could favour the other."""

from __future__ import annotations

from dataclasses import dataclass

from planner.audit.ledgers import Ledger
from planner.audit.results import Finding, Gravity
from planner.audit.rules import Judgement, Situation
from planner.county.records import Post, Relation, UnitKind
from planner.county.state import Placed, State
from planner.files.vocabulary import vocabulary
from planner.text import Text, compact

_COMMAND = Text(
    "{first}是{unit}负责人,亲属{second}在同一单位、受其直接领导,应任职回避。",
    "{first} is in command of {unit}, where {second}, a relative, works: one must be placed elsewhere.",
)
_TOGETHER = Text(
    "{first}与亲属{second}同在{unit}、受同一领导直接领导,应任职回避。",
    "{first} and {second}, a relative, both work at {unit} under one leader: one must be placed elsewhere.",
)
_OFFICE = Text(
    "{first}在{unit}从事组织、人事、纪检、审计或财务类工作,亲属{second}是局领导,应任职回避。",
    "{first} works at {unit} on organisation, personnel, discipline, audit or finance, and {second}, "
    "a relative, is of the bureau leadership: one of them must be placed elsewhere.",
)
_MAYBE = Text(
    "{first}在{unit}从事组织、人事、纪检、审计或财务类工作,亲属{second}是{led}负责人;"
    "请核实该职务是否属于须回避的领导职务。",
    "{first} works at {unit} on organisation, personnel, discipline, audit or finance, and {second}, "
    "a relative, heads {led}; verify whether that is a leading post that must be avoided.",
)
_WHO = Text("{name}(警号{badge})", "{name} (badge {badge})")


@dataclass(frozen=True, slots=True)
class _Clash:
    """Why two people must avoid each other: the unit where, the sentence, and who is named first in it."""

    unit: int
    sentence: Text
    first: Placed
    second: Placed
    gravity: Gravity = Gravity.VIOLATION


def kin_avoidance(situation: Situation) -> Judgement:
    """Judge that related civil servants do not work under the same direct leader or one under the other.

    Nor in organisation, personnel, discipline, audit or finance where the other leads (公务员法 Art. 74). Who
    is related and works together is a fact, so that a pair is a violation; whether a unit head's post is
    one of those the law calls leading is in no roster, and is to be verified.
    """
    state = situation.state
    found = []
    for relation in state.county.relations.values():
        clash = _clash(relation, state)
        if clash is not None:
            found.append(_finding(clash, state))
    return Judgement(findings=tuple(found))


def _clash(relation: Relation, state: State) -> _Clash | None:
    one, other = (state.placed.get(id_) for id_ in (relation.person, relation.relative))
    if one is None or other is None or not (one.standing.counts and other.standing.counts):
        return None
    return _in_one_unit(one, other, state) or _in_office(one, other, state) or _in_office(other, one, state)


def _in_one_unit(one: Placed, other: Placed, state: State) -> _Clash | None:
    unit = state.unit(one.present_unit)
    if unit is None or one.present_unit != other.present_unit or unit.kind is UnitKind.LEADERSHIP:
        return None
    if _leads(other) and not _leads(one):
        one, other = other, one
    return _Clash(unit.id, _COMMAND if _leads(one) else _TOGETHER, one, other)


def _in_office(officer: Placed, leader: Placed, state: State) -> _Clash | None:
    """Whether one has an office that the other, leading in the bureau, bars them from."""
    unit = officer.present_unit
    if unit is None or not _is_sensitive(officer, state):
        return None
    led = state.unit(leader.home)
    if led is not None and led.kind is UnitKind.LEADERSHIP:
        return _Clash(unit, _OFFICE, officer, leader)
    return _Clash(unit, _MAYBE, officer, leader, Gravity.TO_VERIFY) if _leads(leader) else None


def _leads(placed: Placed) -> bool:
    """Whether somebody is in command of the unit they are present in."""
    return placed.post is Post.LEADER and placed.present_unit == placed.home


def _is_sensitive(placed: Placed, state: State) -> bool:
    """Whether the words of the unit, the 岗位 or the 职务 name an office that Art. 74 lists."""
    words = [state.unit_name(placed.present_unit)]
    if placed.posting is not None and placed.present_unit == placed.home:
        words += [placed.posting.post_words, placed.posting.position]
    said = compact("\n".join(words))
    for unlike in vocabulary().lists["kin"]["unlike"]:
        said = said.replace(unlike, "")
    return vocabulary().contained("kin", "sensitive", said)


def _finding(clash: _Clash, state: State) -> Finding:
    message = clash.sentence.format(
        first=_who(clash.first),
        second=_who(clash.second),
        unit=state.unit_name(clash.unit),
        led=state.unit_name(clash.second.home),
    )
    return Finding(
        "kin_avoidance",
        clash.gravity,
        clash.unit,
        (clash.first.person.id, clash.second.person.id),
        1,
        0,
        1 if clash.gravity is Gravity.VIOLATION else 0,
        Ledger.PRESENT,
        state.date,
        message,
    )


def _who(placed: Placed) -> Text:
    return _WHO.format(name=placed.person.name, badge=placed.person.badge_number)
