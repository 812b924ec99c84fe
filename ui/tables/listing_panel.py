"""A panel with a title, a list below it and a button that closes it."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QToolButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from ui.plain_label import PlainLabel

_MEASURED = 100  # lines that say how wide columns are: measuring every one holds up the window


class ListingPanel(QFrame):
    """The shell of panels that list what came of something; hidden until there is something to list."""

    def __init__(self, highest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.title, self.close_button, self.list = PlainLabel(wordWrap=True), QToolButton(), QTreeWidget()
        self.close_button.setAutoRaise(True)
        self.close_button.setText("✕")
        self.close_button.clicked.connect(self.hide)
        self.list.setObjectName("refusals")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setResizeContentsPrecision(_MEASURED)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addLayout(top)
        layout.addWidget(self.list)
        self.setMaximumHeight(highest)
        self.hide()
