"""The Forecast page: its parts appear one after another, follow what is in view, and lead on."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from planner.document import Document
from planner.edits.people import correct_people
from planner.edits.scenarios import add_change, new_scenario
from planner.forecast.months import Forecast
from planner.optimise.running import Stop
from planner.scenarios.records import ChangeKind
from planner.text import Text
from tests.planner.building import TODAY
from tests.planner.forecast.ahead import RETIRES, AheadCounty
from tests.ui.forecast.pages import Opened, Slow
from ui.background import Report
from ui.forecast.forecasting import Asked, Questions, Stage, known
from ui.roster.roster_page import RosterPage
from ui.settings import FORECAST_MONTHS, FORECAST_RUNS
from ui.tables.hints import Hint

_LABEL = Text("改", "change")


def _later(document: Document, county: AheadCounty) -> Document:
    return correct_people(document, {county.old: {"left_on": date(2028, 1, 1)}})


def test_each_part_appears_when_it_is_there(qtbot: QtBot) -> None:
    slow = Slow("known", "chances", "ways")
    opened = Opened(qtbot, questions=slow.questions())
    page, found = opened.page, opened.forecasting
    assert page.waiting.isVisible()
    assert page.bar.stop_button.isVisible()
    slow.go["known"].set()
    opened.until(lambda: found.stage is Stage.CHANCES)
    assert len(page.months.model.shown) == 13
    assert set(opened.cells("station_share_chance")) == {"…"}
    assert page.breaks.model.shown
    slow.go["chances"].set()
    opened.until(lambda: found.stage is Stage.WAYS)
    assert opened.cells("station_share_chance")[1].endswith("%)")
    assert page.breaks.ways.nothing.text() == "正在求最少调整…"
    slow.go["ways"].set()
    opened.settle()
    assert [row.way.date for row in page.breaks.ways.model.shown] == [RETIRES]
    assert "模拟 1000 次" in page.bar.words.text()


def test_the_headline_names_the_first_break_and_the_tabs_count(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.settle()
    assert "最早:2027-09-01 不再达标 城关派出所 派出所最低警力" in opened.page.headline.words.text()
    assert [opened.page.tabs.tabText(n) for n in (1, 2)] == ["何时跌破 1", "将要发生 2"]


@pytest.mark.parametrize(
    ("held", "rows", "runs", "said"),
    [
        ("known", 13, 0, "只推算到"),
        ("chances", 13, 0, "已抽取的 0 次"),
        ("ways", 13, 1000, "其余各日的预防办法未求"),
    ],
)
def test_stopping_keeps_what_is_there(qtbot: QtBot, held: str, rows: int, runs: int, said: str) -> None:
    slow = Slow(held)
    opened = Opened(qtbot, questions=slow.questions())
    opened.until(lambda: held in slow.asked)
    opened.page.bar.stop_button.click()
    opened.settle()
    assert len(opened.page.months.model.shown) == rows
    chances = opened.forecasting.chances
    assert (chances[0].runs if chances else 0) == runs
    assert said in opened.page.bar.words.text()
    assert slow.asked[-1] == held
    slow.go[held].set()
    opened.page.bar.forecast_button.click()
    opened.until(lambda: slow.asked[-1] == "ways" and not opened.forecasting.running)
    assert "模拟 1000 次" in opened.page.bar.words.text()


def test_a_forecast_stopped_before_its_first_month_claims_nothing(qtbot: QtBot) -> None:
    def until_stopped(asked: Asked, report: Report, stop: Stop) -> Forecast:
        while not stop.requested:
            threading.Event().wait(0.001)
        return known(asked, report, stop)

    opened = Opened(qtbot, questions=Questions(known=until_stopped))
    opened.until(lambda: opened.page.bar.stop_button.isVisible())
    opened.forecasting.stop()
    opened.settle()
    assert "没有结论" in opened.page.headline.words.text()
    opened.page.sections.show_part("breaks")
    assert "没有结论" in opened.page.breaks.nothing.text()
    assert opened.page.tabs.tabText(1) == "何时跌破"


def test_after_an_edit_the_old_answer_is_greyed_until_the_new_one_is_there(qtbot: QtBot) -> None:
    county, slow = AheadCounty(), Slow()
    opened = Opened(qtbot, county.document(), slow.questions())
    opened.settle()
    slow.go["known"].clear()
    opened.document.apply(_LABEL, lambda d: _later(d, county))
    months, ways = opened.page.months.model, opened.page.breaks.ways
    assert months.hinting is not None
    assert months.hinting(months.shown[0], "date") is Hint.QUIET
    assert not ways.write_button.isEnabled()
    assert "灰色为修改前的预测" in opened.page.bar.words.text()
    slow.go["known"].set()
    opened.settle()
    assert months.hinting(months.shown[0], "date") is not Hint.QUIET
    assert not [row for row in opened.page.breaks.model.rows if not row.of.heals]
    opened.document.undo_stack.undo()
    opened.settle()
    assert [row.date for row in opened.page.breaks.model.rows if not row.of.heals] == [RETIRES]


def test_a_scenario_is_forecast_while_it_is_in_view(qtbot: QtBot) -> None:
    county = AheadCounty()
    document = add_change(
        new_scenario(county.document(), "退休"),
        1,
        ChangeKind.RETIRE,
        date(2027, 1, 1),
        person=county.stays[0],
    )
    opened = Opened(qtbot, document)
    opened.settle()
    opened.page.sections.show_part("coming")
    opened.document.go_into(1)
    opened.until(lambda: not opened.forecasting.stale and not opened.forecasting.running)
    dates = {row.date for row in opened.page.coming.model.rows if row.leaving}
    assert date(2027, 1, 1) in dates
    opened.document.go_into(None)
    opened.until(lambda: not opened.forecasting.stale and not opened.forecasting.running)
    assert {row.date for row in opened.page.coming.model.rows if row.leaving} == {RETIRES}


def test_what_changes_no_county_is_not_forecast_again(qtbot: QtBot) -> None:
    slow = Slow()
    opened = Opened(qtbot, questions=slow.questions())
    opened.settle()
    opened.document.apply_to_base(_LABEL, lambda d: new_scenario(d, "空"))
    assert not opened.forecasting.running
    assert slow.asked == ["known", "chances", "ways"]


def test_other_futures_are_drawn_of_the_same_months(qtbot: QtBot) -> None:
    slow = Slow()
    opened = Opened(qtbot, questions=slow.questions())
    opened.settle()
    ahead = opened.forecasting.ahead
    opened.page.bar.runs.setValue(300)
    opened.until(lambda: slow.asked[-1] == "chances" and not opened.forecasting.running)
    assert opened.forecasting.ahead is ahead
    assert opened.forecasting.chances is not None
    assert opened.forecasting.chances[0].runs == 300
    assert opened.scene.shell.settings.get(FORECAST_RUNS) == 300


def test_how_far_ahead_is_remembered(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.settle()
    bar = opened.page.bar
    bar.span.setCurrentIndex(1)
    bar.span.activated.emit(1)
    opened.settle()
    assert len(opened.page.months.model.shown) == 25
    assert opened.scene.shell.settings.get(FORECAST_MONTHS) == 24


def test_a_month_chosen_in_the_chart_is_the_row_of_the_table_and_the_other_way_round(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    months = opened.page.months
    with qtbot.waitSignal(months.chart.drawn, timeout=20_000):
        opened.settle()
    picture = months.chart.picture
    assert picture is not None
    x, day = picture.places[4]
    place = months.chart.rect().topLeft()
    place.setX(round(x))
    place.setY(60)
    qtbot.mouseClick(months.chart, Qt.MouseButton.LeftButton, pos=place)
    assert months.view.current_row().audit.state.date == day
    months.view.reveal(RETIRES.toordinal())
    assert months.chart._chosen == RETIRES.toordinal()
    assert "在编民警  10" in months._tip(RETIRES.toordinal())


def test_the_chances_have_a_chart_of_their_own(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.settle()
    months = opened.page.months
    with qtbot.waitSignal(months.chart.drawn, timeout=20_000):
        months.charts["chances"].click()
    assert months.chart._bands
    assert "模拟 1000 次" in months.counted.text()


def test_the_months_are_copied_with_their_titles(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.settle()
    view = opened.page.months.view
    view.select_rows({TODAY.toordinal()})
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("2026-11-24\t45.4%\t36.3%\t")


def test_enter_on_a_break_shows_the_officer_behind_it(qtbot: QtBot) -> None:
    county = AheadCounty()
    opened = Opened(qtbot, county.document())
    opened.settle()
    opened.page.sections.show_part("breaks")
    view = opened.page.breaks.view
    view.reveal(next(row.id for row in opened.page.breaks.model.rows if row.date == RETIRES))
    with qtbot.waitSignal(opened.scene.shell.navigation.card_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == [county.old]


def test_several_officers_behind_a_break_are_shown_on_the_roster(qtbot: QtBot) -> None:
    county = AheadCounty()
    county.person(county.station, left_on=RETIRES)
    opened = Opened(qtbot, county.document())
    opened.settle()
    breaks = opened.page.breaks
    row = next(row for row in breaks.model.rows if len(row.people) == 2)
    breaks.view.followed.emit(row.id)
    roster = opened.scene.shell.navigation.page("roster")
    assert isinstance(roster, RosterPage)
    assert {shown.id for shown in roster.model.shown} == set(row.people)


def test_a_raised_target_leads_to_the_policy(qtbot: QtBot) -> None:
    county = AheadCounty()
    county.override("station_share.required", "10/100")
    county.policy = county.policy.with_later("station_share.required", "90/100", date(2027, 1, 15))
    opened = Opened(qtbot, county.document())
    opened.settle()
    row = next(row for row in opened.page.breaks.model.rows if row.of.after.rule == "station_share")
    opened.page.breaks.view.followed.emit(row.id)
    assert opened.scene.shell.navigation.current == "policy"


def test_only_breaks_are_shown_where_that_is_asked(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.settle()
    breaks = opened.page.breaks
    assert len(breaks.model.shown) > 1
    breaks.bar.choose("breaks")
    assert [row.date for row in breaks.model.shown] == [RETIRES]


def test_whose_future_is_not_known_is_told_and_leads_to_them(qtbot: QtBot) -> None:
    county = AheadCounty()
    unknown = county.person(county.office, name="无名氏")
    opened = Opened(qtbot, county.document())
    opened.settle()
    notes = opened.page.notes
    assert notes.counts.text() == "预测有 1 类说明:缺出生年月或性别 1 人"
    assert not notes.unfolded.isVisible()
    notes.fold.click()
    assert notes.unfolded.isVisible()
    assert "无名氏" in notes.sentences[0].text()
    notes.buttons[0].click()
    roster = opened.scene.shell.navigation.page("roster")
    assert isinstance(roster, RosterPage)
    assert [row.id for row in roster.model.shown] == [unknown]


def test_where_everything_is_known_there_is_no_such_line(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.settle()
    assert not opened.page.notes.isVisible()


def test_without_a_roster_it_says_what_to_do(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Document())
    assert opened.page.empty.isVisible()
    assert "Ctrl+O" in opened.page.empty.text()
    assert not opened.forecasting.running


def test_a_forecast_that_fails_is_told_and_can_be_asked_again(qtbot: QtBot) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    opened = Opened(qtbot, questions=Questions(chances=fails))  # type: ignore[arg-type]
    opened.until(lambda: opened.scene.shell.messages.isVisible())
    assert not opened.forecasting.running
    assert set(opened.cells("station_share_chance")) == {"—"}
    assert opened.page.bar.forecast_button.isVisible()


def test_everything_is_shown_in_english_too(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.settle()
    opened.scene.shell.language.choose("en")
    page = opened.page
    assert page.headline.words.text().startswith("Breaks: 1. The first: 2027-09-01 breaks: 城关派出所")
    assert page.bar.forecast_button.text() == "Forecast (F5)"
    assert [page.tabs.tabText(n) for n in range(3)] == ["Months", "What breaks 1", "To come 2"]
    assert page.breaks.ways.write_button.text() == "Write into a new scenario"


def test_out_of_view_the_work_of_a_county_that_was_changed_ends_and_begins_anew_when_seen(
    qtbot: QtBot,
) -> None:
    county, slow = AheadCounty(), Slow("chances")
    opened = Opened(qtbot, county.document(), slow.questions())
    opened.until(lambda: "chances" in slow.asked)
    opened.scene.shell.navigation.show_page("overview")
    opened.document.apply(_LABEL, lambda d: _later(d, county))
    assert not opened.forecasting.running
    slow.go["chances"].set()
    opened.scene.shell.navigation.show_page("forecast")
    opened.settle()
    assert slow.asked.count("known") == 2
    assert "12 个月内没有新的跌破" in opened.page.headline.words.text()


def test_another_document_leaves_nothing_of_the_first(qtbot: QtBot) -> None:
    slow = Slow()
    opened = Opened(qtbot, questions=slow.questions())
    opened.settle()
    slow.go["known"].clear()
    opened.document.open(AheadCounty().document(), None)
    assert opened.forecasting.ahead is None
    assert opened.page.waiting.isVisible()
    slow.go["known"].set()
    opened.settle()
    assert not opened.page.waiting.isVisible()
