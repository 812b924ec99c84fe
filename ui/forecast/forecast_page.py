"""预测: what is in view forecast month by month, its chances, and what would prevent its breaks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from planner.forecast.breaks import Turn
from planner.forecast.words import notes, together
from planner.tables.forecast_breaks import BreakRow
from planner.text import Text
from ui.following_page import FollowingPage
from ui.forecast.forecast_bar import ForecastBar
from ui.forecast.forecasting import Asked, Forecasting, Questions
from ui.forecast.headline import Headline
from ui.forecast.notes_line import NotesLine
from ui.forecast.page_parts import PageParts
from ui.plain_label import PlainLabel
from ui.shell import Shell

_EMPTY = Text(
    "还没有名册。\n把花名册拖进窗口,或按 Ctrl+O 打开文件,再回到这里看未来几年何时跌破指标。",
    "No roster is open.\nDrop one onto the window or press Ctrl+O, then come back to see what breaks when.",
)
_WAITING = Text("正在逐月推算…", "Counting month by month…")
_BEHIND = Text("{date} 的变动人员", "the changes of {date}")


class ForecastPage(FollowingPage):
    """Forecasts again whenever what is in view changed; the parts appear as they are worked out."""

    def __init__(self, shell: Shell, questions: Questions | None = None) -> None:
        super().__init__()
        self._shell, self._language = shell, shell.language
        self.forecasting = Forecasting(shell.background, questions or Questions(), self)
        self.bar = ForecastBar(shell.language, shell.settings, self.forecasting)
        self.headline, self.notes = Headline(shell.language), NotesLine(shell.language)
        self.sections = PageParts(shell, self.forecasting)
        self.months, self.breaks = self.sections.months, self.sections.breaks
        self.coming, self.tabs = self.sections.coming, self.sections.tabs
        self.empty = PlainLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.waiting = PlainLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_forecast()

    def _lay_out(self) -> None:
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(7)
        for widget in (self.bar, self.headline, self.notes, self.tabs):
            column.addWidget(widget)
        column.addWidget(self.sections.stack, 1)
        column.addWidget(self.waiting, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(full)
        self._pages.addWidget(self.empty)

    def _connect(self) -> None:
        shell, navigation = self._shell, self._shell.navigation
        self.keep_up_with(shell.open_document.changed)
        shell.open_document.replaced.connect(self.forecasting.forget)
        shell.language.changed.connect(self.retranslate)
        shell.theme.changed.connect(self.retranslate)
        self.forecasting.changed.connect(self.show_forecast)
        self.bar.forecast_clicked.connect(self.forecast)
        self.bar.span_changed.connect(self.forecast)
        self.bar.simulation_changed.connect(self.draw_again)
        self.notes.people_chosen.connect(navigation.show_people)
        self.breaks.followed.connect(self._follow)
        self.coming.card_requested.connect(navigation.show_card)

    # asking

    def _asked(self) -> Asked:
        opened, bar = self._shell.open_document, self.bar
        return Asked(opened.document, opened.on, bar.months, bar.runs.value(), bar.seed.value())

    def forecast(self) -> None:
        """Forecast what is in view anew."""
        if not self._shell.open_document.is_empty:
            self.forecasting.ask(self._asked())

    def draw_again(self) -> None:
        """Draw other futures of what is in view."""
        if not self._shell.open_document.is_empty:
            self.forecasting.draw_again(self._asked())

    # following the document

    def take_note(self, *_: object) -> None:
        """Stop at once what is of a county no longer in view; hidden, the page asks again when it is seen."""
        opened = self._shell.open_document
        if not self.forecasting.speaks_of(opened.document, opened.on):
            self.forecasting.drop()
        super().take_note()

    def show_document(self) -> None:
        """Forecast the version in force, unless that is what is at hand."""
        opened = self._shell.open_document
        self._pages.setCurrentIndex(1 if opened.is_empty else 0)
        self.breaks.ways.show_place()
        if not opened.is_empty and not self.forecasting.speaks_of(opened.document, opened.on):
            self.forecast()

    def show_forecast(self) -> None:
        """Show what is at hand."""
        found = self.forecasting
        self.headline.show_forecast(found.ahead, found.stale)
        self.notes.show_notes(tuple(notes(found.ahead)) if found.ahead is not None else ())
        for part in (self.months, self.breaks, self.coming):
            part.show_forecast()
        self.sections.stack.setVisible(found.ahead is not None)
        self.waiting.setVisible(found.ahead is None)
        self._show_titles()

    def _show_titles(self) -> None:
        ahead = self.forecasting.ahead
        if ahead is None or not ahead.months:
            self.tabs.show_counts({})
            return
        breaks = sum(group[0].turn is Turn.BREAKS for group in together(ahead.breaks))
        self.tabs.show_counts({"breaks": breaks, "coming": len(ahead.coming)})

    # leading on

    def _follow(self, row: BreakRow) -> None:
        """Show the officer behind a break, all where there are several; else the unit, or the policy."""
        people, navigation = row.people, self._shell.navigation
        unit = row.of.after.unit
        if len(people) == 1:
            navigation.show_card(people[0])
        elif people:
            navigation.show_people(people, _BEHIND.format(date=row.date))
        elif unit is not None:
            navigation.show_people_of(unit)
        else:
            navigation.show_page("policy")

    # language and theme

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        self.empty.setText(self._language.words(_EMPTY))
        self.waiting.setText(self._language.words(_WAITING))
        self.months.retranslate()
        self.breaks.retranslate()
        self.headline.retranslate()
        self.notes.retranslate()
