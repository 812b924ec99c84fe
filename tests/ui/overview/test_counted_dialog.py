from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from planner.audit.ledgers import Ledger
from planner.tables.counted import Part
from planner.text import Text
from tests.ui.windows import Scene
from ui.overview.counted_dialog import CountedDialog
from ui.overview.overview_page import OverviewPage


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    return Scene(qtbot)


def _dialog(scene: Scene, key: str) -> CountedDialog:
    dialog = scene.page("overview", OverviewPage).explain(key)
    assert dialog is not None
    return dialog


def _counts(dialog: CountedDialog) -> dict[Part, int]:
    return {part: sum(row.part is part for row in dialog.model.rows) for part in Part}


@pytest.mark.parametrize("key", ["station_share", "community_share", "drawn_off"])
def test_the_rows_on_each_ledger_are_as_many_as_the_figure_says(scene: Scene, key: str) -> None:
    dialog = _dialog(scene, key)
    figure = scene.page("overview", OverviewPage).cards[key].figure
    assert figure is not None
    for index, target in enumerate(figure.targets):
        if target.ledger is Ledger.EFFECTIVE:
            continue
        dialog.ledger.setCurrentIndex(index)
        counts = _counts(dialog)
        assert counts[Part.NUMERATOR] == target.numerator
        if target.denominator is not None:
            assert counts[Part.NUMERATOR] + counts[Part.DENOMINATOR] == target.denominator
        assert str(target.numerator) in dialog.sentence.text()
    dialog.close()


def test_the_effective_ledger_says_what_it_counts_in(scene: Scene) -> None:
    dialog = _dialog(scene, "station_share")
    dialog.ledger.setCurrentIndex(2)
    assert "以百分之一人计" in dialog.sentence.text()
    dialog.close()


def test_a_chip_leaves_only_its_part(scene: Scene) -> None:
    dialog = _dialog(scene, "station_share")
    dialog.bar.choose(Part.LEFT_OUT)
    assert {row.part for row in dialog.model.shown} == {Part.LEFT_OUT}
    dialog.close()


def test_an_edit_behind_the_dialog_is_counted_in_it(scene: Scene) -> None:
    dialog = _dialog(scene, "station_share")
    before = _counts(dialog)[Part.NUMERATOR]
    scene.window.give_unit(scene.unit("城关派出所"), [scene.person("吴刚")])
    assert _counts(dialog)[Part.NUMERATOR] == before + 1
    assert f"{before + 1} ÷ 7" in dialog.sentence.text()
    dialog.close()


def test_the_dialog_follows_the_language(scene: Scene) -> None:
    dialog = _dialog(scene, "station_share")
    scene.shell.language.choose("en")
    assert dialog.windowTitle() == "How this was counted"
    assert dialog.sentence.text().startswith("Station share (present")
    assert dialog.ledger.itemText(1) == "books"
    dialog.close()


def test_the_dialog_closes_when_its_rule_is_switched_off(scene: Scene) -> None:
    _dialog(scene, "station_share")
    scene.document.apply(
        Text("修改口径", "Change the policy"),
        lambda d: type(d)(d.county, d.policy.with_override("station_share.enforcement", "off")),
    )
    scene.qtbot.waitUntil(lambda: scene.window.findChild(CountedDialog) is None)


def test_a_double_click_shows_the_person(scene: Scene) -> None:
    dialog = _dialog(scene, "drawn_off")
    dialog.view.setCurrentIndex(dialog.model.index(0, 0))
    dialog.view.doubleClicked.emit(dialog.model.index(0, 0))
    assert scene.window.card.isVisible()
    dialog.close()
