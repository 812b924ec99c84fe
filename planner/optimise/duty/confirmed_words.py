"""What a county plan says of the duty rosters behind it; light to import, for whoever shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planner.text import Text

if TYPE_CHECKING:
    from planner.optimise.duty.agreement import Agreement

_ALL = Text(
    "已按月排出值班表核对在辖区工作时间:{n} 个派出所均与测算一致。",
    "Field time was held against duty rosters: those of all {n} stations bear out what the plan says.",
)


def confirmed_words(found: Sequence[Agreement]) -> tuple[Text, ...]:
    """Return the claims that no roster bears out, or that all are borne out; nothing where none was made."""
    against = tuple(agreement.message for agreement in found if not agreement.agrees)
    if found and not against:
        return (_ALL.format(n=len(found)),)
    return against
