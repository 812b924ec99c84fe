"""The line above the pages: language of the paper, zoom, page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from planner.text import Language, Text, same
from ui.language import LanguageSwitch
from ui.plain_label import PlainLabel
from ui.printing.page_view import PageView

_PAPER = Text("纸面语言(&L)", "Paper &language")
_PAPERS: dict[Language, Text] = {"zh": Text("中文", "Chinese"), "en": Text("英文", "English")}
_DAY = Text("统计日期:{day}", "As of {day}")
_PAGE = Text("第 {n} 页,共 {all} 页", "Page {n} of {all}")
_BUTTONS = {
    "previous": (same("‹"), Text("上一页", "Previous page"), "Alt+Up"),
    "next": (same("›"), Text("下一页", "Next page"), "Alt+Down"),
    "smaller": (same("−"), Text("缩小", "Smaller"), "Ctrl+-"),
    "larger": (same("+"), Text("放大", "Larger"), "Ctrl+="),
    "fit_page": (Text("整页", "Whole page"), Text("显示整页", "Show a whole page"), "Ctrl+0"),
    "fit_width": (Text("页宽", "Page width"), Text("按页宽显示", "As wide as there is room"), "Ctrl+9"),
}


class PreviewBar(QWidget):
    """Drives a page view and says which page it shows."""

    paper_language_changed = Signal()

    def __init__(self, view: PageView, language: LanguageSwitch) -> None:
        super().__init__()
        self._view, self._language = view, language
        self._day = ""
        self.paper_label, self.paper, self.day = PlainLabel(), QComboBox(), PlainLabel()
        self.page, self.scale = PlainLabel(), PlainLabel()
        self.buttons = {key: QToolButton() for key in _BUTTONS}
        for key in _PAPERS:
            self.paper.addItem("", key)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.paper_label.setBuddy(self.paper)
        self.day.setObjectName("quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.paper_label, self.paper, self.day):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.buttons["previous"])
        layout.addWidget(self.page)
        layout.addWidget(self.buttons["next"])
        layout.addSpacing(12)
        layout.addWidget(self.buttons["smaller"])
        layout.addWidget(self.scale)
        for key in ("larger", "fit_page", "fit_width"):
            layout.addWidget(self.buttons[key])

    def _connect(self) -> None:
        view = self._view
        for key, run in {
            "previous": lambda: view.go_to(view.page - 1),
            "next": lambda: view.go_to(view.page + 1),
            "smaller": lambda: view.zoom(-1),
            "larger": lambda: view.zoom(1),
            "fit_page": view.fit_page,
            "fit_width": view.fit_width,
        }.items():
            self.buttons[key].clicked.connect(lambda _=False, run=run: run())
        view.shown_changed.connect(self.refresh)
        self.paper.currentIndexChanged.connect(lambda _: self.paper_language_changed.emit())

    @property
    def paper_language(self) -> Language:
        """The language the paper is written in."""
        return "en" if self.paper.currentData() == "en" else "zh"

    def set_day(self, day: str) -> None:
        """Say for which date the figures are counted."""
        self._day = day
        self.refresh()

    def refresh(self) -> None:
        """Say the page and the zoom in view, and which buttons there is a use for."""
        view, say = self._view, self._language.words
        count = view.page_count
        self.day.setText(say(_DAY).format(day=self._day))
        self.page.setText(say(_PAGE).format(n=view.page, all=count) if count else "")
        self.scale.setText(f"{round(100 * view.scale)}%" if count else "")
        for button in self.buttons.values():
            button.setEnabled(count > 0)
        self.buttons["previous"].setEnabled(count > 0 and view.page > 1)
        self.buttons["next"].setEnabled(count > 0 and view.page < count)

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        say = self._language.words
        self.paper_label.setText(say(_PAPER))
        for i, words in enumerate(_PAPERS.values()):
            self.paper.setItemText(i, say(words))
        for key, (words, tip, keys) in _BUTTONS.items():
            button = self.buttons[key]
            button.setText(say(words))
            button.setToolTip(f"{say(tip)} ({keys})")
            button.setAccessibleName(say(tip))
            button.setShortcut(QKeySequence(keys))  # setText takes the shortcut away
        self.refresh()
