"""总览: four figures, a bar per station, the findings; each leads to its rows, a finding to its repair."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.audit.results import Finding
from planner.optimise.lines import line_of
from planner.tables.figures import Figure, figures
from planner.tables.station_bars import BAR_KINDS, bars_caption
from planner.text import Text
from ui.duty.checking import DUTY_RULES
from ui.following_page import FollowingPage
from ui.marks import Mark
from ui.overview.counted_dialog import NOTHING_TO_COUNT, CountedDialog
from ui.overview.empty_state import EmptyState
from ui.overview.figure_card import FigureCard
from ui.overview.findings_list import REPAIR, FindingsList
from ui.overview.repair_panel import RepairPanel
from ui.overview.station_chart import StationChart
from ui.overview.suspicions import Suspicions
from ui.plain_label import PlainLabel
from ui.settings import CHART, OVERVIEW_SPLITTER, as_bytes
from ui.shell import Shell

_FINDINGS = Text("问题 {n} 项", "{n} findings")
_OF_UNIT = Text("{unit}:问题 {n} 项", "{unit}: {n} findings")
_LEAD = Text("双击查看人员或单位", "double-click for the people or the unit")
_DUTY = Text("查看值班表(&D)", "Show the &duty roster")
_REPAIR_HINT = Text(
    "求出只解决所选问题、其他各项不变差的最省办法",
    "find the fewest moves that mend the selected finding and make nothing else worse",
)
_CHOOSE = Text(
    "先在下面选中一项违规或未达标的问题(派出所警力、社区民警或抽调借调)",
    "select a violation or a target not met below first (station strength, community officers or draw-offs)",
)


class OverviewPage(FollowingPage):
    """Follows the open document; shows what to do where nothing is open."""

    station_chosen = Signal(int)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell, self._language = shell, shell.language
        self._unit: int | None = None
        self.cards: dict[str, FigureCard] = {}
        self.chart = StationChart(shell.open_document, shell.language, shell.background)
        self.caption, self.findings_title, self.findings_lead = PlainLabel(), PlainLabel(), PlainLabel()
        self.suspicions = Suspicions(
            shell.open_document, shell.language, self, on_record=shell.open_document.is_as_it_stands
        )
        self.findings = FindingsList(shell.language, self._is_repairable, self._offer_more)
        self.repair_button, self.repair = QPushButton(), RepairPanel(shell)
        self.empty = EmptyState(shell.language)
        self.chart_buttons = {kind: QToolButton() for kind in BAR_KINDS}
        self._card_row = QHBoxLayout()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        for label in (self.caption, self.findings_lead):
            label.setObjectName("quiet")
            label.setMinimumWidth(60)  # shown as far as there is room, rather than widening the window
        self.findings_title.setObjectName("title")
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(8)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setObjectName("quiet")
        self.splitter.addWidget(self._chart_panel())
        self.splitter.addWidget(self._findings_panel())
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        self._card_row.setSpacing(10)
        column.addLayout(self._card_row)
        column.addWidget(self.splitter, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(full)
        self._stack.addWidget(self.empty)
        if state := self._shell.settings.get(OVERVIEW_SPLITTER):
            self.splitter.restoreState(state)

    def _chart_panel(self) -> QFrame:
        panel = QFrame()
        panel.setObjectName("panel")
        group = QButtonGroup(panel)
        line = QHBoxLayout()
        line.setSpacing(4)
        for kind, button in self.chart_buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, k=kind: self._choose_chart(k))
            group.addButton(button)
            line.addWidget(button)
        line.addSpacing(8)
        line.addWidget(self.caption, 1)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(10, 8, 10, 6)
        layout.addLayout(line)
        layout.addWidget(self.chart, 1)
        return panel

    def _findings_panel(self) -> QFrame:
        panel = QFrame()
        panel.setObjectName("panel")
        line = QHBoxLayout()
        line.addWidget(self.findings_title)
        line.addWidget(self.findings_lead, 1)
        line.addWidget(self.repair_button)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        layout.addLayout(line)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.findings, 3)
        beside.addWidget(self.repair, 2)
        layout.addLayout(beside, 1)
        return panel

    def _connect(self) -> None:
        self.keep_up_with(self._shell.open_document.changed, self._shell.theme.changed)
        self._language.changed.connect(self.retranslate)
        self.findings.finding_opened.connect(self.follow)
        self.chart.station_chosen.connect(self.station_chosen)
        self.findings.finding_changed.connect(self._show_repairable)
        self.findings.repair_wanted.connect(self.mend)
        self.repair_button.clicked.connect(self.mend)
        self.repair.left.connect(self.findings.setFocus)
        self.splitter.splitterMoved.connect(
            lambda *_: self._shell.settings.set(OVERVIEW_SPLITTER, as_bytes(self.splitter.saveState()))
        )
        kind = self._shell.settings.get(CHART)
        self._choose_chart(kind if kind in BAR_KINDS else next(iter(BAR_KINDS)))

    # following the document

    def show_document(self) -> None:
        """Show the figures and findings of the version in force."""
        document = self._shell.open_document
        self._stack.setCurrentIndex(1 if document.is_empty else 0)
        self._show_cards(figures(document.audit, document.audit_after_approved))
        self._show_findings()

    def _show_cards(self, shown: tuple[Figure, ...]) -> None:
        if [figure.key for figure in shown] != list(self.cards):
            for card in self.cards.values():
                card.setParent(None)
                card.deleteLater()
            self.cards = {figure.key: FigureCard(self._language) for figure in shown}
            for card in self.cards.values():
                card.clicked.connect(self.explain)
                self._card_row.addWidget(card, 1)
        for figure in shown:
            self.cards[figure.key].show_figure(figure)

    def _show_findings(self) -> None:
        audit, say = self._shell.open_document.audit, self._language.words
        unit = self._unit if self._unit in audit.state.county.units else None
        self.findings.show_findings(audit, unit)
        n = sum(unit is None or finding.unit == unit for finding in audit.findings)
        self.repair_button.setVisible(not audit.complies)
        self._show_repairable()
        title = _FINDINGS if unit is None else _OF_UNIT
        self.findings_title.setText(say(title.format(n=n, unit=audit.state.unit_name(unit))))

    def _is_repairable(self, finding: Finding) -> bool:
        return line_of(finding, self._shell.open_document.audit) is not None

    def _show_repairable(self) -> None:
        finding = self.findings.finding
        can = finding is not None and self._is_repairable(finding)
        self.repair_button.setEnabled(can)
        self.repair_button.setToolTip(self._language.words(_REPAIR_HINT if can else _CHOOSE))

    def mend(self) -> None:
        """Work out the cheapest repair of the selected finding."""
        finding = self.findings.finding
        if finding is not None and self._is_repairable(finding):
            self.repair.mend(finding)

    def show_unit(self, unit: int | None) -> None:
        """Show the findings of one unit, or all."""
        self._unit = unit
        self._show_findings()

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        for kind, button in self.chart_buttons.items():
            button.setText(self._language.words(BAR_KINDS[kind]))
        self.caption.setText(self._language.words(bars_caption(self.chart.kind)))
        self.findings_lead.setText(self._language.words(_LEAD))
        self.repair_button.setText(self._language.words(REPAIR))
        self.chart.redraw()
        self.refresh()

    # ways to the rows

    def _choose_chart(self, kind: str) -> None:
        for key, button in self.chart_buttons.items():
            button.setChecked(key == kind)
            if key == kind:
                self.chart.show_kind(key)
                self.caption.setText(self._language.words(bars_caption(key)))
        self._shell.settings.set(CHART, kind)

    def explain(self, key: str) -> CountedDialog | None:
        """Show how a figure was counted; say so where there is nothing to count."""
        figure = self.cards[key].figure
        assert figure is not None
        if not figure.targets:
            self._shell.messages.inform(NOTHING_TO_COUNT.format(title=figure.title), Mark.NO_DATA)
            return None
        dialog = CountedDialog(
            figure.title, figure.targets, self._shell.open_document, self._language, self.window()
        )
        dialog.person_chosen.connect(self._shell.navigation.show_card)
        dialog.show()
        return dialog

    def _offer_more(self, menu: QMenu, finding: Finding | None) -> None:
        if finding is not None and finding.rule in DUTY_RULES and finding.unit is not None:
            unit, month, people = finding.unit, finding.date.replace(day=1), finding.people
            show = self._shell.navigation.show_duty
            menu.addAction(self._language.words(_DUTY), lambda: show(unit, month, people))
        self.suspicions.fill_menu(menu, finding)

    def follow(self, finding: Finding) -> None:
        """Lead from a finding to the officer, the officers or the unit it is about."""
        navigation = self._shell.navigation
        if len(finding.people) == 1:
            navigation.show_person(finding.people[0])
        elif finding.people:
            navigation.show_people(finding.people, finding.message)
        elif finding.unit is not None:
            navigation.show_people_of(finding.unit)
        elif finding.rule in self.cards:
            self.explain(finding.rule)
