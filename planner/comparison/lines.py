"""A line of a comparison: one figure, a value for every option, and how each differs from the first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner.audit.ledgers import SCALE
from planner.audit.results import Target
from planner.audit.rules.station_share import percent
from planner.text import Text, same


@dataclass(frozen=True, slots=True)
class Value:
    """A count, or a share of `whole`, in `scale` parts of a person; `met` is None where none is judged."""

    part: int
    whole: int | None = None
    scale: int = 1
    met: bool | None = None

    @property
    def is_share(self) -> bool:
        """Whether it is a share."""
        return self.whole is not None

    @property
    def tenths(self) -> int:
        """The share in tenths of a percent, rounded down, or the count: what is read and compared."""
        if self.whole is None:
            return self.part
        return self.part * 1000 // self.whole if self.whole else 0

    @property
    def short(self) -> str:
        """The value as a table shows it, a share without its counts."""
        if self.whole is None:
            return _number(self.part, self.scale)
        return f"{percent(self.part, self.whole)}%" if self.whole else "—"

    @property
    def counts(self) -> str:
        """The two counts of a share; empty for a count."""
        return f"{_number(self.part, self.scale)}/{_number(self.whole, self.scale)}" if self.whole else ""


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of all options, None where it is not known or not judged.

    `more_is_better` is None where neither more nor less is.
    """

    key: str
    title: Text
    values: tuple[Value | None, ...]
    required: tuple[str, ...] = ()  # by each option; nothing where nothing is
    more_is_better: bool | None = None

    @property
    def is_share(self) -> bool:
        """Whether its values are shares."""
        return any(value is not None and value.is_share for value in self.values)

    def required_of(self, options: Iterable[int]) -> str:
        """Write what some options require, each requirement once."""
        return " · ".join(dict.fromkeys(self.required[n] for n in options if self.required))

    @property
    def differ_in_required(self) -> bool:
        """Whether what is required is not the same of every option."""
        return len(set(self.required)) > 1

    def change(self, n: int) -> int:
        """Return by how much an option differs from the first: in tenths of a percent, or in people."""
        first, value = self.values[0], self.values[n]
        return 0 if first is None or value is None else value.tenths - first.tenths

    def change_words(self, n: int) -> str:
        """Write the difference with its sign; empty where there is none."""
        change, value = self.change(n), self.values[n]
        if not change or value is None:
            return ""
        sign, size = "+" if change > 0 else "−", abs(change)
        return f"{sign}{size // 10}.{size % 10}" if value.is_share else sign + _number(size, value.scale)

    def is_better(self, n: int) -> bool | None:
        """Return whether an option does better than the first, None where it does neither."""
        change = self.change(n)
        return (change > 0) is self.more_is_better if change and self.more_is_better is not None else None

    def words(self, n: int) -> Text:
        """Write a value with its counts."""
        value = self.values[n]
        if value is None:
            return same("—")
        counts = value.counts
        return Text(f"{value.short}({counts})", f"{value.short} ({counts})") if counts else same(value.short)


def value_of(target: Target | None) -> Value | None:
    """Return a figure of an audit as a value."""
    if target is None:
        return None
    return Value(target.numerator, target.denominator, SCALE[target.ledger], target.met)


def counted(key: str, title: Text, numbers: Sequence[int | None], more_is_better: bool | None = None) -> Line:
    """Return a line of counts."""
    values = tuple(None if n is None else Value(n) for n in numbers)
    return Line(key, title, values, more_is_better=more_is_better)


def _number(n: int, scale: int) -> str:
    return f"{n / scale:g}" if scale != 1 else str(n)
