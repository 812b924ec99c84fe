"""What was read of a spreadsheet, in place of the pages: confirm, look, then import it or leave it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLineEdit, QWidget

from planner.files.choices import ImportChoices
from planner.files.questions import Question
from planner.tables.import_headline import headline
from ui.background import Failed, Task
from ui.importing import import_words as words
from ui.importing.foreign import Foreign
from ui.importing.import_layout import ImportLayout, Part
from ui.importing.reading import Reading, Request, first_reading, headings, read_again, understood
from ui.importing.remembered import remember, remembered
from ui.shell import Shell

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ImportPage(QWidget):
    """Reads a file in the background and shows it; nothing is imported before the user says so."""

    imported = Signal(object, object)  # Document, tuple of ImportIssue
    cancelled = Signal()  # by the user, or because the file cannot be read: the message panel says why

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._request: Request | None = None
        self._choices = ImportChoices()
        self._task: Task | None = None
        self._wants_import = False
        self.reading: Reading | None = None
        self.foreign: Foreign | None = None  # a file whose columns are to be explained first
        self.parts = ImportLayout(self, shell.language)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._read_again)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        parts = self.parts
        parts.questions.answered.connect(self._answer)
        parts.column_given.connect(
            lambda heading, field: self.choose(self._choices.with_column(heading, field))
        )
        parts.options_given.connect(self.choose)
        parts.refused.connect(self._shell.messages.complain)
        parts.import_button.clicked.connect(self.import_now)
        parts.cancel_button.clicked.connect(self.cancel)
        for keys, by in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: parts.step(by))
        self._shell.language.changed.connect(self._retranslate)
        self._shell.theme.changed.connect(self._show_tabs)

    # reading

    @property
    def updates(self) -> bool:
        """Whether the file updates what is open."""
        return self._request is not None and self._request.into is not None

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return self._again.isActive() or (self._task is not None and self._task.running)

    def start(self, path: Path, updates: bool) -> None:
        """Read a file; with `updates` onto the open document, else as a new one."""
        self._forget()
        document = self._shell.open_document
        self._request = request = Request(
            path,
            document.document if updates else None,
            document.on,
            remembered(self._shell.settings),
        )
        self.reading = self.foreign = None
        self._choices = ImportChoices()
        self.parts.show_part(Part.QUESTIONS)
        self._run(lambda: first_reading(request), self._could_not_begin)
        self.parts.cancel_button.setFocus()

    def choose(self, choices: ImportChoices) -> None:
        """Read the file again with other choices; several at once make one reading."""
        self._choices = choices
        self._again.start()
        self._show_state()

    def _read_again(self) -> None:
        met, request, choices = self.reading or self.foreign, self._request, self._choices
        if met is None or request is None:
            return
        if self._task is not None:
            self._task.forget()
        read = read_again if isinstance(met, Reading) else understood
        self._run(lambda: read(met.workbook, choices, request), self._could_not_go_on)

    def _run(self, work: Callable[[], Reading | Foreign], failed: Callable[[Failed], None]) -> None:
        self._task = self._shell.background.run(
            lambda _report, _stop: work(), self._show, on_failed=failed, owner=self
        )
        self._show_state()

    def _show(self, read: Reading | Foreign) -> None:
        if isinstance(read, Foreign):
            self._show_foreign(read)
        else:
            self._show_reading(read)

    def _show_foreign(self, met: Foreign) -> None:
        if self.foreign is None:
            self._shell.messages.complain(met.why)
        self.foreign, self._choices = met, met.choices
        self.parts.show_foreign(met)
        self._show_state()
        self.parts.columns.columns.view.setFocus()

    def _show_reading(self, reading: Reading) -> None:
        first = self.reading is None
        if self.foreign is not None:
            self._shell.messages.close_message()
        self.reading, self.foreign, self._choices = reading, None, reading.imported.choices
        self.parts.show_reading(reading, self.updates)
        self._show_state()
        if first:
            self.parts.import_button.setFocus()
        if self._wants_import:
            self.import_now()

    def _could_not_begin(self, failed: Failed) -> None:
        self._shell.background.failed.emit(failed)
        self.cancel()

    def _could_not_go_on(self, failed: Failed) -> None:
        """Say why the choice cannot be, and go back to what was read before it."""
        self._wants_import = False
        self._shell.background.failed.emit(failed)
        if (read := self.reading or self.foreign) is not None:
            self._show(read)

    # what the user decides

    def _answer(self, answers: list[tuple[Question, str]]) -> None:
        choices = self._choices
        for question, code in answers:
            choices = question.answered(code, choices)
        self.choose(choices)

    def import_now(self) -> None:
        """Hand over the document as it was read, as soon as the last answer is in it."""
        if self.reading is None:
            return
        self._wants_import = self.busy
        if self._wants_import:
            return
        imported = self.reading.imported
        remember(self._shell.settings, headings(imported), imported.choices)
        self._forget()
        self.imported.emit(imported.document, imported.issues)

    def cancel(self) -> None:
        """Leave everything as it was."""
        self._forget()
        self.reading = self.foreign = None
        self.cancelled.emit()

    def _forget(self) -> None:
        self._again.stop()
        self._wants_import = False
        if self._task is not None:
            self._task.forget()
            self._task = None

    # what is shown

    def _show_state(self) -> None:
        say, parts = self._shell.language.words, self.parts
        parts.progress.setVisible(self.busy)
        parts.import_button.setEnabled(self.reading is not None)
        parts.import_button.setText(say(words.UPDATE if self.updates else words.IMPORT))
        if self.foreign is not None:
            self._show_state_of_foreign(self.foreign)
            return
        if self.reading is None:
            name = self._request.path.name if self._request else ""
            parts.headline.setText(say(words.READING.format(name=name)))
            parts.body.hide()
            parts.note.clear()
            parts.file.clear()
            return
        imported = self.reading.imported
        parts.show_body()
        parts.headline.setText(say(headline(imported)))
        assert self._request is not None
        parts.file.setText(say(words.file_words(self._request.path.name, self.reading)))
        parts.note.setText(say(words.note(self.reading, self.updates)))

    def _show_state_of_foreign(self, met: Foreign) -> None:
        say, parts = self._shell.language.words, self.parts
        parts.show_body()
        parts.headline.setText(say(words.UNKNOWN_HEADINGS))
        parts.file.setText(met.workbook.file_name)
        parts.note.setText(say(words.EXPLAIN))

    def _show_tabs(self) -> None:
        if self.reading is not None:
            self.parts.show_tabs(self.reading, self.updates)

    def _retranslate(self) -> None:
        self.parts.cancel_button.setText(self._shell.language.words(words.CANCEL))
        self._show_state()
        self._show_tabs()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Import on Enter and leave on Escape, wherever no field of the page takes the key for itself."""
        focused = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif (
            event.key() in _ENTER
            and isinstance(focused, QAbstractButton)
            and not isinstance(focused, QCheckBox)
        ):
            focused.click()
        elif event.key() in _ENTER and not isinstance(focused, QLineEdit):
            self.import_now()
        else:
            super().keyPressEvent(event)
