"""Moves, findings and officers of a comparison, by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from planner.comparison.answers import Answer, answer_for, with_answer
from planner.comparison.findings import Fate, finding_lines
from planner.comparison.moves import move_lines
from planner.comparison.officers import officer_lines
from planner.comparison.options import compared
from planner.county.records import AbsenceKind, MoveKind, Post
from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario
from planner.optimise.running import Limits, Stop
from planner.scenarios.records import ChangeKind
from planner.text import same
from tests.planner.building import TODAY
from tests.planner.comparison.towns import UNTIL, Four


def test_every_move_says_who_from_where_to_where_and_when() -> None:
    town = Four()
    moves = [move for move in move_lines(town.compared()) if move.option == 1]
    assert [move.person for move in moves] == town.beat[:2]
    first = moves[0]
    assert (first.kind.zh, first.from_.zh, first.to.zh) == ("抽调", "城关派出所 社区民警", "政工室")
    assert (first.on, first.until, first.proposed, first.code) == (TODAY, UNTIL, False, "secondment")
    home = [move for move in move_lines(town.compared()) if move.option == 2]
    assert {move.code: (move.person, move.to.zh) for move in home} == {
        "return": (town.drawn, "河口派出所 社区民警"),
        "transfer": (town.clerks[0], "河口派出所 社区民警"),
    }


def test_a_proposal_adds_its_moves_to_those_of_the_scenario() -> None:
    found = Four().compared()
    proposal = answer_for(found.options[1], TODAY, Answer.PROPOSAL, Limits(10), lambda _: None, Stop())
    moves = move_lines(with_answer(found, 1, Answer.PROPOSAL, proposal))
    proposed = [move.person for move in moves if move.proposed]
    assert proposed == [move.person for move in proposal.moves]
    assert {move.option for move in moves if move.proposed} == {1}


def test_leave_joining_and_leaving_are_moves_without_a_reason() -> None:
    town = Four()
    document = new_scenario(Document(town.county, town.policy), "甲")
    leave = {"person": town.clerks[1], "until": UNTIL, "value": AbsenceKind.MATERNITY}
    document = add_change(document, 1, ChangeKind.LEAVE, TODAY, **leave)
    document = add_change(document, 1, ChangeKind.RECRUIT, TODAY, number=1, unit=town.big, name="周新")
    document = add_change(document, 1, ChangeKind.RETIRE, TODAY, person=town.clerks[2])
    found = compared(document, tuple(document.scenarios.values()), TODAY)
    assert found.options[1].conflicts == ()
    moves = {move.code: move for move in move_lines(found)}
    assert (moves["leave"].kind.zh, moves["leave"].person) == ("请假", town.clerks[1])
    assert (moves["recruit"].name, moves["recruit"].to.zh) == ("周新", "城关派出所 其他")
    assert (moves["retire"].from_.zh, moves["retire"].to.zh) == ("政工室 内勤", "")


def test_findings_are_new_or_gone_beside_the_county_as_it_stands() -> None:
    found = Four().compared()
    lines = finding_lines(found)
    drawn = {line.people: [line.fate(n) for n in range(4)] for line in lines if line.key[1] == "secondment"}
    town = Four()
    stays, new, gone, absent = Fate.STAYS, Fate.NEW, Fate.GONE, Fate.ABSENT
    assert drawn[(town.drawn,)] == [stays, stays, gone, stays]
    assert drawn[(town.beat[0],)] == [absent, new, absent, absent]
    for n, option in enumerate(found.options):
        assert sum(line.found[n] is not None for line in lines) == len(option.audit.findings)


def test_only_officers_who_stand_otherwise_are_listed_with_where_each_option_has_them() -> None:
    town = Four()
    lines = officer_lines(town.compared())
    assert {line.person.id for line in lines} == {*town.beat[:2], town.drawn, town.clerks[0]}
    places = {line.id: [place.zh for place in line.places] for line in lines}
    home, away = "城关派出所 社区民警", "城关派出所 社区民警(在政工室)"
    assert places[town.beat[0]] == [home, away, home, home, home]
    assert places[town.clerks[0]][2] == "河口派出所 社区民警"
    assert [line.differs(1) for line in lines if line.id == town.drawn] == [False]
    assert officer_lines(town.compared(UNTIL.replace(year=2028)))  # the moves last, the campaign does not


def test_an_officer_at_a_unit_that_is_not_ours_is_said_to_be_there() -> None:
    town = Four()
    border = town.unit("边境派出所", ours=False)
    document = new_scenario(Document(town.county, town.policy), "甲")
    document = add_change(document, 1, ChangeKind.SECONDMENT, TODAY, person=town.case[1], unit=border)
    [line] = officer_lines(compared(document, tuple(document.scenarios.values()), TODAY))
    assert line.places[1].zh == "城关派出所 办案(在边境派出所)"


def test_findings_of_one_unit_that_are_alike_but_for_their_sentence_are_all_listed() -> None:
    found = Four().compared()
    finding = found.now.audit.findings[0]
    pair = (finding, replace(finding, message=same("another post")))
    now = replace(found.now, audit=replace(found.now.audit, findings=pair))
    one = replace(found.options[1], audit=replace(found.now.audit, findings=pair[:1]))
    lines = finding_lines(replace(found, options=(now, one)))
    assert [line.fate(1) for line in lines] == [Fate.STAYS, Fate.GONE]


def test_a_return_from_outside_names_the_unit_outside() -> None:
    town = Four()
    town.second(town.clerks[0], to_outside="县委组织部", from_=TODAY - timedelta(days=90))
    document = add_change(
        new_scenario(Document(town.county, town.policy), "甲"),
        1,
        ChangeKind.RETURN,
        TODAY,
        person=town.clerks[0],
    )
    [line] = move_lines(compared(document, tuple(document.scenarios.values()), TODAY))
    assert (line.code, line.start.unit, line.start.outside) == (MoveKind.RETURN, "", "县委组织部")
    assert (line.end.unit, line.end.post, line.from_.zh) == ("政工室", Post.OFFICE, "县委组织部 内勤")


def test_recruits_who_join_after_the_date_are_not_listed_as_officers_who_differ() -> None:
    town = Four()
    later = TODAY + timedelta(days=60)
    document = add_change(
        new_scenario(Document(town.county, town.policy), "甲"),
        1,
        ChangeKind.RECRUIT,
        later,
        number=3,
        unit=town.big,
    )
    scenarios = tuple(document.scenarios.values())
    assert officer_lines(compared(document, scenarios, TODAY)) == ()
    joined = officer_lines(compared(document, scenarios, later))
    assert [line.places[0].zh for line in joined] == ["—"] * 3
