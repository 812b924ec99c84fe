"""Repair: what an edit broke is mended by the fewest moves, and nothing gets worse than before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from planner.audit.results import Audit, Finding
from planner.county.records import MoveKind, MoveStatus, Post, UnitKind
from planner.document import Document
from planner.edits.postings import correct_home_unit
from planner.optimise.accept import accept, is_current
from planner.optimise.lines import lines, once_approved
from planner.optimise.recount import after_moves
from planner.optimise.repair import Repair, repair, repair_of
from planner.optimise.running import Stop
from tests.planner.building import TODAY, Building
from tests.planner.optimise.enumeration import tiny


class County(Building):
    """Two stations of five and an office with officers to spare; every share holds."""

    def __init__(self, spare: int = 2) -> None:
        super().__init__()
        self.city, self.river = self.unit("城关派出所"), self.unit("河口派出所")
        self.office = self.unit("政工室", UnitKind.ADMINISTRATIVE, minimum=3)
        self.at_city = self.people(5, self.city, Post.COMMUNITY)
        self.at_river = self.people(5, self.river, Post.COMMUNITY)
        self.at_office = self.people(3 + spare, self.office)

    def leaves(self, *people: int) -> None:
        """Record that some people have left the service."""
        for person in people:
            gone = replace(self.county.people[person], left_on=TODAY)
            self.county = replace(self.county, people={**self.county.people, person: gone})

    def pins(self, *people: int) -> None:
        """Pin some people."""
        for person in people:
            pinned = replace(self.county.people[person], pin="专案")
            self.county = replace(self.county, people={**self.county.people, person: pinned})

    def broken(self, edit: Callable[[], object]) -> Repair | None:
        """Return the repair of what an edit breaks."""
        before = self.audit()
        edit()
        return repair(before, self.audit())


def mended(found: Repair | None) -> Repair:
    """Return a repair after which nothing is worse than before."""
    assert found is not None
    assert found.left == ()
    assert found.proposal.proven
    return found


def finding_of(audited: Audit, rule: str, unit: int | None = None) -> Finding:
    """Return the first finding of a rule, about a unit if one is given."""
    return next(f for f in audited.findings if f.rule == rule and unit in (None, f.unit))


def test_an_edit_that_breaks_nothing_needs_no_repair() -> None:
    county = County()
    assert county.broken(lambda: county.person(county.city, Post.COMMUNITY)) is None
    assert county.broken(lambda: county.pins(county.at_city[0])) is None


def test_a_station_below_its_minimum_gets_one_officer_of_another_unit() -> None:
    county = County()
    found = mended(county.broken(lambda: county.leaves(county.at_city[0])))
    [move] = found.proposal.moves
    assert (move.kind, move.from_unit, move.to_unit) == (MoveKind.TRANSFER, county.office, county.city)
    name = county.county.people[move.person].name
    assert found.sentence.zh == (
        f"此修改使城关派出所低于最低警力(4/5)。最省补救:{name} 政工室→城关派出所(共 1 人)。"
    )
    assert "城关派出所 below its minimum (4/5)" in found.sentence.en
    assert f"Cheapest repair: {name} 政工室 → 城关派出所 (1 in all)." in found.sentence.en
    [told] = found.told()
    assert "少此一步差 1 人" in told.zh


def test_what_was_broken_before_the_edit_is_left_alone() -> None:
    county = County(spare=4)
    county.leaves(county.at_river[0])
    found = mended(county.broken(lambda: county.leaves(county.at_city[0])))
    assert [move.to_unit for move in found.proposal.moves] == [county.city]
    assert lines(found.proposal.after)["station_minimum", county.river] == 1


def test_the_hole_is_not_shifted_to_another_station() -> None:
    county = County()
    county.pins(*county.at_office[1:])
    found = mended(county.broken(lambda: county.leaves(county.at_city[0])))
    assert [move.person for move in found.proposal.moves] == [county.at_office[0]]


def test_an_officer_already_drawn_off_comes_home_rather_than_another_being_transferred() -> None:
    county = County()
    away = county.person(county.city, Post.COMMUNITY)
    other = county.person(county.river, Post.COMMUNITY)
    for person in (away, other):
        county.second(person, county.office)
    found = mended(county.broken(lambda: county.leaves(county.at_city[0])))
    assert [(m.person, m.kind) for m in found.proposal.moves] == [(away, MoveKind.RETURN)]
    assert "返岗" in found.sentence.zh


def test_whoever_an_edit_draws_off_is_the_one_to_come_home() -> None:
    county = County()
    long_away = county.person(county.city, Post.COMMUNITY)
    county.second(long_away, county.office)
    found = mended(county.broken(lambda: county.second(county.at_city[0], county.office)))
    assert found.people == (county.at_city[0],)
    assert found.sentence.zh.startswith("此修改使城关派出所被抽调 1→2 人、城关派出所低于最低警力(4/5)。")


def test_draw_offs_that_the_policy_counts_at_home_come_home_only_where_asked() -> None:
    county = County()
    county.override("standing.seconded_inside.present", "home")
    long_away = county.person(county.city, Post.COMMUNITY)
    county.second(long_away, county.office)
    found = mended(county.broken(lambda: county.second(county.at_city[0], county.office)))
    assert found.people == (county.at_city[0],)
    found = mended(county.broken(lambda: county.leaves(county.at_river[0])))
    assert [m.kind for m in found.proposal.moves] == [MoveKind.TRANSFER]


def test_too_few_on_beats_is_repaired_by_a_post_change_at_the_station() -> None:
    county = County()
    county.people(4, county.city, Post.CASE)
    found = mended(county.broken(lambda: county.leaves(*county.at_city[:3])))
    assert [m.kind for m in found.proposal.moves] == [MoveKind.POST_CHANGE]
    assert "改任城关派出所社区民警岗位" in found.sentence.zh


def test_a_hard_rule_is_repaired_like_a_soft_one() -> None:
    county = County()
    county.override("station_minimum.enforcement", "hard")
    county.leaves(county.at_river[0])
    found = mended(county.broken(lambda: county.leaves(county.at_city[0])))
    assert [move.to_unit for move in found.proposal.moves] == [county.city]


def test_where_nothing_can_be_done_it_says_how_many_stay_short_and_what_would_help() -> None:
    county = County(spare=0)
    found = county.broken(lambda: county.leaves(county.at_city[0]))
    assert found is not None
    assert found.people == ()
    assert [(x.line, x.more) for x in found.left] == [(("station_minimum", county.city), 1)]
    assert "仍差 1 人(城关派出所“派出所最低警力”差 1 人)" in found.sentence.zh
    assert "撤销此修改(Ctrl+Z)即恢复原状" in found.sentence.zh
    assert "Undoing the edit (Ctrl+Z) restores what was" in found.sentence.en


def test_whose_pin_would_have_to_be_lifted_is_named() -> None:
    county = County()
    county.pins(*county.at_office)
    found = county.broken(lambda: county.leaves(county.at_city[0]))
    assert found is not None
    assert found.people == ()
    assert found.lifting is not None
    [pinned] = found.lifting.people
    name = county.county.people[pinned].name
    assert f"若准许调动{name}(已锁定或按口径排除),即可补齐" in found.sentence.zh
    assert f"Letting {name} move" in found.sentence.en


def test_as_much_as_can_be_is_repaired() -> None:
    county = County(spare=1)
    found = county.broken(lambda: county.leaves(*county.at_city[:2]))
    assert found is not None
    assert len(found.people) == 1
    assert [(x.before, x.after) for x in found.left] == [(0, 1)]
    assert "部分补救" in found.sentence.zh
    assert "(共 1 人),仍差 1 人(城关派出所“派出所最低警力”差 1 人)。" in found.sentence.zh
    assert "1 stay short" in found.sentence.en


def test_many_moves_and_lines_are_named_in_part_and_counted_in_full() -> None:
    county = County(spare=9)
    third = county.unit("第三派出所")
    there = county.people(5, third, Post.COMMUNITY)
    gone = (county.at_city[0], county.at_river[0], there[0])
    found = mended(county.broken(lambda: county.leaves(*gone)))
    assert "等 3 项" in found.sentence.zh
    assert "(共 3 人)" in found.sentence.zh
    assert "and others (3 in all)" in found.sentence.en
    assert len(found.told()) == 3


def test_a_stop_ends_the_search_without_a_repair() -> None:
    county = County()
    before = county.audit()
    county.leaves(county.at_city[0])
    stop = Stop()
    stop.request()
    assert repair(before, county.audit(), stop=stop) is None


def test_its_moves_are_accepted_like_those_of_any_proposal() -> None:
    county = County()
    found = mended(county.broken(lambda: county.leaves(county.at_city[0])))
    document = Document(county.county, county.policy)
    assert is_current(found.proposal, document, TODAY)
    accepted = accept(document, found.proposal, found.people, TODAY)
    [move] = accepted.county.moves.values()
    assert (move.status, move.effective, move.person) == (MoveStatus.PROPOSED, TODAY, found.people[0])


# one finding


def test_a_finding_is_mended_and_the_others_are_left() -> None:
    county = County(spare=4)
    county.leaves(county.at_city[0])
    county.leaves(county.at_river[0])
    now = county.audit()
    found = mended(repair_of(finding_of(now, "station_minimum", county.river), now))
    assert [move.to_unit for move in found.proposal.moves] == [county.river]
    assert lines(found.proposal.after)["station_minimum", county.city] == 1
    assert found.sentence.zh.startswith("最省补救:")


def test_a_draw_off_is_mended_by_the_return_of_that_officer() -> None:
    county = County()
    away = [county.person(county.city, Post.COMMUNITY) for _ in range(3)]
    for person in away:
        county.second(person, county.office)
    now = county.audit()
    finding = next(f for f in now.findings if f.people == (away[1],))
    found = mended(repair_of(finding, now))
    assert [(m.person, m.kind) for m in found.proposal.moves] == [(away[1], MoveKind.RETURN)]


def test_a_draw_off_to_outside_is_told_to_be_beyond_the_bureau() -> None:
    county = County()
    away = county.person(county.city, Post.COMMUNITY)
    county.second(away, to_outside="州公安局")
    now = county.audit()
    found = repair_of(next(f for f in now.findings if f.people == (away,)), now)
    assert found is not None
    assert found.people == ()
    assert "由上级协调" in found.sentence.zh


def test_a_finding_that_approved_moves_will_mend_needs_nothing_else() -> None:
    county = County()
    county.leaves(county.at_city[0])
    finding = finding_of(county.audit(), "station_minimum")
    county.move(county.at_office[0], MoveKind.TRANSFER, county.city, Post.CASE, TODAY + timedelta(days=5))
    found = repair_of(finding, once_approved(county.audit()))
    assert found is not None
    assert found.people == ()
    assert found.sentence.zh.startswith("已批准的调整生效后即解决")


def test_a_finding_that_cannot_be_mended_says_how_many_must_come_from_elsewhere() -> None:
    county = County(spare=0)
    county.leaves(county.at_city[0])
    now = county.audit()
    found = repair_of(finding_of(now, "station_minimum"), now)
    assert found is not None
    assert "须从可调范围外增补 1 人" in found.sentence.zh


def test_what_is_no_shortage_of_a_planning_rule_has_no_repair() -> None:
    county = County()
    county.leaves(county.at_city[0])
    now = county.audit()
    assert repair_of(replace(finding_of(now, "station_minimum"), rule="ledger_gap"), now) is None


# the law


@pytest.mark.parametrize("block", range(6))
def test_nothing_is_worse_after_a_repair_than_before_the_edit(block: int) -> None:
    for seed in range(block * 15, block * 15 + 15):
        random = Random(seed)
        building = tiny(random)
        before = Document(building.county, building.policy)
        people = list(building.county.people)
        units = list(building.county.units)
        if not people:
            continue
        after = correct_home_unit(before, [random.choice(people)], random.choice(units), TODAY)
        was, now = before.audit(TODAY), after.audit(TODAY)
        found = repair(was, now)
        if found is None:
            assert all(n <= lines(was).get(line, 0) for line, n in lines(now).items()), seed
            continue
        mended_county = lines(after_moves(now.state, found.proposal.moves))
        worse = {line for line, n in mended_county.items() if n > lines(was).get(line, 0)}
        assert worse == {x.line for x in found.left}, seed
        assert found.proposal.proven, seed


def test_whoever_has_a_move_recorded_is_not_offered_another() -> None:
    county = County(spare=3)
    first = mended(county.broken(lambda: county.leaves(county.at_city[0])))
    [move] = first.proposal.moves
    county.move(move.person, move.kind, move.to_unit, move.to_post, status=MoveStatus.PROPOSED)
    second = mended(county.broken(lambda: county.leaves(county.at_city[1])))
    assert move.person not in {m.person for m in second.proposal.moves}
