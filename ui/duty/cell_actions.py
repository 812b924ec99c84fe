"""What keys, the mouse and the menu do to the selected cells."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from planner.text import Text
from ui.duty.editing import DutyEditing
from ui.duty.fill_handle import Block
from ui.duty.grid_view import GridView
from ui.tables.session import LiveLanguage

_LINE = ""
_ACTIONS: tuple[tuple[str, Text, str], ...] = (
    ("copy", Text("复制", "Copy"), "Ctrl+C"),
    ("cut", Text("剪切", "Cut"), "Ctrl+X"),
    ("paste", Text("粘贴", "Paste"), "Ctrl+V"),
    (_LINE, Text("", ""), ""),
    ("fill_down", Text("向下填充", "Fill down"), "Ctrl+D"),
    ("fill_right", Text("向右填充", "Fill right"), "Ctrl+R"),
    ("lock", Text("锁定 / 解锁", "Lock / unlock"), "Ctrl+L"),
    ("clear", Text("清除", "Clear"), "Del"),
)


class CellActions(QObject):
    """Carries out the wishes of the grid on what is selected in it."""

    def __init__(self, view: GridView, editing: DutyEditing, language: LiveLanguage) -> None:
        super().__init__(view)
        self._view, self._editing, self._language = view, editing, language
        view.typed.connect(self._type)
        view.wished.connect(self.carry_out)
        view.drawn.connect(self._draw_out)

    def _type(self, sign: str) -> None:
        block, index = self._view.block, self._view.currentIndex()
        if block is not None:
            self._editing.type_sign(sign, block, (index.row(), index.column()))

    def set_code(self, code: str) -> None:
        """Plan a code in the selected cells, and go on with the keyboard there."""
        if self._view.block is not None:
            self._editing.set_code(code, self._view.block)
        self._view.setFocus()

    def _draw_out(self, source: Block, target: Block) -> None:
        self._editing.fill(source, target)
        self._view.select(target)

    def carry_out(self, wish: str) -> None:
        """Do one of the actions on the selected cells."""
        block, editing = self._view.block, self._editing
        if block is None:
            return
        if wish in ("copy", "cut"):
            editing.copy(block)
        if wish == "paste":
            pasted = editing.paste(block)
            if pasted is not None:
                self._view.select(pasted)
        run = {
            "cut": editing.clear,
            "clear": editing.clear,
            "lock": editing.lock,
            "fill_down": editing.fill_down,
            "fill_right": editing.fill_right,
        }.get(wish)
        if run is not None:
            run(block)

    def menu(self, further: Iterable[QAction]) -> QMenu:
        """Return the context menu, with further actions after a line."""
        menu = QMenu(self._view)
        for key, title, keys in _ACTIONS:
            if key == _LINE:
                menu.addSeparator()
                continue
            action = menu.addAction(self._language_words(title))
            action.setObjectName(key)
            action.setShortcut(QKeySequence(keys))
            action.setEnabled(self._view.block is not None)
            action.triggered.connect(lambda _=False, wish=key: self.carry_out(wish))
        menu.addSeparator()
        for action in further:
            menu.addAction(action)
        return menu

    def _language_words(self, text: Text) -> str:
        return text.in_language(self._language.current)
