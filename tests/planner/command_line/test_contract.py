from __future__ import annotations

import json
from datetime import timedelta
from typing import Any, NamedTuple

from planner.command_line.contract import check_json, issue_line, issues_json, plan_json
from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.optimise.planning import plan
from planner.text import Text
from tests.planner.audit.duties import Rosters, every
from tests.planner.building import TODAY, Building

Shape = dict[str, tuple[type, ...]]
NOTHING = type(None)
TARGET: Shape = {
    "rule": (str,),
    "scope": (str,),
    "ledger": (str,),
    "numerator": (int,),
    "denominator": (int, NOTHING),
    "required": (str, int),
    "shortfall": (int,),
    "met": (bool,),
}
FINDING: Shape = {
    "rule": (str,),
    "gravity": (str,),
    "unit": (str, NOTHING),
    "officers": (list,),
    "measured": (int, str),
    "required": (str, int),
    "shortfall": (int,),
    "ledger": (str,),
    "message": (dict,),
}
CHECK: Shape = {
    "as_of": (str,),
    "policy": (str,),
    "county": (str,),
    "targets": (list,),
    "findings": (list,),
    "margins": (list,),
    "import_issues": (list,),
}
MARGIN: Shape = {"rule": (str,), "scope": (str,), "event": (str,), "count": (int,)}
PLAN: Shape = {
    "status": (str,),
    "proven": (bool,),
    "seconds": (float, int),
    "objective": (list,),
    "moves": (list,),
    "to_negotiate": (list,),
    "after": (dict,),
}
LEVEL: Shape = {"name": (str,), "value": (int,), "bound": (int, NOTHING)}
MOVE: Shape = {"officer": (str,), "kind": (str,), "from": (dict,), "to": (dict,), "reason": (dict,)}
PLACE: Shape = {"unit": (str,), "post": (str,)}


class _Issue(NamedTuple):
    sheet: str
    row: int
    column: str
    message: Text


def _fits(value: dict[str, Any], shape: Shape) -> None:
    assert list(value) == list(shape)
    for key, types in shape.items():
        assert type(value[key]) in types, (key, value[key])


def _document() -> Document:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    b.people(2, station, Post.CASE)
    b.people(9, office)
    b.second(b.person(station, Post.CASE, badge_number="530001"), office, from_=TODAY - timedelta(days=9))
    b.second(b.person(station, Post.CASE, badge_number="530002"), None, to_outside="州公安局")
    return Document(b.county, b.policy)


def test_check_has_every_key_with_its_type() -> None:
    printed = check_json(_document().audit(TODAY), [])
    assert json.loads(json.dumps(printed, ensure_ascii=False)) == printed
    _fits(printed, CHECK)
    for target in printed["targets"]:
        _fits(target, TARGET)
    for finding in printed["findings"]:
        _fits(finding, FINDING)
        assert set(finding["message"]) == {"zh", "en"}
    assert printed["as_of"] == "2026-11-24"
    assert printed["policy"] == "云南2020+公安部2019+公务员法+本局自定"


def test_check_gives_three_ledgers_for_the_shares_and_the_minimum_and_one_for_the_rest() -> None:
    targets = check_json(_document().audit(TODAY), [])["targets"]
    ledgers: dict[str, set[str]] = {}
    for target in targets:
        ledgers.setdefault(target["rule"], set()).add(target["ledger"])
    three, one = {"books", "present", "effective"}, {"present"}
    assert ledgers == {
        "secondment": one,
        "station_minimum": three,
        "station_share": three,
        "community_share": three,
        "ledger_gap": one,
    }
    share = next(t for t in targets if t["rule"] == "station_share" and t["ledger"] == "present")
    assert share == {
        "rule": "station_share",
        "scope": "county",
        "ledger": "present",
        "numerator": 2,
        "denominator": 13,
        "required": "40/100",
        "shortfall": 4,
        "met": False,
    }
    minimum = next(t for t in targets if t["rule"] == "station_minimum" and t["ledger"] == "effective")
    assert (minimum["scope"], minimum["numerator"], minimum["denominator"]) == ("城关派出所", 200, None)
    assert minimum["required"] == 5


def test_the_duty_rules_have_their_rows_on_the_present_ledger_once_there_is_duty() -> None:
    r = Rosters()
    unit = r.unit("城关派出所")
    officer, other = r.people(2, unit, Post.COMMUNITY)
    r.plan(unit, {officer: every(range(1, 11), "beat"), other: every(range(1, 6), "lent")})
    found = check_json(Document(r.county, r.policy, duty=r.duty()).audit(TODAY), [])
    rows = [t for t in found["targets"] if t["rule"] in ("hidden_secondment", "field_time", "duty_cover")]
    present = {"ledger": "present"}
    hours = {"numerator": 80, "denominator": 120, "required": "80/100", "shortfall": 1, "met": False}
    assert rows == [
        {
            "rule": "hidden_secondment",
            "scope": "county",
            "numerator": 1,
            "denominator": None,
            "required": 0,
            "shortfall": 0,
            "met": True,
        }
        | present,
        {"rule": "field_time", "scope": "城关派出所"} | hours | present,
        {"rule": "field_time", "scope": "county"} | hours | present,
        {
            "rule": "duty_cover",
            "scope": "城关派出所",
            "numerator": 0,
            "denominator": None,
            "required": 2,
            "shortfall": 2,
            "met": False,
        }
        | present,
    ]
    gravities = {f["rule"]: f["gravity"] for f in found["findings"]}
    assert gravities["hidden_secondment"] == "to_verify"
    assert gravities["field_time"] == gravities["duty_cover"] == "not_met"


def test_findings_name_officers_by_badge_and_units_in_full() -> None:
    findings = check_json(_document().audit(TODAY), [])["findings"]
    drawn_off = [f for f in findings if f["rule"] == "secondment"]
    assert [f["officers"] for f in drawn_off] == [["530001"], ["530002"]]
    assert {f["unit"] for f in drawn_off} == {"城关派出所"}
    assert {f["gravity"] for f in findings} <= {"violation", "not_met", "warning", "to_verify"}
    assert next(f for f in findings if f["rule"] == "station_share")["unit"] is None


def test_margins_are_events_with_counts() -> None:
    b = Building()
    b.people(8, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(10, b.unit("政工室", UnitKind.ADMINISTRATIVE))
    margins = check_json(b.audit(), [])["margins"]
    for margin in margins:
        _fits(margin, MARGIN)
    county = {m["event"]: m["count"] for m in margins if m["scope"] == "county"}
    assert county == {"draw_off": 0, "departure": 1, "headquarters_recruit": 2}


def test_plan_has_every_key_with_its_type() -> None:
    printed = plan_json(plan(_document(), TODAY))
    assert json.loads(json.dumps(printed, ensure_ascii=False)) == printed
    _fits(printed, PLAN)
    for level in printed["objective"]:
        _fits(level, LEVEL)
    for move in printed["moves"]:
        _fits(move, MOVE)
        _fits(move["from"], PLACE)
        _fits(move["to"], PLACE)
        assert set(move["reason"]) == {"zh", "en"}
    assert list(printed["after"]) == ["targets"]
    for target in printed["after"]["targets"]:
        _fits(target, TARGET)
    assert [level["name"] for level in printed["objective"]] == [
        "shortage:secondment",
        "shortage:station_minimum",
        "shortage:station_share",
        "shortage:community_share",
        "shortage:field_time",
        "transfers",
        "post_changes",
        "hardship",
    ]


def test_plan_tells_returns_posts_as_codes_and_who_is_to_negotiate() -> None:
    printed = plan_json(plan(_document(), TODAY))
    [back] = [m for m in printed["moves"] if m["kind"] == "return"]
    assert back["officer"] == "530001"
    assert back["from"] == {"unit": "刑侦大队", "post": "case"}
    assert back["to"]["unit"] == "城关派出所"
    assert printed["to_negotiate"] == ["530002"]
    assert {m["to"]["post"] for m in printed["moves"]} <= {"community", "case", "command_room", "office"}


def test_import_issues_say_where_they_are() -> None:
    issue = _Issue("花名册", 7, "单位", Text("未知单位。", "Unknown unit."))
    assert issues_json([issue]) == [
        {
            "sheet": "花名册",
            "row": 7,
            "column": "单位",
            "message": {"zh": "未知单位。", "en": "Unknown unit."},
        }
    ]
    assert issue_line(issue).zh == "“花名册”表第 7 行“单位”列:未知单位。"
    assert issue_line(issue).en == "sheet “花名册”, row 7, column “单位”: Unknown unit."
