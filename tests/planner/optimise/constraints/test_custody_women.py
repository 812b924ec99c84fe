"""A custody unit keeps its women officers."""

from __future__ import annotations

from planner.county.records import Post, Sex, UnitKind
from tests.planner.building import Building
from tests.planner.optimise.constraints.small import moved, planned


def custody(women: int, men: int) -> tuple[Building, list[int]]:
    """Return a station short by two, and a custody unit that may give two."""
    b = Building()
    b.people(3, b.unit("城关派出所"), Post.COMMUNITY)
    ward = b.unit("看守所", UnitKind.CUSTODY, minimum=2)
    held = b.people(women, ward, sex=Sex.FEMALE)
    b.people(men, ward, sex=Sex.MALE)
    return b, held


def test_without_a_number_anybody_may_go() -> None:
    b, women = custody(women=4, men=0)
    assert len(moved(planned(b))) == 2
    assert set(moved(planned(b))) <= set(women)


def test_the_women_asked_for_stay() -> None:
    b, women = custody(women=2, men=2)
    b.override("planning.custody_women", 2)
    assert len(moved(planned(b))) == 2
    assert not set(moved(planned(b))) & set(women)


def test_the_number_bites_where_only_women_could_go() -> None:
    b, _ = custody(women=4, men=0)
    b.override("planning.custody_women", 3)
    assert len(moved(planned(b))) == 1


def test_too_few_today_means_no_fewer_and_is_told() -> None:
    b, women = custody(women=1, men=3)
    b.override("planning.custody_women", 2)
    proposal = planned(b)
    assert not set(moved(proposal)) & set(women)
    assert any("看守所" in note.zh and "女民警" in note.zh for note in proposal.notes)


def test_where_the_roster_gives_nobodys_sex_nothing_is_asked() -> None:
    b = Building()
    b.people(3, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(4, b.unit("看守所", UnitKind.CUSTODY, minimum=2))
    b.override("planning.custody_women", 2)
    assert len(moved(planned(b))) == 2
    assert planned(b).notes == ()
