"""The status bar: what the last edit did, what is being read or written, and how the county is counted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar

from planner.tables.effect import effect
from planner.text import Text
from ui.language import LanguageSwitch
from ui.open_document import OpenDocument

_BUSY = Text("正在处理 {name}…", "Working on {name}…")
_COUNTS = Text(
    "民警 {sworn} 人 · 名册 {people} 人 · {units} 个单位", "{sworn} sworn · {people} listed · {units} units"
)
_POLICY = Text("口径:{policy}", "Policy: {policy}")


class Status(QStatusBar):
    """Follows the open document."""

    def __init__(self, open_document: OpenDocument, language: LanguageSwitch) -> None:
        super().__init__()
        self._open_document, self._language = open_document, language
        self._said: Text | None = None
        self._busy_with = ""
        self.effect, self.counts, self.policy = QLabel(), QLabel(), QLabel()
        self.setSizeGripEnabled(False)
        self.effect.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.effect.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.addWidget(self.effect, 1)
        for label in (self.counts, self.policy):
            label.setObjectName("quiet")
            label.setContentsMargins(10, 0, 6, 0)
            self.addPermanentWidget(label)
        open_document.changed.connect(self._document_changed)
        open_document.replaced.connect(lambda: self.say(None))
        language.changed.connect(self.refresh)
        self.refresh()

    def say(self, text: Text | None) -> None:
        """Show one sentence until the next edit."""
        self._said = text
        self.refresh()

    def show_busy(self, name: str) -> None:
        """Say which file is being read or written; nothing for none."""
        self._busy_with = name
        self.refresh()

    def _document_changed(self) -> None:
        before = self._open_document.previous_audit
        if before is not None:
            self._said = effect(before, self._open_document.audit)
        self.refresh()

    def refresh(self) -> None:
        """Show everything in the language in force."""
        say, audit = self._language.words, self._open_document.audit
        said = _BUSY.format(name=self._busy_with) if self._busy_with else self._said
        self.effect.setText(say(said) if said else "")
        county = audit.state.county
        sworn = sum(1 for _ in audit.state.counted())
        counts = _COUNTS.format(sworn=sworn, people=len(county.people), units=len(county.units))
        self.counts.setText(say(counts) if county.people else "")
        changed = "*" if audit.state.policy.changed() else ""
        self.policy.setText(say(_POLICY.format(policy=audit.state.policy.name)) + changed)
