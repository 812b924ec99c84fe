"""An edit that cannot be made, told record by record."""

from __future__ import annotations

from collections.abc import Mapping

from planner.errors import InputError
from planner.text import Text


class RefusedError(InputError):
    """An edit was refused whole; `reasons` says why for each record and field that cannot be."""

    def __init__(self, reasons: Mapping[tuple[int, str], Text]) -> None:
        """Keep every reason; the sentence is the first of them."""
        super().__init__(next(iter(reasons.values())))
        self.reasons = dict(reasons)


def refuse(record: int, field: str, reason: Text) -> RefusedError:
    """Return the refusal of one value of one record."""
    return RefusedError({(record, field): reason})
