"""Equal plans are whole proposals, told apart in words, and their kinds are counted."""

from __future__ import annotations

from dataclasses import replace

from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.optimise.alternatives import Alternatives, alternatives
from planner.optimise.asked import Asked
from planner.optimise.planning import plan
from planner.samples import AS_OF, generate
from tests.planner.building import TODAY, Building
from tests.planner.samples.as_county import as_county


def two_offices(away: int = 0) -> Building:
    """Return a station short by one, and two units that could each give one."""
    b = Building()
    b.people(4, b.unit("城关派出所"), Post.COMMUNITY)
    for name in ("刑侦大队", "治安大队"):
        b.people(3, b.unit(name, UnitKind.ENFORCEMENT, minimum=2), Post.CASE)
    return b


def found(b: Building, asked: Asked | None = None) -> Alternatives:
    document = Document(b.county, b.policy)
    proposal = plan(document, TODAY, asked=asked or Asked())
    return alternatives(proposal, document)


def test_another_unit_that_could_give_is_another_kind() -> None:
    answer = found(two_offices())
    assert (answer.others, answer.exact, answer.words.zh) == (1, True, "同等方案还有 1 种。")
    first, second = answer.plans[:2]
    assert first.difference.zh == "当前方案"
    assert second.difference.zh in (
        "刑侦大队多出 1 人、治安大队少出 1 人",
        "治安大队多出 1 人、刑侦大队少出 1 人",
    )
    assert second.proposal.levels == first.proposal.levels
    assert second.differing == 1


def test_every_alternative_has_reasons_and_is_counted_like_the_first() -> None:
    for one in found(two_offices()).plans:
        assert all(move.reason.zh and move.reason.en for move in one.proposal.moves)
        assert one.proposal.after.complies == found(two_offices()).plans[0].proposal.after.complies
        assert one.ages[0].unit is None


def test_the_same_units_with_other_people_are_no_kind_but_a_plan() -> None:
    b = Building()
    b.people(4, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(6, b.unit("刑侦大队", UnitKind.ENFORCEMENT, minimum=2), Post.CASE)
    answer = found(b)
    assert (answer.others, answer.exact) == (0, True)
    assert f"同样的单位换人的方案列出 {len(answer.plans) - 1} 个" in answer.words.zh
    assert answer.plans[1].difference.zh == "单位相同,换 1 人"


def test_a_plan_without_moves_and_one_not_proven_have_no_alternatives_and_say_why() -> None:
    b = Building()
    b.people(5, b.unit("城关派出所"), Post.COMMUNITY)
    answer = found(b)
    assert (len(answer.plans), answer.words.zh) == (1, "无需调整,没有可比较的方案。")
    b = two_offices()
    document = Document(b.county, b.policy)
    unproven = alternatives(replace(plan(document, TODAY), status="feasible"), document)
    assert (len(unproven.plans), unproven.exact) == (1, False)
    assert unproven.words.zh.startswith("当前方案尚未证明最优")


def test_whoever_is_asked_to_stay_stays_in_every_alternative() -> None:
    b = two_offices()
    first = plan(Document(b.county, b.policy), TODAY).moves[0].person
    for one in found(b, Asked(staying=frozenset({first}))).plans:
        assert first not in {move.person for move in one.proposal.moves}


def test_a_sample_countys_alternatives_pass_their_recount() -> None:
    document = Document(as_county(generate(4, 120)))
    proposal = plan(document, AS_OF, both=False)
    answer = alternatives(proposal, document)
    values = [level.value for level in proposal.levels]
    assert all([level.value for level in one.proposal.levels] == values for one in answer.plans)
