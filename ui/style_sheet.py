"""The small style sheet over the Fusion style: flat, quiet, with room to read."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QPalette

from planner.assets import asset

# A rule for the check boxes of every view would make each cell of each table slow to paint.
_SHEET = Template("""
QMainWindow, QDialog { background: $window; }
QToolBar { background: $base; border: none; border-bottom: 1px solid $line; padding: 3px 8px; spacing: 2px; }
QMenuBar { background: $base; padding: 1px 4px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $base; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 3px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QStatusBar { background: $base; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $line; }
QSplitter#quiet::handle { background: transparent; }
QToolTip { border: 1px solid $line; padding: 4px 6px; background: $tip; color: $on_tip; }

QTabBar#pages { background: $base; border-bottom: 1px solid $line; }
QTabBar#pages::tab { padding: 8px 16px 7px 16px; border: none; border-bottom: 3px solid transparent;
  color: $quiet; background: transparent; }
QTabBar#pages::tab:hover { color: $text; background: $hover; }
QTabBar#pages::tab:selected { color: $link; border-bottom: 3px solid $link; font-weight: bold; }

QTabBar#parts::tab { padding: 4px 12px 4px 12px; border: none; border-bottom: 2px solid transparent;
  color: $quiet; background: transparent; }
QTabBar#parts::tab:hover { color: $text; background: $hover; }
QTabBar#parts::tab:selected { color: $link; border-bottom: 2px solid $link; font-weight: bold; }

QPushButton { background: $button; border: 1px solid $edge; border-radius: 4px; padding: 5px 14px; }
QPushButton:hover { border-color: $link; }
QPushButton:pressed, QPushButton:checked { background: $pressed; }
QPushButton:default { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton:disabled { color: $faint; background: $window; border-color: $line; }
QToolButton { background: $button; border: 1px solid $edge; border-radius: 4px; padding: 3px 6px; }
QToolButton:hover { border-color: $link; }
QToolButton:pressed { background: $pressed; }
QToolButton:checked { background: $accent; border-color: $accent; color: $on_accent; }
QToolButton:disabled { color: $faint; background: $window; border-color: $line; }
QToolButton[autoRaise="true"] { background: transparent; border: 1px solid transparent; padding: 3px 6px; }
QToolButton[autoRaise="true"]:hover { background: $hover; }
QToolBar QToolButton { background: transparent;
  border: 1px solid transparent; padding: 4px 9px; }
QToolBar QToolButton:hover { background: $hover; }
QToolBar QToolButton:pressed { background: $pressed; }
QLineEdit QToolButton, QTabBar QToolButton, QCalendarWidget QToolButton { border: none; padding: 2px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton:focus { border: 2px solid $link; padding: 4px 13px; }
QPushButton:default:focus { border: 2px solid $text; }
QToolButton::menu-indicator { image: none; }
QToolButton:focus { border: 2px solid $link; padding: 2px 5px; }

QCheckBox::indicator, QListView::indicator, TickedView::indicator, TickedView QTableView::indicator {
  width: 14px; height: 14px; border: 1px solid $box; border-radius: 3px; background: $base; }
QCheckBox::indicator:checked, QListView::indicator:checked, TickedView::indicator:checked,
  TickedView QTableView::indicator:checked { background: $accent;
  border-color: $accent; image: url($tick); }
QCheckBox::indicator:focus, QCheckBox::indicator:hover { border-color: $link; }
QCheckBox:focus { color: $link; }

QLineEdit, QComboBox, QDateEdit, QSpinBox, QPlainTextEdit {
  background: $base; border: 1px solid $edge; border-radius: 4px; padding: 3px 6px; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView { selection-background-color: $accent; selection-color: $on_accent; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QLineEdit#told { background: transparent; border: 1px solid transparent; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 20px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url($arrow); width: 10px; height: 10px; }
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus { border: 1px solid $link; }

QTreeView, QTableView, QListView { background: $base; border: 1px solid $line; outline: none; }
QHeaderView::section { background: $head; color: $text; border: none; border-right: 1px solid $line;
  border-bottom: 1px solid $line; padding: 5px 6px; }
QTableCornerButton::section { background: $head; border: none; border-right: 1px solid $line;
  border-bottom: 1px solid $line; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableView#frozenColumn { border: none; }
QTreeView#units { border: none; border-right: none; }
QTreeView#units::item { padding: 3px 2px; }
QTreeView#findings::item { padding: 4px 2px; }
QTreeView#refusals::item { padding: 2px 12px 2px 4px; }
QTabBar#pages:focus { border-bottom: 1px solid $link; }

QFrame#scenario { background: $accent; border: none; }
QFrame#scenario QLabel { color: $on_accent; }
QFrame#scenario QPushButton { background: transparent; border-color: $on_accent; color: $on_accent;
  padding: 2px 10px; }
QFrame#scenario QPushButton:hover, QFrame#scenario QPushButton:focus { background: $button; color: $link; }
QFrame#messages { background: $head; border: none; border-bottom: 1px solid $line; }
QFrame#card { background: $base; border: 1px solid $line; border-radius: 6px; }
QFrame#card:hover { border: 1px solid $link; }
QFrame#card:focus { border: 2px solid $link; }
QFrame#panel { background: $base; border: 1px solid $line; border-radius: 6px; }
QFrame#drop { background: $base; border: 2px dashed $edge; border-radius: 10px; }
QLabel#quiet { color: $quiet; }
QLabel#title { font-weight: bold; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $thumb; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(palette: QPalette) -> str:
    """Return the style sheet in the colours of a palette."""

    def colour(role: QPalette.ColorRole, group: QPalette.ColorGroup = QPalette.ColorGroup.Active) -> str:
        return palette.color(group, role).name()

    roles = QPalette.ColorRole
    tone = "dark" if palette.color(roles.Base).lightness() < 128 else "light"
    return _SHEET.substitute(
        arrow=asset("icons", f"arrow_{tone}.svg").as_posix(),
        tick=asset("icons", "tick.svg").as_posix(),
        box=colour(roles.Dark) if tone == "light" else colour(roles.PlaceholderText),
        window=colour(roles.Window),
        base=colour(roles.Base),
        text=colour(roles.Text),
        quiet=colour(roles.PlaceholderText),
        faint=colour(roles.Text, QPalette.ColorGroup.Disabled),
        button=colour(roles.Button),
        line=colour(roles.Mid),
        edge=colour(roles.Mid),
        head=colour(roles.Midlight),
        hover=colour(roles.Midlight),
        pressed=colour(roles.Mid),
        thumb=colour(roles.Mid),
        accent=colour(roles.Highlight),
        on_accent=colour(roles.HighlightedText),
        link=colour(roles.Link),
        tip=colour(roles.ToolTipBase),
        on_tip=colour(roles.ToolTipText),
    )
