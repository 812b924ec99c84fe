"""A sentence that says what came of something, until it is of an earlier question or version."""

from __future__ import annotations

from planner.text import Text
from ui.language import LanguageSwitch
from ui.plain_label import PlainLabel


class Told(PlainLabel):
    """Follows the language; hidden while there is nothing to say."""

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self._language = language
        self._said: Text | None = None
        self.setWordWrap(True)
        language.changed.connect(self._show)
        self.hide()

    def tell(self, said: Text) -> None:
        """Say what came of something."""
        self._said = said
        self._show()

    def hush(self) -> None:
        """Take back what was said."""
        self._said = None
        self._show()

    def _show(self) -> None:
        self.setText(self._language.words(self._said) if self._said is not None else "")
        self.setVisible(self._said is not None)
