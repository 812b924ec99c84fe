"""What only the user can say about an import: asked on the mapping page, pre-answered as well as can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from planner.county.records import UnitKind
from planner.files.choices import ImportChoices
from planner.text import Text


class QuestionKind(StrEnum):
    """What is asked."""

    UNIT_KIND = "unit_kind"  # what is 森林派出所?
    WORD = "word"  # what does 长期外借 in 人员状态 mean?
    COUNTING = "counting"  # 交警, 辖区, 全员化
    REMARK = "remark"  # 借调至刑侦大队 only in the remarks: take it as a draw-off?


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to confirm; `suggested` is what holds until the user says otherwise.

    `key` is the unit, the words of the cell, the policy key or the person; `field` is the column's
    field for words. `answer` is what the choices say already, None where nobody was asked.
    """

    kind: QuestionKind
    key: str
    words: Text
    options: Mapping[str, Text]  # code to words
    suggested: str
    answer: str | None = None
    field: str = ""
    sheet: str = ""
    rows: tuple[int, ...] = ()  # where it stands, as the spreadsheet counts

    @property
    def chosen(self) -> str:
        """The code in force."""
        return self.suggested if self.answer is None else self.answer

    def answered(self, code: str, choices: ImportChoices) -> ImportChoices:
        """Return the choices with this question answered by one of its options."""
        match self.kind:
            case QuestionKind.UNIT_KIND:
                return choices.with_unit_kind(self.key, UnitKind(code))
            case QuestionKind.WORD:
                return choices.with_value(self.field, self.key, code)
            case QuestionKind.COUNTING:
                return choices.with_answer(self.key, code)
            case QuestionKind.REMARK:
                return choices.with_remark(self.key, code == "yes")
