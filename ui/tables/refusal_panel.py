"""The panel under a table that lists why cells could not be changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from planner.tables.cells import Refusal
from planner.text import Language, Text
from ui.tables.listing_panel import ListingPanel

_TITLE = Text(
    "未作任何修改:{n} 个单元格的内容不能使用,请改正后重试。",
    "Nothing was changed: {n} cells cannot be used; correct them and try again.",
)
_HEAD = (Text("行", "Row"), Text("列", "Column"), Text("内容", "Given"), Text("原因", "Why"))
_CLOSE = Text("关闭", "Close")
_SHOWN = 500  # lines; nobody reads more, and the title has the number


class RefusalPanel(ListingPanel):
    """Row, column, words and reason of every refused cell; a click leads to the cell."""

    chosen = Signal(int, str)  # row id, column key

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(170, parent)
        self.list.itemClicked.connect(self._choose)

    def tell(self, message: Text, language: Language) -> None:
        """Say one sentence."""
        self.title.setText(message.in_language(language))
        self.list.hide()
        self._show(language)

    def list_refusals(
        self,
        refusals: Sequence[Refusal],
        row_words: Callable[[int], str],
        column_title: Callable[[str], Text],
        language: Language,
    ) -> None:
        """List refused cells."""
        self.title.setText(_TITLE.format(n=len(refusals)).in_language(language))
        self.list.setHeaderLabels([words.in_language(language) for words in _HEAD])
        self.list.clear()
        for refusal in refusals[:_SHOWN]:
            title = column_title(refusal.column).in_language(language)
            words = [row_words(refusal.row), title, refusal.words, refusal.reason.in_language(language)]
            item = QTreeWidgetItem(words)
            item.setData(0, Qt.ItemDataRole.UserRole, (refusal.row, refusal.column))
            self.list.addTopLevelItem(item)
        self.list.show()
        self._show(language)

    def _show(self, language: Language) -> None:
        self.close_button.setToolTip(_CLOSE.in_language(language))
        self.show()

    def _choose(self, item: QTreeWidgetItem) -> None:
        row, column = item.data(0, Qt.ItemDataRole.UserRole)
        self.chosen.emit(row, column)
