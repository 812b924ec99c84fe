"""How a whole file is to be read: as one unit, which units are stations, whether identity numbers stay."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from planner.errors import InputError
from planner.files.choices import ImportChoices
from planner.text import Text
from ui.language import LanguageSwitch
from ui.plain_label import PlainLabel

_ONE_UNIT = Text("整个花名册是一个单位", "The roster is one unit")
_ONE_UNIT_TIP = Text(
    "花名册没有单位列时勾选:只统计人数,不评价占比。",
    "For a roster without a unit column: people are counted, no shares are judged.",
)
_IDENTITY = Text("保留身份证号", "Keep identity-card numbers")
_IDENTITY_TIP = Text("默认不读入身份证号列。", "Left out unless asked for.")
_STATIONS = Text("派出所名称:", "Stations are named:")
_STATIONS_HINT = Text("匹配式,如 .*派出所|District \\d+", "a pattern, such as .*派出所|District \\d+")
_STATIONS_TIP = Text(
    "单位全名符合这个匹配式(正则表达式)的都是派出所;一般不用填。",
    "Units whose whole name matches this regular expression are stations; usually not needed.",
)


class ReadingOptions(QWidget):
    """Shows the choices that concern no single column; `given` carries the choices the user wants."""

    given = Signal(object)  # ImportChoices
    refused = Signal(object)  # Text

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self._language = language
        self._choices = ImportChoices()
        self.one_unit, self.identity = QCheckBox(), QCheckBox()
        self.stations_title, self.stations = PlainLabel(), QLineEdit()
        self.stations.setMaximumWidth(300)
        self.stations.setClearButtonEnabled(True)
        self.stations_title.setBuddy(self.stations)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.one_unit)
        line.addWidget(self.identity)
        line.addSpacing(8)
        line.addWidget(self.stations_title)
        line.addWidget(self.stations, 1)
        line.addStretch()
        self.one_unit.clicked.connect(lambda on: self._give(replace(self._choices, single_unit=on)))
        self.identity.clicked.connect(lambda on: self._give(replace(self._choices, identity_numbers=on)))
        self.stations.editingFinished.connect(self._give_stations)
        language.changed.connect(self._retranslate)
        self._retranslate()

    def show_choices(self, choices: ImportChoices) -> None:
        """Show the choices in force."""
        self._choices = choices
        self.one_unit.setChecked(choices.single_unit)
        self.identity.setChecked(choices.identity_numbers)
        if not self.stations.hasFocus():
            self.stations.setText(choices.stations)

    def _give(self, choices: ImportChoices) -> None:
        self._choices = choices
        self.given.emit(choices)

    def _give_stations(self) -> None:
        pattern = self.stations.text().strip()
        if pattern == self._choices.stations:
            return
        choices = replace(self._choices, stations=pattern)
        try:
            choices.station_pattern()
        except InputError as fault:
            self.refused.emit(fault.message)
        else:
            self._give(choices)

    def _retranslate(self) -> None:
        say = self._language.words
        self.one_unit.setText(say(_ONE_UNIT))
        self.one_unit.setToolTip(say(_ONE_UNIT_TIP))
        self.identity.setText(say(_IDENTITY))
        self.identity.setToolTip(say(_IDENTITY_TIP))
        self.stations_title.setText(say(_STATIONS))
        self.stations.setPlaceholderText(say(_STATIONS_HINT))
        for widget in (self.stations_title, self.stations):
            widget.setToolTip(say(_STATIONS_TIP))
