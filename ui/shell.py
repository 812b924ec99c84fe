"""What every part of the window shares: the open document, the language, the theme, threads, settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.background import Background
from ui.language import LanguageSwitch
from ui.open_document import OpenDocument
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.messages import MessagePanel
    from ui.navigation import Navigation
    from ui.theme import Theme


@dataclass
class Shell:
    """Handed to whoever makes pages and dialogs; nothing in it is global."""

    settings: Settings
    language: LanguageSwitch
    theme: Theme
    background: Background
    open_document: OpenDocument
    navigation: Navigation
    messages: MessagePanel
