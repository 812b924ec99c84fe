"""A group of settings: name, editor, where the value comes from, and a way back to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QGroupBox, QLabel, QToolButton, QWidget

from planner.policy.policy import Policy
from planner.policy.setting import Setting
from planner.tables.policy import value_words
from planner.text import Language, Text
from ui.plain_label import PlainLabel
from ui.policy.setting_editors import SettingEditor, editor_of

_RESET = Text("恢复为 {value}", "Back to {value}")
_CHANGED = Text("本局自定,口径包({pack})规定 {value}", "own value; {pack} says {value}")
_TO_COME = Text("{words};自 {date} 起 {value}", "{words}; {value} from {date}")
_SOURCE = Text("来源:{pack}({date})", "from {pack} ({date})")


class SettingGroup(QGroupBox):
    """Shows settings line by line; a line with an own value stands out and can be reset."""

    given = Signal(str, object)  # key, raw value
    reset = Signal(str)  # key

    def __init__(self, title: Text, settings: Sequence[Setting]) -> None:
        super().__init__()
        self._title = title
        self.editors: dict[str, SettingEditor] = {}
        self.reset_buttons: dict[str, QToolButton] = {}
        self.titles: dict[str, QLabel] = {}
        self.sources: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, 300)
        grid.setColumnMinimumWidth(1, 290)
        grid.setColumnStretch(2, 1)
        for line, setting in enumerate(settings):
            self._add_line(grid, line, setting)
        self.grid = grid

    def _add_line(self, grid: QGridLayout, line: int, setting: Setting) -> None:
        title, source, editor, reset = PlainLabel(), PlainLabel(), editor_of(setting), QToolButton()
        title.setWordWrap(True)
        title.setMaximumWidth(330)
        source.setWordWrap(True)
        editor.given.connect(self.given)
        reset.clicked.connect(lambda _=False, key=setting.key: self.reset.emit(key))
        for column, widget in enumerate((title, editor, source, reset)):
            grid.addWidget(widget, line, column, Qt.AlignmentFlag.AlignVCenter)
        self.titles[setting.key], self.sources[setting.key] = title, source
        self.editors[setting.key], self.reset_buttons[setting.key] = editor, reset

    def add_remark(self, *widgets: QWidget) -> None:
        """Add a line that is no setting: the first widget as wide as can be, the last at the end."""
        line = self.grid.rowCount()
        self.grid.addWidget(widgets[0], line, 0, 1, 3)
        for widget in widgets[1:]:
            self.grid.addWidget(widget, line, 3)

    def show_policy(self, dated: Policy, on: date, language: Language) -> None:
        """Show the values in force on a day, and those to come."""
        policy = dated.on(on)
        self.setTitle(self._title.in_language(language))
        changed = set(policy.changed())
        for key, editor in self.editors.items():
            own = key in changed
            editor.show_value(policy.value(key), language)
            title = self.titles[key]
            title.setText(("● " if own else "") + editor.setting.title.in_language(language))
            font = title.font()
            font.setBold(own)
            title.setFont(font)
            packs_value = value_words(editor.setting, policy.default(key))
            packs = policy.without_override(key).source(key)
            words = _CHANGED.format(pack=packs.name, value=packs_value)
            if not own:
                words = _SOURCE.format(pack=packs.name, date=packs.dated.isoformat())
            for later in dated.to_come(key, on):
                value = value_words(editor.setting, later.value)
                words = _TO_COME.format(words=words, date=later.from_.isoformat(), value=value)
            self.sources[key].setText(words.in_language(language))
            self.sources[key].setToolTip(packs.source.in_language(language))
            self.reset_buttons[key].setText(_RESET.format(value=packs_value).in_language(language))
            self.reset_buttons[key].setVisible(own)
