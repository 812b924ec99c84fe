"""The policy: the counting questions first, then every setting with its source, default and a way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from planner.edits.policy import choose_packs, reset_policy_value, set_policy_value
from planner.errors import InputError
from planner.policy.setting import Setting
from planner.policy.settings import SETTINGS
from planner.text import Text
from ui.following_page import FollowingPage
from ui.plain_label import PlainLabel
from ui.policy.calendar_dialog import CALENDAR, CalendarDialog, show_calendar
from ui.policy.pack_chooser import PackChooser
from ui.policy.setting_group import SettingGroup
from ui.tables.refusal_panel import RefusalPanel
from ui.tables.session import Edit, LiveLanguage, OpenDocument

QUESTIONS = ("counting.traffic", "counting.area")
_QUESTIONS = Text("计数口径三问(会改变数字,请先确认)", "Three counting questions (they change the figures)")
_ALL_OFFICER = Text(
    "全员化:哪些派出所未实行“两队一室”?已标注 {marked} 个,未标注 {open} 个(按应评计算)",
    "All-officer beat duty: which stations have no two teams, one office?"
    " {marked} are marked so, {open} are not marked and judged.",
)
_TO_UNITS = Text("到“单位”页标注", "Mark on the Units page")
_HOLIDAYS = Text("节假日", "Holidays")
_OWN_DAYS = Text(
    "节假日按国务院安排计,本局自定 {n} 天(民族节日等)。",
    "Holidays follow the State Council's arrangement; {n} days are this bureau's own (festivals).",
)
_STACK = Text("更换指标口径包", "Choose policy packs")
_CHANGE, _RESET = Text("修改口径:{title}", "Policy: {title}"), Text("恢复口径:{title}", "Reset: {title}")


class PolicyPage(FollowingPage):
    """Every number, switch and order the county is judged by."""

    units_requested = Signal()  # to mark stations

    def __init__(
        self, open_document: OpenDocument, language: LiveLanguage, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.open_document, self.language = open_document, language
        self.questions = SettingGroup(_QUESTIONS, [SETTINGS[key] for key in QUESTIONS])
        self.all_officer, self.to_units = PlainLabel(wordWrap=True), QPushButton()
        self.holidays = SettingGroup(_HOLIDAYS, [])
        self.own_days, self.calendar = PlainLabel(wordWrap=True), QPushButton()
        self.packs = PackChooser()
        self.groups = [SettingGroup(title, settings) for title, settings in _groups()]
        self.refusals = RefusalPanel()
        self._lay_out()
        for group in (self.questions, *self.groups):
            group.given.connect(self._set)
            group.reset.connect(self._reset)
        self.packs.given.connect(self._choose_packs)
        self.to_units.clicked.connect(self.units_requested)
        self.calendar.clicked.connect(self.open_calendar)
        self.keep_up_with(open_document.changed)
        language.changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(10)
        self.questions.add_remark(self.all_officer, self.to_units)
        self.holidays.add_remark(self.own_days, self.calendar)
        column.addWidget(self.questions)
        column.addWidget(self.packs)
        column.addWidget(self.holidays)
        for group in self.groups:
            column.addWidget(group)
        column.addStretch()
        inside.setMaximumWidth(1100)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.refusals)

    def show_document(self) -> None:
        """Show the policy in force."""
        on, language = self.open_document.on, self.language.current
        policy = self.open_document.document.policy
        for group in (self.questions, self.holidays, *self.groups):
            group.show_policy(policy, on, language)
        self.packs.show_policy(policy, language)
        marks = [u.two_teams_one_office for u in self.open_document.audit.state.stations()]
        words = _ALL_OFFICER.format(marked=marks.count(False), open=marks.count(None))
        self.all_officer.setText(words.in_language(language))
        self.to_units.setText(_TO_UNITS.in_language(language))
        own = _OWN_DAYS.format(n=len(self.open_document.document.duty.special_days))
        self.own_days.setText(own.in_language(language))
        self.calendar.setText(CALENDAR.in_language(language))

    def open_calendar(self) -> CalendarDialog:
        """Show the calendar in a window of its own."""
        return show_calendar(self.open_document, self.language, self)

    def _set(self, key: str, raw: object) -> None:
        label = _CHANGE.format(title=SETTINGS[key].title)
        self._apply(label, lambda document: set_policy_value(document, key, raw, self.open_document.on))

    def _reset(self, key: str) -> None:
        label = _RESET.format(title=SETTINGS[key].title)
        self._apply(label, lambda document: reset_policy_value(document, key, self.open_document.on))

    def _choose_packs(self, packs: Sequence[str]) -> None:
        self._apply(_STACK, lambda document: choose_packs(document, packs))

    def _apply(self, label: Text, edit: Edit) -> None:
        try:
            self.open_document.apply(label, edit)
        except InputError as fault:
            self.refusals.tell(fault.message, self.language.current)
            self.refresh()
        else:
            self.refusals.hide()


def _groups() -> list[tuple[Text, list[Setting]]]:
    """Return the declared settings by group, the counting questions left out."""
    groups: dict[Text, list[Setting]] = {}
    for setting in SETTINGS.values():
        if setting.key not in QUESTIONS:
            groups.setdefault(setting.group, []).append(setting)
    return list(groups.items())
