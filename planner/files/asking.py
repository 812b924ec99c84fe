"""The questions of an import: kinds of units, unknown words, remarks, and how to count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from planner.county.records import Unit, UnitKind
from planner.files.choices import ImportChoices
from planner.files.columns import AskedWord
from planner.files.fill_down import FILL_DOWN
from planner.files.questions import Question, QuestionKind
from planner.files.secondments import AskedRemark
from planner.files.units import AskedUnit
from planner.files.vocabulary import CODES
from planner.files.words import CODE_WORDS, FIELD_NAMES
from planner.policy.policy import Policy
from planner.policy.setting import Value
from planner.policy.settings import AREAS, SETTINGS
from planner.text import Text

_UNIT = Text("“{unit}”是什么单位?", "What kind of unit is “{unit}”?")
_WORD = Text("“{field}”中的“{word}”是什么意思?", "What does “{word}” mean in “{field}”?")
_REMARK = Text(
    "{name}的备注写有“{words}”,是否按借调到“{place}”计?",
    "The remarks of {name} say “{words}”; take this as seconded to “{place}”?",
)
_TRAFFIC = Text("交警是否计入全局警力?", "Do the traffic police count in the county?")
_AREA = Text(
    "“辖区”是指本人责任区,还是派出所辖区?", "Does 辖区 mean the officer's own beat or the station's area?"
)
_ALL_OFFICER = Text(
    "{n} 个派出所没有标注“两队一室”,是否都实行社区民警全员化?(只有个别所实行的,导入后在“单位”页标注)",
    "Stations not marked as to “two teams, one office”: {n}. Do all of them practise all-officer beat duty?"
    " (Where only some do, mark those on the Units page afterwards.)",
)
_JUDGED_OR_NOT: Mapping[str, Text] = {
    "no": Text("否,按占比评价", "no, the share judges them"),
    "yes": Text("是,全员化,不评价", "yes, they are not judged"),
}
_YES_NO: Mapping[str, Text] = {"yes": Text("是", "yes"), "no": Text("否", "no")}
_COUNTED: Mapping[str, Text] = {"true": Text("计入", "counted"), "false": Text("不计入", "not counted")}
ALL_OFFICER = "all_officer"  # this counting question marks units instead of setting the policy
_UNTOLD = {"category": "unknown", "status": "unknown", "kind": "unknown", "post": "other"}


def unit_questions(asked: Iterable[AskedUnit]) -> list[Question]:
    """Return the questions about kinds of units."""
    return [
        Question(
            QuestionKind.UNIT_KIND,
            unit.name,
            _UNIT.format(unit=unit.name),
            CODE_WORDS["kind"],
            UnitKind.UNKNOWN,
            None if unit.answer is None else str(unit.answer),
            sheet=unit.sheet,
            rows=unit.rows,
        )
        for unit in asked
    ]


def word_questions(asked: Sequence[AskedWord]) -> list[Question]:
    """Return the questions about unknown words, one for each word of a field."""
    rows: dict[tuple[str, str], list[AskedWord]] = {}
    for word in asked:
        rows.setdefault((word.field, word.word), []).append(word)
    return [
        Question(
            QuestionKind.WORD,
            word,
            _WORD.format(field=FIELD_NAMES[field], word=word),
            {code: CODE_WORDS[field][code] for code in CODES[field]},
            _UNTOLD.get(field) or _DEFAULTS[field],
            same[0].answer,
            field,
            same[0].sheet,
            tuple(row for one in same for row in one.rows),
        )
        for (field, word), same in rows.items()
    ]


_DEFAULTS = {"secondment_kind": "borrow", "absence_kind": "other"}


def remark_questions(asked: Iterable[AskedRemark], names: Mapping[int, str]) -> list[Question]:
    """Return the questions about draw-offs that only the remarks tell, pre-ticked yes."""
    return [
        Question(
            QuestionKind.REMARK,
            remark.key,
            _REMARK.format(name=names[remark.person], words=remark.words, place=remark.place),
            _YES_NO,
            "yes",
            None if remark.answer is None else "yes" if remark.answer else "no",
            sheet=remark.sheet,
            rows=(remark.row,),
        )
        for remark in asked
    ]


def counting_questions(units: Iterable[Unit], policy: Policy, choices: ImportChoices) -> list[Question]:
    """Return the counting questions this county raises: 交警 where there are any, 辖区, and 全员化."""
    found, units = [], list(units)
    if any(unit.traffic and unit.ours for unit in units):
        counted = "true" if policy.switch("counting.traffic") else "false"
        found.append(_counting("counting.traffic", _TRAFFIC, _COUNTED, counted, choices))
    if any(unit.is_station for unit in units):
        area = policy.choice("counting.area")
        found.append(_counting("counting.area", _AREA, AREAS, area, choices))
    if unmarked := sum(unit.is_station and unit.two_teams_one_office is None for unit in units):
        asked = _ALL_OFFICER.format(n=unmarked)
        found.append(_counting(ALL_OFFICER, asked, _JUDGED_OR_NOT, "no", choices))
    return found


def _counting(
    key: str, words: Text, options: Mapping[str, Text], suggested: str, choices: ImportChoices
) -> Question:
    return Question(QuestionKind.COUNTING, key, words, options, suggested, choices.answers.get(key))


def answered_policy(policy: Policy, choices: ImportChoices) -> Policy:
    """Return the policy with the counting questions answered; raise InputError for an answer there is not."""
    for key, answer in choices.answers.items():
        if key in (ALL_OFFICER, FILL_DOWN):
            continue
        raw: Value = answer
        if key in SETTINGS and SETTINGS[key].kind == "switch":
            raw = {"true": True, "yes": True, "false": False, "no": False}.get(answer.casefold(), answer)
        policy = policy.with_override(key, raw)
    return policy


def marked_units(units: Iterable[Unit], choices: ImportChoices) -> list[Unit]:
    """Return the units, unmarked stations marked as practising 全员化 where the user says they all do."""
    if choices.answers.get(ALL_OFFICER) != "yes":
        return list(units)
    return [
        replace(unit, two_teams_one_office=False)
        if unit.is_station and unit.two_teams_one_office is None
        else unit
        for unit in units
    ]
