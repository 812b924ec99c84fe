"""Cells whose words decide a count: what each means, by the user's decisions first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planner.files.cells import as_text, word_key
from planner.files.choices import ImportChoices
from planner.files.doubts import Doubt, Values, read_doubtful
from planner.files.issues import IssueKind
from planner.files.vocabulary import vocabulary
from planner.files.workbook import Cell
from planner.text import Text

_UNKNOWN = Text(
    "“{words}”的含义未知,确认之前不计入。",
    "The meaning of “{words}” is unknown; not counted until confirmed.",
)
_NOT_READ = Text(
    "“{words}”的含义未知,按空白处理,原文保留。",
    "The meaning of “{words}” is unknown; taken as blank, the words are kept.",
)


class Coded:
    """The meaning of words, field by field."""

    def __init__(self, choices: ImportChoices) -> None:
        self._own: dict[str, Mapping[str, str]] = {
            field: {word_key(cell): code for cell, code in words.items()}
            for field, words in choices.values.items()
        }

    def code(self, field: str, cell: Cell) -> str | None:
        """Return the code of a cell, None for an unknown word; the user's own decisions win."""
        own = self._own.get(field)
        if own is not None and (code := own.get(word_key(cell))) is not None:
            return code
        return vocabulary().code(field, cell)

    def is_own(self, field: str, cell: Cell) -> bool:
        """Return whether the user has decided what a word means."""
        return word_key(cell) in self._own.get(field, {})

    def read(self, field: str, cells: Sequence[Cell], blank: str, unknown: str) -> Values[str]:
        """Return the codes of a column, `blank` for blank cells and `unknown`, with a doubt, for others."""
        decides = unknown == "unknown"

        def read(cell: Cell) -> tuple[str, Doubt | None]:
            if not word_key(cell) and not self.is_own(field, cell):
                return blank, None
            code = self.code(field, cell)
            if code is not None:
                return code, None
            sentence = _UNKNOWN if decides else _NOT_READ
            return unknown, Doubt(IssueKind.UNKNOWN_WORD, sentence.format(words=as_text(cell)))

        return read_doubtful(cells, read)

    def yes_no(self, field: str, cells: Sequence[Cell]) -> Values[bool | None]:
        """Return a column of yes and no, None for blank and for what is neither."""
        codes = self.read(field, cells, "", "")
        meanings = {"yes": True, "no": False}
        return Values(codes.cells, [meanings.get(c) for c in codes.values], codes.doubts)
