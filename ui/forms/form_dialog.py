"""A form from declared fields; what cannot be is said in the form, which stays open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from planner.document import Document
from planner.errors import InputError
from planner.tables import typed
from planner.tables.column import Choice
from planner.text import Language, Text
from ui.plain_label import PlainLabel
from ui.tables.cell_delegate import choice_editor, date_editor

_OK, _CANCEL = Text("确定", "OK"), Text("取消", "Cancel")
_NEEDED = Text("请填写“{title}”。", "Fill in “{title}”.")


@dataclass(frozen=True)
class Field:
    """One line of a form: typed words become a value through `parse`."""

    key: str
    title: Text
    parse: Callable[[str, Document], object] = typed.a_text
    start: str | Text = ""
    choices: Sequence[Choice] | None = None
    date: bool = False
    needed: bool = False
    hint: Text | None = None


Submit = Callable[[Mapping[str, Any]], None]  # makes the edit or raises InputError


class FormDialog(QDialog):
    """Asks for the values of some fields; `submit` makes the edit, and an InputError is shown here."""

    def __init__(
        self,
        title: Text,
        fields: Sequence[Field],
        submit: Submit,
        document: Document,
        language: Language,
        parent: QWidget | None = None,
        *,
        intro: Text | None = None,
    ) -> None:
        super().__init__(parent)
        self._fields, self._submit = tuple(fields), submit
        self._document, self._language = document, language
        self.setWindowTitle(title.in_language(language))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.editors: dict[str, QLineEdit | QComboBox] = {}
        self.fault = PlainLabel()
        self.fault.setWordWrap(True)
        self.fault.setObjectName("fault")
        self.fault.hide()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._lay_out(intro)
        self.resize(440, self.sizeHint().height())
        self._grow()

    def _lay_out(self, intro: Text | None) -> None:
        layout = QVBoxLayout(self)
        if intro is not None:
            said = PlainLabel(intro.in_language(self._language))
            said.setWordWrap(True)
            layout.addWidget(said)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for field in self._fields:
            editor = self._editor(field)
            self.editors[field.key] = editor
            mark = " *" if field.needed else ""
            label = PlainLabel(field.title.in_language(self._language) + mark)
            label.setBuddy(editor)
            form.addRow(label, editor)
        layout.addLayout(form)
        layout.addWidget(self.fault)
        for button, words in (
            (QDialogButtonBox.StandardButton.Ok, _OK),
            (QDialogButtonBox.StandardButton.Cancel, _CANCEL),
        ):
            self.buttons.button(button).setText(words.in_language(self._language))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)

    def _editor(self, field: Field) -> QLineEdit | QComboBox:
        start = field.start if isinstance(field.start, str) else field.start.in_language(self._language)
        editor: QLineEdit | QComboBox
        if field.choices is not None:
            editor = choice_editor([c.words.in_language(self._language) for c in field.choices], self)
            editor.setEditText(start)
        else:
            editor = date_editor(self) if field.date else QLineEdit(self)
            editor.setText(start)
        if field.hint is not None:
            editor.setToolTip(field.hint.in_language(self._language))
            line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
            if line is not None and not field.date:
                line.setPlaceholderText(field.hint.in_language(self._language))
        return editor

    def fill(self, key: str, words: str) -> None:
        """Type words into a field."""
        editor = self.editors[key]
        if isinstance(editor, QComboBox):
            editor.setEditText(words)
        else:
            editor.setText(words)

    def accept(self) -> None:
        """Make the edit; stay open and say why where it cannot be made."""
        try:
            self._submit(self._values())
        except InputError as fault:
            self.fault.setText(fault.message.in_language(self._language))
            self.fault.show()
            self._grow()
            return
        super().accept()

    def _grow(self) -> None:
        """Be high enough for wrapped words, which would press the fields together."""
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _values(self) -> dict[str, Any]:
        values = {}
        for field in self._fields:
            editor = self.editors[field.key]
            words = editor.currentText() if isinstance(editor, QComboBox) else editor.text()
            if field.needed and not words.strip():
                raise InputError(_NEEDED.format(title=field.title))
            values[field.key] = field.parse(words, self._document)
        return values
