"""The officer card at the right edge of the window; it stays for as long as one wants to see it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QWidget

from planner.text import Text
from ui.language import LanguageSwitch
from ui.officer_card.officer_card import OfficerCard
from ui.open_document import OpenDocument

_TITLE = Text("人员卡片", "Officer card")


class CardDock(QDockWidget):
    """Holds the card, which is made when somebody is first shown: start-up does not wait for it."""

    def __init__(self, open_document: OpenDocument, language: LanguageSwitch, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card_dock")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._open_document, self._language = open_document, language
        self.card: OfficerCard | None = None
        language.changed.connect(self.retranslate)
        self.visibilityChanged.connect(lambda visible: self._made_card() if visible else None)
        self.retranslate()

    def show_person(self, person: int) -> None:
        """Show somebody, opening the dock."""
        self._made_card().show_person(person)
        self.show()

    def _made_card(self) -> OfficerCard:
        if self.card is None:
            self.card = OfficerCard(self._open_document, self._language)
            self.card.setMinimumWidth(280)
            self.setWidget(self.card)
        return self.card

    def retranslate(self) -> None:
        """Name the dock in the language in force."""
        self.setWindowTitle(self._language.words(_TITLE))
