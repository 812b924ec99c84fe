from __future__ import annotations

from planner.county.records import MoveStatus, Post, UnitKind
from planner.document import Document
from planner.optimise.accept import accept
from planner.optimise.planning import plan
from planner.tables.proposed import TABLE, proposed_rows
from tests.planner.building import TODAY, Building


def test_a_proposed_move_is_told_in_words_and_says_what_of_it_is_recorded() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    b.people(5, station, Post.COMMUNITY)
    b.second(b.person(station, Post.CASE, name="张伟"), office)
    document = Document(b.county, b.policy)
    proposal = plan(document, TODAY)
    [row] = proposed_rows(proposal, document.county)
    words = dict(zip([c.key for c in TABLE.columns], TABLE.texts([row], "zh")[1], strict=True))
    assert (words["name"], words["kind"]) == ("张伟", "返岗")
    assert (words["from_unit"], words["to_unit"], words["to_post"]) == ("刑侦大队", "城关派出所", "办案")
    assert (words["status"], row.status) == ("", None)
    accepted = accept(document, proposal, [row.id], TODAY)
    assert proposed_rows(proposal, accepted.county)[0].status is MoveStatus.PROPOSED
