"""Which policy packs are in force, and in which order they lie over each other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGroupBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
)

from planner.policy.policy import Policy, available_packs, pack
from planner.text import Language, Text
from ui.plain_label import PlainLabel

_TITLE = Text("指标口径包", "Policy packs")
_INTRO = Text(
    "勾选的口径包自上而下叠加,下面的优先;每个数各自保留来源。",
    "Ticked packs lie over each other, the lower one wins; every number keeps its own source.",
)
_LINE = Text("{name} · {date} · {source}", "{name} · {date} · {source}")


class PackChooser(QGroupBox):
    """Lists every pack; `given` carries the ids of the ticked ones, lowest in priority first."""

    given = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self.intro = PlainLabel(wordWrap=True)
        self.list = QListWidget()
        self.list.setMaximumHeight(125)
        self.up, self.down = QToolButton(), QToolButton()
        self.up.setText("▲")
        self.down.setText("▼")
        self.up.clicked.connect(lambda: self._shift(-1))
        self.down.clicked.connect(lambda: self._shift(1))
        self.list.itemChanged.connect(lambda _: self.given.emit(self.ticked()))
        buttons = QVBoxLayout()
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch()
        line = QHBoxLayout()
        line.addWidget(self.list, 1)
        line.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(self.intro)
        layout.addLayout(line)

    def ticked(self) -> tuple[str, ...]:
        """Return the ids of the ticked packs, from top to bottom."""
        items = (self.list.item(i) for i in range(self.list.count()))
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )

    def show_policy(self, policy: Policy, language: Language) -> None:
        """Show the packs in force on top, in their order, the others below."""
        self.setTitle(_TITLE.in_language(language))
        self.intro.setText(_INTRO.in_language(language))
        current = self.list.currentRow()
        in_force = [p.id for p in policy.packs]
        self.list.blockSignals(True)
        self.list.clear()
        for id_ in [*in_force, *(i for i in available_packs() if i not in in_force)]:
            known = pack(id_)
            words = _LINE.format(name=known.name, date=known.dated.isoformat(), source=known.source)
            item = QListWidgetItem(words.in_language(language))
            item.setData(Qt.ItemDataRole.UserRole, id_)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if id_ in in_force else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(current)
        self.list.blockSignals(False)

    def _shift(self, by: int) -> None:
        here = self.list.currentRow()
        order = list(self.ticked())
        chosen = self.list.item(here).data(Qt.ItemDataRole.UserRole) if here >= 0 else None
        if chosen not in order:
            return
        place = order.index(chosen)
        if 0 <= place + by < len(order):
            order[place], order[place + by] = order[place + by], order[place]
            self.list.setCurrentRow(here + by)
            self.given.emit(tuple(order))
