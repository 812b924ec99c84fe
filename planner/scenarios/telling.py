"""How one difference within a scenario is told: as a dated change, or refused with what to do instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from planner.errors import InputError
from planner.scenarios.records import ChangeKind
from planner.text import Text

Added = tuple[ChangeKind, date, Mapping[str, Any]]  # a change: its kind, its day and its other fields
R = TypeVar("R")

_FACT = Text(
    "{what}是登记的事实,不随方案改变;请先回到现状再修改。",
    "{what} is a fact on record in every scenario; go back to the county as it stands to change it.",
)
_BY_CHANGE = Text(
    "{what};请在“方案”页新增或修改相应的变动。",
    "{what}; add or correct the change itself on the Scenarios page.",
)


def fact(what: Text) -> InputError:
    """Return the refusal of a correction of what no scenario changes."""
    return InputError(_FACT.format(what=what))


def by_change(what: Text) -> InputError:
    """Return the refusal of what a change has to say itself, and where it is made."""
    return InputError(_BY_CHANGE.format(what=what))


def only(record: R, like: R, *differing: str) -> bool:
    """Return whether two records are alike but for some fields."""
    names = [f.name for f in fields(record) if f.name not in differing]  # type: ignore[arg-type]
    return all(getattr(record, name) == getattr(like, name) for name in names)
