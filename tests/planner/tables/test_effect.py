from __future__ import annotations

from planner.county.records import Post
from planner.tables.effect import effect
from planner.text import Text
from tests.planner.building import Building, share_county


def test_a_changed_share_is_shown_before_and_after() -> None:
    before, after = share_county(38, 62), share_county(39, 61)
    words = effect(before.audit(), after.audit())
    assert words.zh.startswith("派出所占比(在岗) 38.0% → 39.0%")
    assert words.en.startswith("station share (present) 38.0% → 39.0%")


def test_counts_stand_in_for_shares_that_round_to_the_same() -> None:
    before, after = share_county(4001, 5999), share_county(4002, 5998)
    assert "4001/10000 → 4002/10000" in effect(before.audit(), after.audit()).zh


def test_drawn_off_people_and_findings_are_compared() -> None:
    b = share_county(20, 20)
    before = b.audit()
    person = next(iter(b.county.people))
    b.second(person)
    words = effect(before, b.audit()).zh
    assert "被抽调借调 0 → 1" in words
    assert "问题 0 → 2" in words


def test_an_edit_that_moves_no_figure_says_so() -> None:
    b = share_county(20, 20)
    assert effect(b.audit(), b.audit()) == Text("指标未变", "the figures are unchanged")


def test_a_rule_switched_off_is_left_out() -> None:
    before = share_county(38, 62)
    after = Building()
    after.county = before.county
    after.override("station_share.enforcement", "off")
    after.override("community_share.enforcement", "off")
    assert "派出所占比" not in effect(before.audit(), after.audit()).zh


def test_a_community_officer_more_shows_in_the_community_share() -> None:
    b = share_county(5, 5)
    before = b.audit()
    b.person(next(iter(b.county.units)), Post.CASE)
    assert "社区民警占比 100.0% → 83.3%" in effect(before, b.audit()).zh
