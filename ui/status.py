"""The status bar: what the last edit did and what would repair it, what is being read, how it is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStatusBar, QToolButton

from planner.tables.effect import effect
from planner.text import Text
from ui.elided import ElidedLabel
from ui.language import LanguageSwitch
from ui.marks import Mark, mark_pixmap
from ui.open_document import OpenDocument
from ui.plain_label import PlainLabel, plain_tip

if TYPE_CHECKING:
    from planner.optimise.repair import Repair

_BUSY = Text("正在处理 {name}…", "Working on {name}…")
_COUNTS = Text(
    "民警 {sworn} 人 · 名册 {people} 人 · {units} 个单位", "{sworn} sworn · {people} listed · {units} units"
)
_POLICY = Text("口径:{policy}", "Policy: {policy}")
_ACCEPT = Text("采纳补救", "Accept repair")
ACCEPT_KEYS = "Ctrl+R"
_MARK_SIZE = 14


class Status(QStatusBar):
    """Follows the open document; a repair on offer takes the place of how the county is counted."""

    accept_clicked = Signal()

    def __init__(self, open_document: OpenDocument, language: LanguageSwitch) -> None:
        super().__init__()
        self._open_document, self._language = open_document, language
        self._said: Text | None = None
        self._busy_with = ""
        self.effect, self.counts, self.policy = ElidedLabel(), PlainLabel(), PlainLabel()
        self.setSizeGripEnabled(False)
        self.effect.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.effect.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.addWidget(self.effect, 1)
        for label in (self.counts, self.policy):
            label.setObjectName("quiet")
            label.setContentsMargins(10, 0, 6, 0)
            self.addPermanentWidget(label)
        self._repair: Repair | None = None
        self.repair_mark, self.repair_words, self.accept_button = PlainLabel(), ElidedLabel(), QToolButton()
        self.accept_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click leaves the keyboard where it is
        self.accept_button.clicked.connect(self.accept_clicked)
        for widget in (self.repair_mark, self.repair_words, self.accept_button):
            self.addPermanentWidget(widget)
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

    def show_repair(self, repair: Repair | None) -> None:
        """Offer a repair; nothing for none."""
        self._repair = repair
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
        self.effect.setToolTip(self.effect.text())
        county = audit.state.county
        sworn = sum(1 for _ in audit.state.counted())
        counts = _COUNTS.format(sworn=sworn, people=len(county.people), units=len(county.units))
        self.counts.setText(say(counts) if county.people else "")
        changed = "*" if audit.state.policy.changed() else ""
        self.policy.setText(say(_POLICY.format(policy=audit.state.policy.name)) + changed)
        self._refresh_repair()

    def _refresh_repair(self) -> None:
        say, repair = self._language.words, self._repair
        for label in (self.counts, self.policy):
            label.setVisible(repair is None)
        self.repair_mark.setVisible(repair is not None)
        self.repair_words.setVisible(repair is not None)
        self.accept_button.setVisible(repair is not None and bool(repair.people))
        if repair is None:
            return
        self._show_mark()
        self.accept_button.setText(f"{say(_ACCEPT)} ({ACCEPT_KEYS})")
        self.repair_words.setText(say(repair.sentence))
        detail = "\n".join((say(repair.sentence), *(f"· {say(words)}" for words in repair.told())))
        self.repair_words.setToolTip(detail)
        self.accept_button.setToolTip(plain_tip(detail))

    def _show_mark(self) -> None:
        mark = mark_pixmap(Mark.NOT_MET, self.palette(), _MARK_SIZE, self.devicePixelRatioF())
        self.repair_mark.setPixmap(mark)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "repair_mark"):
            self._show_mark()
        super().changeEvent(event)
