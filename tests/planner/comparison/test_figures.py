from __future__ import annotations

from datetime import date

from planner.audit.ledgers import Ledger
from planner.audit.results import Gravity
from planner.comparison.answers import Answer, answer_for, missing, with_answer
from planner.comparison.figures import figure_lines, proposal_lines
from planner.comparison.lines import Line
from planner.comparison.options import compared
from planner.comparison.sections import sections
from planner.comparison.timeline import timeline
from planner.edits.scenarios import add_change
from planner.optimise.running import Limits, Stop
from planner.scenarios.records import ChangeKind
from tests.planner.building import TODAY
from tests.planner.comparison.towns import Four


def by_key(lines: tuple[Line, ...]) -> dict[str, Line]:
    return {line.key: line for line in lines}


def test_every_county_line_stands_on_its_ledgers_as_the_audit_has_it() -> None:
    found = Four().compared()
    lines = by_key(figure_lines(found))
    for ledger in Ledger:
        for n, option in enumerate(found.options):
            target = option.audit.target("station_share", ledger)
            value = lines[f"station_share:{ledger}"].values[n]
            assert target is not None
            assert value is not None
            assert (value.part, value.whole, value.met) == (target.numerator, target.denominator, target.met)
    present = lines["station_share:present"]
    assert present.change(1) < 0 < present.change(2)
    assert present.required_of(range(5)) == "≥ 40% · ≥ 45%"


def test_stations_findings_and_what_cannot_be_made_are_counted() -> None:
    found = Four().compared()
    lines = by_key(figure_lines(found))
    for n, option in enumerate(found.options):
        minimums = [t for t in option.audit.targets if (t.rule, t.ledger) == ("station_minimum", "present")]
        short = [t for t in minimums if not t.met]
        assert lines["station_minimum:stations"].values[n].part == len(short)  # type: ignore[union-attr]
        assert lines["station_minimum:short"].values[n].part == sum(t.shortfall for t in short)  # type: ignore[union-attr]
        violations = sum(f.gravity is Gravity.VIOLATION for f in option.audit.findings)
        assert lines["findings:violation"].values[n].part == violations  # type: ignore[union-attr]
    assert [value.part for value in lines["conflicts"].values if value] == [0, 0, 0, 0, 1]
    assert f"findings:{Gravity.TO_VERIFY}" not in by_key(figure_lines(found, suspicions=False))


def test_proposals_have_lines_once_one_is_worked_out() -> None:
    found = Four().compared()
    assert proposal_lines(found) == ()
    assert [section.key for section in sections(found)] == ["cost", "reach"]
    assert missing(found, Answer.PROPOSAL) == [0, 1, 2, 3, 4]
    proposal = answer_for(found.options[1], TODAY, Answer.PROPOSAL, Limits(10), lambda _: None, Stop())
    found = with_answer(found, 1, Answer.PROPOSAL, proposal)
    assert missing(found, Answer.PROPOSAL) == [0, 2, 3, 4]
    lines = by_key(proposal_lines(found))
    after = proposal.after.target("station_share")
    value = lines["after:station_share"].values[1]
    assert value is not None
    assert (value.part, value.whole) == (after.numerator, after.denominator)
    assert lines["after:station_share"].values[0] is None
    moves = [line.values[1].part for key, line in lines.items() if key.startswith("proposed:")]  # type: ignore[union-attr]
    assert sum(moves) == len(proposal.moves) > 0


def test_the_trade_off_leaves_fewer_short_with_every_transfer_more() -> None:
    found = Four().compared()
    curve = answer_for(found.now, TODAY, Answer.CURVE, Limits(10), lambda _: None, Stop())
    totals = [point.total for point in curve]
    assert totals == sorted(totals, reverse=True)
    assert [point.transfers for point in curve] == list(range(len(curve)))


def test_a_timeline_begins_on_the_day_and_goes_on_by_months() -> None:
    town = Four()
    months = timeline(town.compared().options[1].document, TODAY, 3)
    assert [month.date for month in months] == [TODAY, date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1)]
    shares = [month.targets["station_share", Ledger.PRESENT].numerator for month in months]
    assert shares[0] == shares[1] < shares[2]  # the campaign ends in December


def test_a_raised_line_shows_as_people_short_before_any_proposal() -> None:
    town = Four()
    raised = {"key": "station_share.required", "value": "90%"}
    document = add_change(town.document, 3, ChangeKind.TARGET, TODAY, **raised)
    found = compared(document, tuple(document.scenarios.values()), TODAY)
    lines = by_key(figure_lines(found))
    short = lines["station_share:county_short"]
    targets = [option.audit.target("station_share") for option in found.options]
    assert [value.part for value in short.values if value] == [t.shortfall for t in targets if t]
    assert short.change(3) > 0
    assert short.is_better(3) is False
    assert lines["station_share:present"].differ_in_required
    assert not lines["community_share:present"].differ_in_required
