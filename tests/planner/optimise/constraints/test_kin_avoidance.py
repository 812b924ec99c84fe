"""Kin avoidance in a plan: a case that holds, cases that bite, and what they cost."""

from __future__ import annotations

from planner.county.records import AbsenceKind, Category, MoveKind, Post, UnitKind
from planner.document import Document
from planner.optimise.constraints.kin_avoidance import closed_by_kin, kin_avoidance, kin_faults
from planner.optimise.movable import movable_range
from planner.optimise.planning import plan
from planner.optimise.proposal import Proposal
from planner.optimise.recount import after_moves
from tests.planner.building import TODAY, Building


class Scene(Building):
    """Two stations of four, each one officer short, and an office that may give all but two."""

    def __init__(self, maximum: int | None = None) -> None:
        super().__init__()
        self.north, self.south = self.unit("城关派出所"), self.unit("河口派出所", maximum=maximum)
        self.office = self.unit("指挥中心", UnitKind.ADMINISTRATIVE, minimum=2)
        self.staff = self.people(4, self.north, Post.COMMUNITY, pin="专案")
        self.others = self.people(4, self.south, Post.COMMUNITY, pin="专案")
        self.override("station_share.enforcement", "off")

    def planned(self) -> Proposal:
        return plan(Document(self.county, self.policy), TODAY)

    def bound(self) -> frozenset[tuple[int, int]]:
        state = self.state(TODAY, "all_approved")
        return kin_avoidance(state, movable_range(state)).pairs

    def closed(self) -> dict[int, frozenset[int]]:
        state = self.state(TODAY, "all_approved")
        return dict(closed_by_kin(state, movable_range(state)))


def _targets(proposal: Proposal) -> dict[int, int]:
    return {m.person: m.to_unit for m in proposal.moves if m.kind is MoveKind.TRANSFER}


def _short(proposal: Proposal) -> int:
    [level] = [level for level in proposal.levels if level.name == "shortage:station_minimum"]
    return level.value


def test_without_relations_nothing_is_closed() -> None:
    scene = Scene()
    scene.people(2, scene.office)
    assert (scene.bound(), scene.closed()) == (frozenset(), {})


def test_an_officer_is_never_transferred_to_where_a_pinned_relative_works() -> None:
    scene = Scene()
    kin, *_ = scene.people(4, scene.office)
    scene.relate(kin, scene.staff[0], "夫妻")
    assert scene.closed() == {kin: frozenset({scene.north})}
    targets = _targets(scene.planned())
    assert set(targets.values()) == {scene.north, scene.south}
    assert targets.get(kin) != scene.north


def test_a_station_closed_to_everybody_stays_one_short() -> None:
    scene = Scene()
    for officer in scene.people(4, scene.office):
        scene.relate(scene.staff[0], officer)
    proposal = scene.planned()
    assert (_short(proposal), list(_targets(proposal).values())) == (1, [scene.south])
    scene.override("kin_avoidance.enforcement", "off")
    proposal = scene.planned()
    assert (_short(proposal), len(_targets(proposal))) == (0, 2)


def test_two_movable_relatives_never_end_at_one_station_by_a_transfer() -> None:
    scene = Scene(maximum=4)  # the southern station takes nobody
    scene.override("station_minimum.required", 6)
    scene.people(2, scene.office, pin="专案")
    first, second = scene.people(2, scene.office)
    assert _short(scene.planned()) == 2
    scene.relate(second, first, "夫妻")
    assert scene.bound() == {(first, second)}
    proposal = scene.planned()
    assert (_short(proposal), list(_targets(proposal).values())) == (3, [scene.north])


def test_a_relative_who_is_away_closes_the_station_of_the_post() -> None:
    scene = Scene()
    officer = scene.person(scene.office)
    absent = scene.person(scene.north)
    scene.absent(absent, AbsenceKind.MATERNITY, TODAY)
    scene.relate(officer, absent)
    assert scene.closed() == {officer: frozenset({scene.north})}


def test_people_who_are_no_civil_servants_close_nothing() -> None:
    scene = Scene()
    officer = scene.person(scene.office)
    scene.relate(officer, scene.person(scene.north, category=Category.AUXILIARY))
    assert (scene.bound(), scene.closed()) == (frozenset(), {})


def test_the_recount_finds_relatives_brought_together_by_itself() -> None:
    scene = Scene()
    scene.people(4, scene.office)
    proposal = scene.planned()
    moved = next(m for m in proposal.moves if m.to_unit == scene.north)
    scene.relate(scene.staff[0], moved.person)
    before = scene.state(TODAY, "all_approved")
    after = after_moves(before, proposal.moves).state
    [fault] = kin_faults(before, after, proposal.moves)
    assert str(moved.person) in fault
    scene.override("kin_avoidance.enforcement", "off")
    assert not list(kin_faults(scene.state(TODAY, "all_approved"), after, proposal.moves))


def test_relatives_who_are_together_already_are_no_fault_of_the_plan() -> None:
    scene = Scene()
    scene.people(4, scene.office)
    scene.relate(*scene.staff[:2])
    proposal = scene.planned()
    assert (proposal.status, len(_targets(proposal))) == ("optimal", 2)
