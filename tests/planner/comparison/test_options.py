from __future__ import annotations

from planner.comparison.options import AtHand, compared, letter
from planner.scenarios.applying import Applied, applied
from tests.planner.building import TODAY
from tests.planner.comparison.towns import Four


def test_the_county_as_it_stands_comes_first_and_stays_as_it_is() -> None:
    document = Four().document
    found = compared(document, tuple(document.scenarios.values()), TODAY)
    assert (found.now.scenario, found.now.letter, found.now.conflicts) == (None, "", ())
    assert found.now.document is document
    assert found.now.audit == document.audit(TODAY)
    assert [option.letter for option in found.scenarios] == ["A", "B", "C", "D"]
    assert found.scenarios[0].lettered.zh == "A 抽人"
    assert [len(option.conflicts) for option in found.options] == [0, 0, 0, 0, 1]


def test_every_option_is_what_applying_its_scenario_gives() -> None:
    document = Four().document
    found = compared(document, tuple(document.scenarios.values()), TODAY)
    for option in found.scenarios:
        assert option.scenario is not None
        assert option.audit == applied(document, option.scenario.id).document.audit(TODAY)


def test_what_is_at_hand_is_taken_and_nothing_of_it_worked_out_again() -> None:
    document = Four().document
    first = document.scenarios[1]
    other = Applied(document)  # plainly not the scenario applied: only taking it over can give it
    audit = document.audit(TODAY)
    found = compared(document, (first,), TODAY, {1: AtHand(other, audit), None: AtHand(audit=audit)})
    assert found.now.audit is audit
    assert found.scenarios[0].document is document
    assert found.scenarios[0].audit is audit


def test_after_z_letters_go_on_in_pairs() -> None:
    assert [letter(n) for n in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]
