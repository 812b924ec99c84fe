from __future__ import annotations

from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.optimise.accept import audit_with
from planner.optimise.planning import plan
from planner.tables.before_after import figure_changes
from tests.planner.building import TODAY, Building


def _county() -> Building:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(2, station, Post.COMMUNITY)
    b.second(b.person(station, Post.CASE), office)
    b.people(8, office)
    return b


def test_the_figures_follow_exactly_the_chosen_moves() -> None:
    b = _county()
    proposal = plan(Document(b.county, b.policy), TODAY)
    all_of_them = figure_changes(proposal.before, proposal.after)
    said = {c.key: (c.before.zh, c.after.zh, c.verdict) for c in all_of_them}
    assert said == {
        "station_share": ("18.1%", "45.4%", "met"),
        "community_share": ("1/1", "1/1", "met"),
        "station_minimum": ("0/1", "1/1", "met"),
        "drawn_off": ("1 人", "0 人", "met"),
    }
    nothing = figure_changes(proposal.before, audit_with(proposal, ()))
    assert not any(change.changes for change in nothing)
    one = figure_changes(proposal.before, audit_with(proposal, {proposal.moves[0].person}))
    assert one != all_of_them
    assert audit_with(proposal, [m.person for m in proposal.moves]) is proposal.after


def test_a_rule_that_is_off_has_no_figure() -> None:
    b = _county()
    b.override("station_share.enforcement", "off")
    b.override("community_share.enforcement", "off")
    audit = b.audit()
    assert [c.key for c in figure_changes(audit, audit)] == ["station_minimum", "drawn_off"]
