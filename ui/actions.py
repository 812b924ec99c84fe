"""What the menus, the tool bar and the keyboard offer, each declared once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPalette
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from planner.text import Text
from ui import icons, language, theme
from ui.language import LanguageSwitch

_Key = QKeySequence.StandardKey
LINE = "—"  # a separator in a menu


@dataclass(frozen=True, slots=True)
class Declared:
    """One action: its menu words (with mnemonic), its short words for the tool bar, its keys."""

    key: str
    title: Text
    keys: QKeySequence.StandardKey | str | None = None
    short: Text | None = None


ACTIONS: tuple[Declared, ...] = (
    Declared("new", Text("新建(&N)", "&New"), _Key.New),
    Declared("open", Text("打开(&O)…", "&Open…"), _Key.Open, Text("打开", "Open")),
    Declared("sample", Text("打开示例县(&E)", "Open the sampl&e county")),
    Declared("save", Text("保存(&S)", "&Save"), _Key.Save, Text("保存", "Save")),
    Declared("save_as", Text("另存为(&A)…", "Save &as…"), "Ctrl+Shift+S"),
    Declared("import_again", Text("再次导入花名册(&I)…", "&Import the roster again…"), "Ctrl+I"),
    Declared("export", Text("导出花名册(&X)…", "E&xport the roster…"), "Ctrl+E"),
    Declared("print", Text("打印(&P)…", "&Print…"), _Key.Print, Text("打印", "Print")),
    Declared("quit", Text("退出(&Q)", "&Quit"), "Ctrl+Q"),
    Declared("undo", Text("撤销(&U)", "&Undo"), _Key.Undo, Text("撤销", "Undo")),
    Declared("redo", Text("重做(&R)", "&Redo"), _Key.Redo, Text("重做", "Redo")),
    Declared("accept_repair", Text("采纳补救(&A)", "&Accept the repair"), "Ctrl+R"),
    Declared("find", Text("查找人员或单位(&F)…", "&Find people or units…"), _Key.Find, Text("查找", "Find")),
    Declared("tree", Text("单位树(&T)", "Unit &tree"), "F9"),
    Declared("card", Text("人员卡片(&C)", "Officer &card"), "F8"),
    Declared("part", Text("下一个区域(&N)", "&Next part of the window"), "F6"),
    Declared("as_it_stands", Text("回到现状(&B)", "&Back to the county as it stands"), "Ctrl+B"),
    Declared("today", Text("回到今天(&D)", "Back to to&day"), "Ctrl+T"),
    Declared("help", Text("使用帮助(&H)", "&Help"), _Key.HelpContents),
    Declared("about", Text("关于警力(&A)", "&About Jingli")),
)
_RECENT = Text("最近打开(&R)", "Open &recent")
_LANGUAGE, _THEME = Text("语言 Language(&L)", "&Language 语言"), Text("外观(&M)", "The&me")
_MENUS: tuple[tuple[str, Text, tuple[str, ...]], ...] = (
    (
        "file",
        Text("文件(&F)", "&File"),
        (
            *("new", "open", "recent", "sample", LINE, "save", "save_as", LINE),
            *("import_again", "export", LINE, "print", LINE, "quit"),
        ),
    ),
    ("edit", Text("编辑(&E)", "&Edit"), ("undo", "redo", LINE, "accept_repair", LINE, "find")),
    (
        "view",
        Text("查看(&V)", "&View"),
        ("pages", LINE, "tree", "card", "part", LINE, "as_it_stands", "today", LINE, "language", "theme"),
    ),
    ("help", Text("帮助(&H)", "&Help"), ("help", "about")),
)
TOOL_BAR = ("open", "save", LINE, "undo", "redo", LINE, "find", "print")
_UNDO, _REDO = Text("撤销“{what}”(&U)", "&Undo “{what}”"), Text("重做“{what}”(&R)", "&Redo “{what}”")


class Actions(QObject):
    """Every action of the window by its key, in menus and on a tool bar that follow the language."""

    def __init__(self, window: QMainWindow, speaking: LanguageSwitch) -> None:
        super().__init__(window)
        self._language = speaking
        self._of = {declared.key: self._made(declared, window) for declared in ACTIONS}
        self.menus: dict[str, QMenu] = {}
        self.pages: dict[str, tuple[QAction, Text]] = {}
        self._submenu_titles: dict[str, Text] = {}
        self.choices: dict[str, dict[str, tuple[QAction, Text]]] = {}
        for key in ("recent", "language", "theme"):
            self.menus[key] = QMenu(window)
        self._submenu_titles = {"recent": _RECENT, "language": _LANGUAGE, "theme": _THEME}
        self._page_group = QActionGroup(self)
        for name, words in (("language", language.CHOICES), ("theme", theme.CHOICES)):
            self._add_choices(name, words)
        self._fill_menu_bar(window)
        self.tool_bar = self._made_tool_bar(window)
        for name in ("tree", "card"):
            self[name].setCheckable(True)
        speaking.changed.connect(self.retranslate)
        self.retranslate()

    def __getitem__(self, key: str) -> QAction:
        return self._of[key]

    def _made(self, declared: Declared, window: QMainWindow) -> QAction:
        action = QAction(window)
        action.setObjectName(declared.key)
        if declared.keys is not None:
            action.setShortcut(QKeySequence(declared.keys))
        window.addAction(action)
        return action

    def _add_choices(self, name: str, words: dict[str, Text]) -> None:
        group = QActionGroup(self)
        self.choices[name] = {}
        for key, title in words.items():
            action = QAction(group, checkable=True)
            action.setData(key)
            self.menus[name].addAction(action)
            self.choices[name][key] = (action, title)

    def _fill_menu_bar(self, window: QMainWindow) -> None:
        for name, _, keys in _MENUS:
            menu = self.menus[name] = window.menuBar().addMenu("")
            for key in keys:
                if key == LINE:
                    menu.addSeparator()
                elif key in self.menus:
                    menu.addMenu(self.menus[key]) if key != name else menu.addAction(self[key])
                elif key in self._of:
                    menu.addAction(self[key])

    def _made_tool_bar(self, window: QMainWindow) -> QToolBar:
        bar = QToolBar(window)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(icons.SIZE, icons.SIZE))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for key in TOOL_BAR:
            if key == LINE:
                bar.addSeparator()
            else:
                self[key].setIconVisibleInMenu(False)
                bar.addAction(self[key])
        window.addToolBar(bar)
        return bar

    def add_pages(self, entries: Iterable[tuple[str, Text]]) -> None:
        """Offer the pages in the menu, with their keys."""
        menu = self.menus["view"]
        before = menu.actions()[0]
        for number, (key, title) in enumerate(entries, 1):
            action = QAction(self._page_group, checkable=True)
            action.setData(key)
            action.setShortcut(QKeySequence(page_keys(number)))
            menu.insertAction(before, action)
            self.pages[key] = (action, title)
        self.retranslate()

    def retranslate(self) -> None:
        """Show every word in the language in force."""
        say = self._language.words
        for declared in ACTIONS:
            self[declared.key].setText(say(declared.title))
            if declared.short is not None:
                self[declared.key].setIconText(say(declared.short))
        for name, title, _ in _MENUS:
            self.menus[name].setTitle(say(title))
        for name, title in self._submenu_titles.items():
            self.menus[name].setTitle(say(title))
        for choices in (*self.choices.values(), self.pages):
            for action, title in choices.values():
                action.setText(say(title))

    def paint(self, palette: QPalette) -> None:
        """Draw the icons of the tool bar in the colours of a theme."""
        for key in TOOL_BAR:
            if key != LINE:
                self[key].setIcon(icons.line_icon(key, palette))

    def show_steps(self, undo: Text | None, redo: Text | None) -> None:
        """Say what undo takes back and redo does again."""
        for key, label, named in (("undo", undo, _UNDO), ("redo", redo, _REDO)):
            declared = next(d for d in ACTIONS if d.key == key)
            text = declared.title if label is None else named.format(what=label)
            action = self[key]
            action.setEnabled(label is not None)
            action.setText(self._language.words(text))
            assert declared.short is not None
            action.setIconText(self._language.words(declared.short))
            action.setToolTip(plain(self._language.words(text)))


def page_keys(number: int) -> str:
    """Return the keys that show a page, the first one 1; the tenth has those of 0."""
    return f"Ctrl+{number % 10}"


def plain(words: str) -> str:
    """Return the words of a menu without their mnemonic."""
    return re.sub(r"\(&\w\)|&", "", words)
