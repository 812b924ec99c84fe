"""The one exception a person is meant to read."""

from __future__ import annotations

from planner.text import Text


class InputError(Exception):
    """Something the user gave cannot be used; `message` says what, where and what to do."""

    def __init__(self, message: Text) -> None:
        """Keep the sentence in both languages."""
        super().__init__(message.en)
        self.message = message
