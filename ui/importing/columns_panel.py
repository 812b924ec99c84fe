"""Per sheet: what every column was taken for, how the whole file is to be read, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QSplitter,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.document import Document
from planner.files.choices import NO_FIELD, ImportChoices
from planner.files.imported import SheetRole, UnderstoodColumn, UnderstoodSheet
from planner.tables.import_fields import field_code, fields_of
from planner.tables.imported import ColumnRow, column_rows, columns_table
from planner.text import Text
from ui.importing.choice_delegate import ChoiceDelegate
from ui.importing.foreign import Foreign
from ui.importing.listing import Listing
from ui.importing.reading import Preview, Reading
from ui.importing.reading_options import ReadingOptions
from ui.language import LanguageSwitch
from ui.plain_label import PlainLabel
from ui.tables.flow_layout import FlowLayout
from ui.tables.hints import Hint
from ui.tables.record_table import Cells

_ROLES: dict[SheetRole, Text] = {
    SheetRole.ROSTER: Text("花名册", "roster"),
    SheetRole.UNITS: Text("单位", "units"),
    SheetRole.SECONDMENTS: Text("借调", "secondments"),
    SheetRole.ABSENCES: Text("请假", "absences"),
    SheetRole.RELATIONS: Text("亲属回避", "relatives"),
    SheetRole.SCENARIOS: Text("方案", "scenarios"),
    SheetRole.DUTY: Text("值班表", "duty roster"),
    SheetRole.ATTENDANCE: Text("考勤", "attendance"),
    SheetRole.IGNORED: Text("不导入", "left out"),
}
_SHEET = Text("“{name}”:{role},{n} 行", "“{name}”: {role}, {n} rows")
_LEFT_OUT = Text("“{name}”:不导入", "“{name}”: left out")
_ONLY = Text("{role},{n} 行", "{role}, {n} rows")
_SUMMARY = Text(
    "表头在第 {header} 行;{known} 列已识别,{own} 列保留为自有列。认错的列,点“读作”改正。",
    "Headings in row {header}; {known} columns understood, {own} kept as your own."
    " Click “Taken for” to correct one.",
)
_EMPTY = Text("这张表不需要逐列指定。", "This sheet has no columns to choose.")
_PREVIEW = Text("读入后的样子", "As it was read")
_NO_ROWS = Text("没有读入任何行。", "No rows were read.")


def _hint(row: ColumnRow, key: str) -> Hint | None:
    return Hint.QUIET if row.column.field is None and key == "field" else None


class ColumnsPanel(QWidget):
    """Shows the sheets of a reading one at a time; `column_given` asks for another field of a column."""

    column_given = Signal(str, str)  # heading, field

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self._language = language
        self._sheets: tuple[UnderstoodSheet, ...] = ()
        self._previews: Mapping[SheetRole, Preview] = {}
        self._sheet = 0
        self.chips: list[QToolButton] = []
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._group = QButtonGroup(self)
        self.options = ReadingOptions(language)
        self.columns = Listing(columns_table({}), language, (), _EMPTY, hinting=_hint, stretched=True)
        self.preview_title = PlainLabel()
        self.preview_title.setObjectName("title")
        self.previews: dict[SheetRole, Listing] = {}
        self._lay_out()
        self._let_fields_be_chosen()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_preview)
        self._group.idClicked.connect(self.show_sheet)
        language.changed.connect(self._retranslate)
        self._retranslate()

    def _lay_out(self) -> None:
        self._below, self._stack = QWidget(), QStackedLayout()
        column = QVBoxLayout(self._below)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.preview_title)
        column.addLayout(self._stack, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(3)
        self.splitter.addWidget(self.columns)
        self.splitter.addWidget(self._below)
        self.splitter.setSizes([300, 200])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._chips)
        layout.addWidget(self.options)
        layout.addWidget(self.splitter, 1)

    def _let_fields_be_chosen(self) -> None:
        view, section = self.columns.view, self.columns.model.section_of("field")
        view.setItemDelegateForColumn(section, ChoiceDelegate(Document, view))
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 10)
        view.frozen.refresh()
        view.clicked.connect(self._open_choice)
        self.columns.model.change = self._change

    def _open_choice(self, index: QModelIndex) -> None:
        if index.column() == self.columns.model.section_of("field"):
            self.columns.view.edit(index)

    # what is shown

    @property
    def sheets(self) -> tuple[UnderstoodSheet, ...]:
        """The sheets of the file, those that are left out last."""
        return tuple(sorted(self._sheets, key=lambda sheet: sheet.role is SheetRole.IGNORED))

    def show_reading(self, reading: Reading) -> None:
        """Show what was understood; the sheet in view stays."""
        self._show(reading.imported.sheets, reading.imported.choices, reading.previews)

    def show_foreign(self, met: Foreign) -> None:
        """Show the columns of a file that was not understood, for the user to say what they are."""
        self._show((met.sheet,), met.choices, {})

    def _show(
        self,
        sheets: tuple[UnderstoodSheet, ...],
        choices: ImportChoices,
        previews: Mapping[SheetRole, Preview],
    ) -> None:
        names = [sheet.name for sheet in self.sheets]
        self._sheets, self._previews = sheets, previews
        if names != [sheet.name for sheet in self.sheets] or len(self.chips) != len(sheets):
            self._make_chips()
        self.options.show_choices(choices)
        self.show_sheet(min(self._sheet, max(len(self.sheets) - 1, 0)))
        self._retranslate()

    def _make_chips(self) -> None:
        while item := self._flow.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.chips = [QToolButton() for _ in self.sheets]
        for place, chip in enumerate(self.chips):
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(chip, place)
            self._flow.addWidget(chip)
        self._sheet = 0

    def show_sheet(self, place: int) -> None:
        """Bring a sheet into view."""
        if place >= len(self.sheets):
            return
        self._sheet = place
        sheet = self.sheets[place]
        self.chips[place].setChecked(True)
        self.columns.show_rows(column_rows(sheet), _summary(sheet), columns_table(fields_of(sheet.role)))
        self._below.setVisible(sheet.role in self._previews)
        self._soon.start()

    def _show_preview(self) -> None:
        """Show what came of the sheet in view, once its columns are on the screen."""
        role = self.sheets[self._sheet].role
        preview = self._previews.get(role)
        if preview is None:
            return
        if role not in self.previews:
            self.previews[role] = Listing(preview.table, self._language, (), _NO_ROWS)
            self._stack.addWidget(self.previews[role])
        self.previews[role].show_rows(preview.rows, Text("", ""), preview.table)
        self._stack.setCurrentWidget(self.previews[role])

    def _change(self, cells: Cells) -> bool:
        """Ask for the first of the changed columns to be taken for something else, and show it at once."""
        sheet = self.sheets[self._sheet]
        for (id_, _), words in cells.items():
            code = field_code(sheet.role, words)
            if code is not None:
                heading = sheet.columns[id_].heading
                self._show_given(id_, heading, code)
                self.column_given.emit(heading, code)
        return True

    def _show_given(self, place: int, heading: str, code: str) -> None:
        rows = column_rows(self.sheets[self._sheet])
        given = None if code == NO_FIELD else code
        rows[place] = ColumnRow(place, UnderstoodColumn(heading, given, rows[place].column.samples))
        self.columns.model.show_rows(rows)

    def _retranslate(self) -> None:
        say = self._language.words
        self.preview_title.setText(say(_PREVIEW))
        for chip, sheet in zip(self.chips, self.sheets, strict=True):
            chip.setText(say(_chip_words(sheet)))


def _chip_words(sheet: UnderstoodSheet) -> Text:
    pattern = _LEFT_OUT if sheet.role is SheetRole.IGNORED else _SHEET if sheet.name else _ONLY
    return pattern.format(name=sheet.name, role=_ROLES[sheet.role], n=sheet.rows)


def _summary(sheet: UnderstoodSheet) -> Text:
    if not sheet.columns:
        return Text("", "")
    known = sum(column.field is not None for column in sheet.columns)
    header = (
        "–".join(map(str, dict.fromkeys((sheet.header_rows[0], sheet.header_rows[-1]))))
        if sheet.header_rows
        else "?"
    )
    return _SUMMARY.format(header=header, known=known, own=len(sheet.columns) - known)
