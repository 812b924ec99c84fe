"""Fill all units: which of them, asked where some have a roster already, and what came of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QPushButton, QTreeWidgetItem, QWidget

from planner.county.belonging import duty_units
from planner.county.records import Unit
from planner.edits.duty import duty_month
from planner.text import Text
from ui.duty.month_bar import month_title
from ui.duty.planning import FILL_ALL, AllFilled, DutyPlanning, shortage_words
from ui.language import LanguageSwitch
from ui.marks import Mark, mark_icon
from ui.plain_label import plain_tip
from ui.shell import Shell
from ui.tables.listing_panel import ListingPanel

if TYPE_CHECKING:
    from planner.optimise.duty.filling import DutyProposal

_ASK = Text(
    "{month}共 {n} 个派出所和监管场所,其中 {m} 个已有值班表。要怎样排?",
    "{n} stations and custody units in {month}; {m} have a duty roster already. What should be planned?",
)
_MORE = Text(
    "重排只保留已锁定的格子;结果可以整体撤销。",
    "Planning again keeps only locked cells; the result is one step to undo.",
)
_EMPTY_ONES = Text("只排没有值班表的 {n} 个", "Only the {n} without one")
_EVERYBODY = Text("全部 {n} 个重排", "All {n} again")
_CANCEL, _CLOSE = Text("取消", "Cancel"), Text("关闭", "Close")
_TITLE = Text(
    "{month}:已排 {n} 个单位,其中 {m} 个有不达标;双击单位查看。",
    "{month}: {n} units planned, {m} of them short of a rule; double-click one to see it.",
)
_LEFT = Text("{k} 个未排到。", "{k} not reached.")
_HEAD = (
    Text("单位", "Unit"),
    Text("变动格数", "Cells changed"),
    Text("结果", "Result"),
    Text("不达标", "Rules short"),
    Text("不理想", "Wishes unmet"),
    Text("首要问题", "First of them"),
)
_NUMBERS = (1, 3, 4)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PROVEN, _OPEN = Text("已证明最优", "proven best"), Text("尚未证明最优", "not proven best")
_NOTHING = Text("没有得到可用的排班,未改动", "no usable roster; unchanged")
_NOT_REACHED = Text("已停止,未排", "stopped before it")
_UNIT = Qt.ItemDataRole.UserRole


class AllUnits(QObject):
    """Asks which units are meant, and has them planned."""

    def __init__(self, shell: Shell, planning: DutyPlanning, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._planning, self._parent = shell, planning, parent
        self.question: QMessageBox | None = None  # the one being asked

    def ask(self, month: date) -> None:
        """Plan every unit, after a question where a roster stands already."""
        document = self._shell.open_document.document
        units = duty_units(document.county)
        without = [unit for unit in units if not _has_roster(self._shell, unit, month)]
        if not units or self._planning.line.running or self.question is not None:
            return
        if len(without) == len(units):
            self._planning.fill_all(units, month)
            return
        say = self._shell.language.words
        box = self.question = QMessageBox(self._parent)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(say(FILL_ALL))
        taken = len(units) - len(without)
        box.setText(say(_ASK.format(month=month_title(month), n=len(units), m=taken)))
        box.setInformativeText(say(_MORE))
        choices: dict[object, Sequence[Unit]] = {}
        if without:
            choices[self._button(box, _EMPTY_ONES, len(without))] = without
        choices[self._button(box, _EVERYBODY, len(units))] = units
        box.addButton(say(_CANCEL), QMessageBox.ButtonRole.RejectRole)

        def chosen() -> None:
            self.question, wanted = None, choices.get(box.clickedButton())
            if wanted:
                self._planning.fill_all(wanted, month)

        box.finished.connect(chosen)
        box.open()

    def _button(self, box: QMessageBox, words: Text, n: int) -> QPushButton:
        return box.addButton(self._shell.language.words(words.format(n=n)), QMessageBox.ButtonRole.ActionRole)


def _has_roster(shell: Shell, unit: Unit, month: date) -> bool:
    made = duty_month(shell.open_document.document, unit.id, month)
    return made is not None and bool(made.planned)


class FilledUnits(ListingPanel):
    """What came of each unit; one that is opened leads to its month."""

    chosen = Signal(int, object)  # a unit and its month, a date

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__(highest=230)
        self._language = language
        self.list.setColumnCount(len(_HEAD))
        self.list.itemActivated.connect(self._choose)
        self._filled: AllFilled | None = None

    def _choose(self, item: QTreeWidgetItem) -> None:
        if self._filled is not None:
            self.chosen.emit(item.data(0, _UNIT), self._filled.month)

    def show_filled(self, filled: AllFilled) -> None:
        """List every unit that was asked for, those not reached as well."""
        self._filled = filled
        self.retranslate()
        self.show()

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        filled = self._filled
        if filled is None:
            return
        say = self._language.words
        found = {proposal.unit: proposal for proposal in filled.proposals}
        planned = [proposal for proposal in filled.proposals if proposal.cells]
        short, left = sum(bool(p.uncovered) for p in planned), len(filled.units) - len(planned)
        title = _TITLE.format(month=month_title(filled.month), n=len(planned), m=short)
        more = say(_LEFT.format(k=left)) if left else ""
        self.title.setText(" ".join(part for part in (say(title), more) if part))
        self.close_button.setToolTip(say(_CLOSE))
        self.list.setHeaderLabels([say(words) for words in _HEAD])
        for column in _NUMBERS:
            self.list.headerItem().setTextAlignment(column, _RIGHT)
        self.list.clear()
        for unit in filled.units:
            self.list.addTopLevelItem(self._item(unit, found.get(unit.id)))

    def _item(self, unit: Unit, proposal: DutyProposal | None) -> QTreeWidgetItem:
        item = QTreeWidgetItem([unit.name, *map(self._language.words, _words(proposal))])
        mark = Mark.NO_DATA
        if proposal is not None and proposal.cells:
            mark = Mark.NOT_MET if proposal.uncovered else Mark.MET
        item.setIcon(0, mark_icon(mark, self.palette(), 14))
        item.setData(0, _UNIT, unit.id)
        item.setToolTip(len(_HEAD) - 1, item.text(len(_HEAD) - 1))
        item.setToolTip(0, plain_tip(unit.name))
        for column in _NUMBERS:
            item.setTextAlignment(column, _RIGHT)
        return item


def _words(proposal: DutyProposal | None) -> Iterator[Text]:
    """Yield what stands in the columns after the unit."""
    if proposal is None or not proposal.cells:
        stopped = proposal is None or proposal.status == "stopped"
        yield from (Text("", ""), _NOT_REACHED if stopped else _NOTHING)
        return
    grave, found = len(proposal.uncovered), len(proposal.shortages)
    yield _number(len(proposal.changed))
    yield _PROVEN if proposal.status == "optimal" else _OPEN
    yield from (_number(grave), _number(found - grave))
    if found:
        yield shortage_words(proposal)[0]


def _number(n: int) -> Text:
    return Text(str(n), str(n))
