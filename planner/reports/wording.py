"""How a paper writes its words: Chinese with the full-width punctuation official documents have."""

from __future__ import annotations

import re

from planner.text import Language, Text

_HAN = "[\u2e80-\u9fff\U00020000-\U0003ffff“”（）]"
_BRACKETS = re.compile(r"\(([^()]*)\)")
_BETWEEN = re.compile(f"(?<={_HAN})[,;:] ?|[,;:] ?(?={_HAN})")
_FULL = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）"}


def worded(words: Text, language: Language) -> str:
    """Return a text as it is printed; a name, the same in both languages, keeps its own spelling."""
    if language == "en" or words.zh == words.en:
        return words.in_language(language)
    return full_width(words.zh)


def full_width(words: str) -> str:
    """Give Chinese words full-width punctuation; counts such as 41.6%(75/180) keep theirs."""
    for _ in range(2):  # brackets inside brackets
        words = _BRACKETS.sub(_bracketed, words)
    return _BETWEEN.sub(lambda found: _FULL[found[0][0]], words)


def _bracketed(found: re.Match[str]) -> str:
    return f"（{found[1]}）" if re.search(_HAN, found[1]) else found[0]
