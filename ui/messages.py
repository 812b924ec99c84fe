"""The panel at the top of the window that says what happened, where, and what to do; nothing waits for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QToolButton, QVBoxLayout

from planner.errors import InputError
from planner.text import Text
from ui.background import Failed
from ui.language import LanguageSwitch
from ui.marks import Mark, mark_pixmap
from ui.plain_label import PlainLabel

_CLOSE = Text("关闭(Esc)", "Close (Esc)")
_DETAILS, _COPY = Text("详细信息", "Details"), Text("复制", "Copy")
_OUR_FAULT = Text(
    "程序出现意外错误,您的数据没有丢失。请先保存,再把详细信息发给维护人员。",
    "Something unexpected went wrong in the program; your data is safe."
    " Save first, then send the details to whoever maintains it.",
)


class MessagePanel(QFrame):
    """One message at a time, the newest; it stays until closed or replaced."""

    closed = Signal()

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self.setObjectName("messages")
        self._language = language
        self._message: Text | None = None
        self._mark = Mark.NOT_MET
        self.icon, self.words = PlainLabel(), PlainLabel(wordWrap=True)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.details = QPlainTextEdit(readOnly=True)
        self.details.setMaximumHeight(150)
        self.details_button, self.copy_button, self.close_button = QToolButton(), QToolButton(), QToolButton()
        self.close_button.setText("✕")
        self.close_button.setAutoRaise(True)
        self.details_button.setCheckable(True)
        self._lay_out()
        self.details_button.toggled.connect(self.details.setVisible)
        self.copy_button.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.details.toPlainText())
        )
        self.close_button.clicked.connect(self.close_message)
        language.changed.connect(self._retranslate)
        self._retranslate()
        self.hide()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.words, 1)
        for button in (self.details_button, self.copy_button, self.close_button):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.addLayout(line)
        layout.addWidget(self.details)

    # saying

    def complain(self, message: Text) -> None:
        """Say what cannot be used, and what to do."""
        self._show(message, Mark.NOT_MET)

    def inform(self, message: Text, mark: Mark = Mark.MET) -> None:
        """Say what was done, or how something stands."""
        self._show(message, mark)

    def tell(self, failed: Failed) -> None:
        """Say why work in the background ended without a value."""
        if isinstance(failed.error, InputError):
            self.complain(failed.error.message)
        else:
            self.tell_fault(failed.details or f"{type(failed.error).__name__}: {failed.error}")

    def tell_fault(self, details: str) -> None:
        """Say that the program is at fault, with the text to pass on."""
        self._show(_OUR_FAULT, Mark.VIOLATION, details)

    def _show(self, message: Text, mark: Mark, details: str = "") -> None:
        self._message, self._mark = message, mark
        self.details.setPlainText(details)
        self.details_button.setChecked(False)
        self.details.hide()
        self.details_button.setVisible(bool(details))
        self.copy_button.setVisible(bool(details))
        self._retranslate()
        self.show()

    def pass_over(self) -> None:
        """Take away a message that what happened since has overtaken; a fault of the program stays."""
        if self._message is not None and self._message is not _OUR_FAULT:
            self.close_message()

    def close_message(self) -> None:
        """Take the message away."""
        self._message = None
        self.hide()
        self.closed.emit()

    def _retranslate(self) -> None:
        language = self._language
        self.close_button.setToolTip(language.words(_CLOSE))
        self.details_button.setText(language.words(_DETAILS))
        self.copy_button.setText(language.words(_COPY))
        self.words.setText(language.words(self._message) if self._message else "")
        self._show_mark()

    def _show_mark(self) -> None:
        self.icon.setPixmap(mark_pixmap(self._mark, self.palette(), 18, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "icon"):
            self._show_mark()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_message()
        else:
            super().keyPressEvent(event)
