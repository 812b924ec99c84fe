"""One sentence in both languages of the product."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Chinese and in English; screens and prints pick one, JSON carries both."""

    zh: str
    en: str

    def in_language(self, language: Language) -> str:
        """Return the words in `language`."""
        return self.zh if language == "zh" else self.en

    def format(self, **values: object) -> Text:
        """Fill the named fields of both sentences; a `Text` value is filled in its own language."""
        zh = {k: v.zh if isinstance(v, Text) else v for k, v in values.items()}
        en = {k: v.en if isinstance(v, Text) else v for k, v in values.items()}
        return Text(self.zh.format(**zh), self.en.format(**en))

    def as_json(self) -> dict[str, str]:
        """Return the pair as the command line prints it."""
        return {"zh": self.zh, "en": self.en}


def same(words: str) -> Text:
    """Return words that read the same in both languages, such as a name or a number."""
    return Text(words, words)


def joined(parts: Iterable[Text]) -> Text:
    """Join a list the way each language does: 、 in Chinese, a comma in English."""
    listed = list(parts)
    return Text("、".join(p.zh for p in listed), ", ".join(p.en for p in listed))


def compact(words: str) -> str:
    """Return words as they are compared: half-width, without blanks, in one case."""
    return "".join(unicodedata.normalize("NFKC", words).split()).casefold()


def printed_width(words: str) -> int:
    """Return how many places words take where every character is as wide as a letter, or twice as wide."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)
