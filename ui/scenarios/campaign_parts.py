"""The parts of the campaign planner: question, answer, candidates with ticks, cover and cost, and writing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.campaign.field_cost import COUNTED
from planner.campaign.planning import Chance, Meaning
from planner.tables.campaign import CHANCES, TABLE, CandidateRow
from planner.tables.campaign_covers import TABLE as COVERS
from planner.tables.campaign_covers import cover_rows
from planner.text import Text
from ui.marks import Mark, mark_pixmap
from ui.part_tabs import PartTabs
from ui.plain_label import PlainLabel
from ui.proposal.ticked_table import TickedTable, TickedView
from ui.proposal.words_box import WordsBox
from ui.scenario_target import ScenarioTarget
from ui.scenarios.campaign_answer import CampaignAnswer
from ui.scenarios.campaign_form import CampaignForm
from ui.scrolled import Squeezed, scrolled
from ui.tables.filter_bar import FilterBar
from ui.tables.flow_layout import FlowLayout
from ui.tables.hints import Hint
from ui.tables.page_source import Chip
from ui.tables.record_table import RecordTable
from ui.tables.table_view import TableView
from ui.told import Told

if TYPE_CHECKING:
    from ui.shell import Shell

_CHOOSE = Text("选中一个单位,看谁来顶、代价多少。", "Select a unit to read who covers and what it costs.")
_CHEAPEST = Text("恢复最省人选", "Tick the cheapest")
_TICKED = Text("已选 {n} 人,需 {wanted} 人", "{n} chosen of {wanted}")
_WRITE = Text("写入方案({n} 人)", "Write into scenario ({n})")
_PARTS = {"who": Text("人选", "Who can go"), "covers": Text("顶岗和代价", "Cover and cost")}
_NAME = Text("专项行动", "Campaign")
_NOTHING = Text("", "")
_ABOUT_LINES = 3
_LINES = 2  # of words, scrolled where there are more


def _hint(row: CandidateRow, key: str) -> Hint | None:
    chance = row.candidate.chance
    if chance is Chance.BARRED:
        return Hint.QUIET
    if key != "chance":
        return None
    return {Chance.CHOSEN: Hint.GOOD, Chance.BREAKS: Hint.WARNING}.get(chance)


class CampaignParts:
    """Makes the parts and lays them out in a panel."""

    def __init__(self, shell: Shell, panel: QWidget) -> None:
        opened, self._language = shell.open_document, shell.language
        self._panel = panel
        self.form, self.answer = CampaignForm(self._language), CampaignAnswer(self._language)
        self.model = TickedTable(TABLE, self._language.current, panel)
        self.model.hinting = _hint
        self.view = TickedView(self.model, lambda: opened.document)
        chips = [_chip(chance) for chance in Chance]
        self.bar = FilterBar(self.model, chips, ("name", "badge_number", "unit"))
        self.bar.columns_button.hide()
        self.covers = RecordTable(COVERS, self._language.current, panel)
        self.covers_view = TableView(self.covers, lambda: opened.document)
        self.target = ScenarioTarget(opened, self._language, _NAME)
        self.tabs, self.sign, self.hurts = PartTabs(_PARTS, self._language), PlainLabel(), WordsBox(_LINES)
        self.ticks = PlainLabel()
        self.counted, self.told, self.about = WordsBox(_LINES), Told(self._language), WordsBox(_ABOUT_LINES)
        self.cheapest_button, self.write_button = QToolButton(), QPushButton()
        self._hurts, self._hurt, self._chosen = _NOTHING, False, (0, 0)
        self._lay_out()

    def _lay_out(self) -> None:
        inside, around = Squeezed(), QVBoxLayout(self._panel)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled(inside))
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        for widget in (self.form, self.answer, self.tabs):
            layout.addWidget(widget)
        layout.addWidget(self._stacked(), 1)
        said = QHBoxLayout()
        said.setSpacing(6)
        said.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.hurts, 1)
        layout.addLayout(said)
        layout.addWidget(self.told)
        foot = QWidget()
        flow = FlowLayout(foot)
        for part in (self.ticks, self.cheapest_button, self.target, self.write_button):
            flow.addWidget(part)
        layout.addWidget(foot)

    def _stacked(self) -> QStackedWidget:
        who, cover, stack = Squeezed(), Squeezed(), QStackedWidget()
        column = QVBoxLayout(who)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        rest = QVBoxLayout(cover)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(4)
        rest.addWidget(self.covers_view, 1)
        rest.addWidget(self.about)
        rest.addWidget(self.counted)
        for part in (who, cover):
            stack.addWidget(part)
        self.tabs.currentChanged.connect(stack.setCurrentIndex)
        self.covers_view.selectionModel().currentChanged.connect(lambda *_: self._show_about())
        self.covers.modelReset.connect(self._show_about)
        self.view.setMinimumHeight(110)
        self.covers_view.setMinimumHeight(70)
        return stack

    # what is shown

    def show_candidates(self, rows: Sequence[CandidateRow]) -> None:
        """Show other candidates."""
        self.model.show_rows(rows, again=True)
        self._show_counts()
        self._show_about()

    def show_hurts(self, said: Text, hurt: bool) -> None:
        """Say what breaks by those ticked, or that nothing does."""
        self._hurts, self._hurt = said, hurt
        mark = Mark.NOT_MET if hurt else Mark.MET
        self.sign.setPixmap(mark_pixmap(mark, self._panel.palette(), 16, self._panel.devicePixelRatioF()))
        self.hurts.show_words(self._language.words(said))

    def show_meaning(self, meaning: Meaning | None) -> None:
        """Show who covers and what it costs; nothing where nobody can be asked for."""
        self.covers.show_rows(cover_rows(meaning) if meaning is not None else [], again=True)
        if meaning is None:
            self.sign.clear()
            self.hurts.show_words("")
        self._show_counts()
        self._show_about()

    def _show_about(self) -> None:
        """Say in full who covers for the unit chosen, and what it loses."""
        row = self.covers_view.current_row() if self.covers.shown else None
        said = row.in_full if row is not None else _CHOOSE
        self.about.show_words(self._language.words(said), quiet=row is None)

    def _show_counts(self) -> None:
        self.tabs.show_counts({"who": len(self.model.rows), "covers": len(self.covers.rows)})

    def show_ticks(self, n: int, wanted: int) -> None:
        """Say how many are ticked."""
        self._chosen = n, wanted
        self.ticks.setText(self._language.words(_TICKED.format(n=n, wanted=wanted)))
        self.write_button.setText(self._language.words(_WRITE.format(n=n)))
        self.write_button.setEnabled(n > 0)

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        language, say = self._language.current, self._language.words
        for model in (self.model, self.covers):
            model.take_look(self._panel.palette(), language)
        self.bar.set_language(language)
        for part in (self.form, self.answer, self.target):
            part.retranslate()
        self.cheapest_button.setText(say(_CHEAPEST))
        self.counted.show_words(say(COUNTED), quiet=True)
        self.show_ticks(*self._chosen)
        if self._hurts.zh:
            self.show_hurts(self._hurts, self._hurt)


def _chip(chance: Chance) -> Chip:
    return Chip(chance, CHANCES[chance], lambda row: row.candidate.chance is chance)
