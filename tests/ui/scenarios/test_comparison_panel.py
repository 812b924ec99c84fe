"""The comparison of a window: what is at hand at once, what takes a while option by option, and its paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.comparison.answers import Answer, missing
from planner.comparison.options import Comparison, compared
from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario, remove_scenario
from planner.scenarios.records import ChangeKind
from planner.text import same
from tests.planner.building import TODAY
from tests.planner.comparison.towns import CAMPAIGN, UNTIL, Four
from tests.ui.windows import Scene
from ui.printing.print_preview import PrintPreview
from ui.scenarios.comparison_panel import ComparisonPanel
from ui.scenarios.comparison_views import VIEWS
from ui.tables.hints import Hint

TOWN = Four()
ALL = (None, CAMPAIGN, "返岗", "四十五", "查无此人")


class Compared(Scene):
    """A panel of its own beside the window that it belongs to."""

    def __init__(self, qtbot: QtBot, document: Document | None = None, language: str = "zh") -> None:
        super().__init__(qtbot, document or TOWN.document, language=language)
        self.panel = ComparisonPanel(self.shell)
        qtbot.addWidget(self.panel)
        self.panel.resize(900, 560)
        with qtbot.waitExposed(self.panel):
            self.panel.show()
        self.wait(lambda: len(self.names) == len(self.document.base.scenarios) + 1)

    def wait(self, seen: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(seen, timeout=20_000)

    @property
    def found(self) -> Comparison:
        assert self.panel.comparison is not None
        return self.panel.comparison

    @property
    def names(self) -> list[str | None]:
        options = self.panel.comparison.options if self.panel.comparison is not None else ()
        return [o.scenario.name if o.scenario is not None else None for o in options]

    def known(self, answer: Answer) -> bool:
        return not missing(self.found, answer) and not self.panel.work.running

    def cells(self, view: str, key: str) -> list[str]:
        model = self.panel.views.models[view]
        column = model.section_of(key)
        return [str(model.index(line, column).data()) for line in range(model.rowCount())]


@pytest.fixture
def scene(qtbot: QtBot) -> Iterator[Compared]:
    scene = Compared(qtbot)
    yield scene
    scene.shell.background.stop_all()


def test_every_scenario_stands_beside_the_county_with_figures_that_the_domain_gives(scene: Compared) -> None:
    assert tuple(scene.names) == ALL
    document = TOWN.document
    by_itself = compared(document, tuple(document.scenarios.values()), TODAY)
    assert [o.audit for o in scene.found.options] == [o.audit for o in by_itself.options]
    shares = dict(zip(scene.cells("figures", "title"), scene.cells("figures", "option2"), strict=True))
    target = by_itself.options[2].audit.target("station_share")
    assert target is not None
    assert f"{target.numerator}/{target.denominator}" in shares["派出所警力占比(在岗)"]
    assert "▲" in shares["派出所警力占比(在岗)"]


def test_better_and_worse_have_a_colour_and_a_shape(scene: Compared) -> None:
    model = scene.panel.views.models["figures"]
    row = next(r for r in model.rows if r.line.key == "station_share:present")
    assert model.hinting is not None
    assert model.marking is not None
    assert [model.hinting(row, f"option{n}") for n in range(3)] == [None, Hint.GRAVE, Hint.GOOD]
    assert row.words(1).zh.startswith("−")
    assert "▼" in row.words(1).zh
    assert model.marking(row, "option0") is not None


@pytest.mark.parametrize("view", list(VIEWS))
def test_every_view_shows_rows_or_a_chart(scene: Compared, view: str) -> None:
    scene.panel.views.show_view(view)
    if view in scene.panel.views.charts:
        chart = scene.panel.views.charts[view]
        scene.wait(lambda: chart.picture is not None and not scene.panel.work.running)
        assert not chart.is_empty
    else:
        assert scene.panel.views.models[view].rowCount() > 0


def test_moves_and_officers_are_named_and_findings_say_what_is_new(scene: Compared) -> None:
    views = scene.panel.views
    views.show_view("moves")
    assert scene.cells("moves", "of") == ["A 抽人", "A 抽人", "B 返岗", "B 返岗"]
    views.show_view("officers")
    assert len(scene.cells("officers", "name")) == 4
    views.show_view("findings")
    assert "新增" in "".join(scene.cells("findings", "option1"))
    assert "消除" in "".join(scene.cells("findings", "option2"))


def test_unticked_scenarios_leave_the_comparison(scene: Compared) -> None:
    bar = scene.panel.bar
    bar.checks.setData(bar.checks.index(0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    scene.wait(lambda: tuple(scene.names) == (None, "返岗", "四十五", "查无此人"))
    assert "3/4" in bar.button.text()
    bar.all_button.click()
    scene.wait(lambda: tuple(scene.names) == ALL)


def test_another_date_compares_there_and_the_windows_date_stays(scene: Compared) -> None:
    bar, after = scene.panel.bar, UNTIL + timedelta(days=1)
    bar.field.setDate(QDate(after.year, after.month, after.day))
    scene.wait(lambda: scene.found.on == after)
    assert scene.document.on == TODAY
    options = scene.found.options
    assert options[1].audit.target("station_share") == options[0].audit.target("station_share")
    later = TODAY + timedelta(days=7)
    bar.field.setDate(QDate(later.year, later.month, later.day))
    scene.wait(lambda: scene.found.on == later)
    assert bar.days.currentData() == "other"


def test_changes_that_lie_ahead_are_said_and_one_click_compares_when_all_hold(qtbot: QtBot) -> None:
    document = remove_scenario(TOWN.document, 4)
    ahead = TODAY + timedelta(days=60)
    document = add_change(new_scenario(document, "以后"), 4, ChangeKind.RETIRE, ahead, person=TOWN.clerks[0])
    scene = Compared(qtbot, document)
    panel = scene.panel
    assert panel.ahead.words.text() == f"{TODAY} 之后才有变动:“以后”(自 {ahead})"
    panel.views.show_view("months")
    scene.wait(lambda: scene.known(Answer.MONTHS))
    panel.ahead.button.click()
    scene.wait(lambda: scene.found.on == ahead)
    assert panel.ahead.isHidden()
    scene.wait(lambda: scene.known(Answer.MONTHS))
    for option in scene.found.options:
        assert option.months is not None
        assert option.months[0].date == TODAY
    scene.shell.background.stop_all()


def test_columns_stay_in_their_order_while_scenarios_go_and_come(scene: Compared) -> None:
    views = scene.panel.views
    views.show_view("costs")
    view = views.tables["costs"]

    def titles() -> list[str]:
        return [view.records.column_at(section).key for section in view.visible_sections()]

    for step, options in ((lambda d: remove_scenario(d, 4), 4), (lambda d: new_scenario(d, "又"), 5)):
        scene.document.apply_to_base(same("改"), step)
        scene.wait(lambda n=options: len(scene.names) == n and not scene.panel.comparing.busy)
        assert titles() == ["title", *(f"option{n}" for n in range(options)), "required"]


def test_proposals_of_every_option_join_the_table_and_are_kept(scene: Compared) -> None:
    scene.panel.work.ask_button.click()
    scene.wait(lambda: scene.known(Answer.PROPOSAL))
    scene.settle()
    assert any(title.startswith("建议后:") for title in scene.cells("figures", "title"))
    assert not scene.panel.work.ask_button.isEnabled()
    proposals = [option.proposal for option in scene.found.options]
    scene.panel.views.show_view("moves")
    own = [move for p in proposals if p is not None for move in p.moves]
    assert scene.cells("moves", "source").count("调整建议") == len(own) > 0
    document = scene.document
    document.apply_to_base(
        same("change"), lambda d: add_change(d, 1, ChangeKind.RETIRE, TODAY, person=TOWN.case[1])
    )
    scene.wait(lambda: not scene.panel.comparing.busy and scene.found.base is document.base)
    scene.wait(lambda: missing(scene.found, Answer.PROPOSAL) == [1])  # the others are as they were
    assert scene.found.options[2].proposal is proposals[2]
    document.undo_stack.undo()


def test_stopping_keeps_what_is_there_and_asks_no_more_by_itself(scene: Compared) -> None:
    panel = scene.panel
    panel.views.show_view("curve")
    scene.wait(lambda: panel.work.running)
    panel.work.stop()
    scene.wait(lambda: not panel.work.running)
    scene.settle()
    assert not panel.work.running
    assert "尚未算出" in panel.views.nothing["curve"].text()
    panel.views.show_view("figures")
    panel.views.show_view("curve")
    scene.wait(lambda: scene.known(Answer.CURVE))


def test_the_paper_is_of_the_comparison_in_view(scene: Compared) -> None:
    bar = scene.panel.bar
    bar.checks.setData(bar.checks.index(3), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    scene.wait(lambda: len(scene.names) == 4)
    scene.document.go_into(1)  # the paper is of what is on file, whatever is in view
    scene.settle()
    bar.print_button.click()
    scene.wait(lambda: bool(scene.window.findChildren(PrintPreview)))
    (preview,) = scene.window.findChildren(PrintPreview)
    assert not missing(scene.found, Answer.MONTHS)
    scene.wait(lambda: preview.is_ready)
    assert preview.kind == "comparison"
    assert preview._order is not None
    assert preview._order.compared is scene.found
    assert preview._order.document is scene.document.base
    preview.close()


def test_nothing_of_a_document_that_was_closed_stays_in_view(scene: Compared) -> None:
    figures = scene.panel.views.models["figures"]
    assert figures.rows
    scene.document.open(TOWN.document, None)
    assert not figures.rows
    scene.wait(lambda: bool(figures.rows))


def test_a_table_is_copied_with_its_titles_in_the_language_of_the_window(qtbot: QtBot) -> None:
    scene = Compared(qtbot, language="en")
    view = scene.panel.views.tables["figures"]
    view.selectAll()
    view.copy(titles=True)
    words = QApplication.clipboard().text().splitlines()
    assert words[0].split("\t")[:3] == ["Line", "As it stands", f"A {CAMPAIGN}"]
    assert any(line.startswith("Station share (present)\t") for line in words)
    scene.shell.background.stop_all()


def test_without_scenarios_the_panel_says_what_to_do(qtbot: QtBot) -> None:
    document = TOWN.document
    for scenario in list(document.scenarios):
        document = remove_scenario(document, scenario)
    scene = Scene(qtbot, document)
    panel = ComparisonPanel(scene.shell)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    assert panel.empty.isVisible()
    assert "新建方案" in panel.empty.text()
    scene.settle()
