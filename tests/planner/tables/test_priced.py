from __future__ import annotations

from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.optimise.planning import plan
from planner.tables.priced import TABLE, Price, price_rows
from planner.text import Text, same
from tests.planner.building import TODAY, Building


def test_movers_the_barred_and_kept_draw_offs_are_offered_but_nobody_for_a_private_reason() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(3, station, Post.COMMUNITY)
    kept = b.person(station, Post.CASE)
    b.second(kept, office, kept_with_approval=True)
    held = b.person(station, Post.CASE)
    b.second(held, None)
    private = b.person(office, special_codes=frozenset({"investigated"}))
    pinned = b.person(office, pin="骨干")
    b.people(6, office)
    proposal = plan(Document(b.county, b.policy), TODAY)
    rows = {row.id: row for row in price_rows(proposal, {pinned: same("2")})}
    movers = {move.person for move in proposal.moves}
    assert movers
    assert {id_ for id_, row in rows.items() if row.price is Price.STAYING} == movers
    assert rows[kept].price is Price.KEPT
    assert rows[held].price is Price.OUTSIDE
    assert rows[pinned].price is Price.PIN
    assert rows[pinned].now == Text("已锁定", "pinned")
    assert private not in rows
    assert TABLE.texts([rows[pinned]], "en")[1][-1] == "2"
