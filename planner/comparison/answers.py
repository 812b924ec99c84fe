"""What takes a while to know of an option: its proposal, its trade-off curve, its months to come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from planner.comparison.options import Comparison, Option
from planner.comparison.timeline import timeline
from planner.text import Text

if TYPE_CHECKING:
    from planner.optimise.running import Limits, OnProgress, Stop

MONTHS = 24  # a timeline goes on for


class Answer(StrEnum):
    """A field of an option that is worked out on its own."""

    PROPOSAL = "proposal"
    CURVE = "curve"
    MONTHS = "months"


ANSWER_WORDS: Mapping[Answer, Text] = {
    Answer.PROPOSAL: Text("正在求“{option}”的调整建议", "working out a proposal: {option}"),
    Answer.CURVE: Text("正在求“{option}”的取舍曲线", "working out the trade-off: {option}"),
    Answer.MONTHS: Text("正在预测“{option}”", "forecasting: {option}"),
}
"""What is said while an answer is worked out."""


def missing(comparison: Comparison, answer: Answer) -> list[int]:
    """Return the options that an answer is not known of."""
    return [n for n, option in enumerate(comparison.options) if getattr(option, answer) is None]


def answer_for(
    option: Option, on: date, answer: Answer, limits: Limits, on_progress: OnProgress, stop: Stop
) -> Any:
    """Work out one answer for one option; stopped it is the best so far."""
    if answer is Answer.MONTHS:
        return timeline(option.document, on, MONTHS)
    if answer is Answer.CURVE:
        from planner.optimise.explain.curve import trade_off

        return trade_off(option.document, on, limits, on_progress, stop)
    from planner.optimise.planning import plan

    return plan(option.document, on, limits, on_progress, stop, both=False)


def with_answer(comparison: Comparison, n: int, answer: Answer, value: Any) -> Comparison:
    """Return the comparison with an answer at hand."""
    options = list(comparison.options)
    options[n] = replace(options[n], **{str(answer): value})
    return replace(comparison, options=tuple(options))
