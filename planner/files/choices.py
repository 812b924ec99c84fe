"""What the user decided about an import: remembered with the document, and given on the command line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from planner.county.records import UnitKind
from planner.errors import InputError
from planner.text import Text

NO_FIELD = "-"  # a column that is kept as the user's own, whatever its heading says


def _empty() -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class ImportChoices:
    """Decisions that no file can make; everything left out is understood as well as it can be.

    `columns` gives headings a field (`NO_FIELD`: the user's own column), `values` gives the words of
    a field a code, `answers` the policy values asked for at import, `remarks` whether a draw-off
    told in the remarks is taken (by the person's badge number, or name where there is none).
    """

    columns: Mapping[str, str] = field(default_factory=_empty)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=_empty)
    unit_kinds: Mapping[str, UnitKind] = field(default_factory=_empty)
    answers: Mapping[str, str] = field(default_factory=_empty)
    remarks: Mapping[str, bool] = field(default_factory=_empty)
    stations: str = ""  # a pattern that whole unit names of stations match
    single_unit: bool = False
    identity_numbers: bool = False  # keep identity-card numbers

    def with_column(self, heading: str, field_: str) -> ImportChoices:
        """Return the choices with a heading given to a field."""
        return replace(self, columns={**self.columns, heading: field_})

    def with_value(self, field_: str, cell: str, code: str) -> ImportChoices:
        """Return the choices with the words of a field given a code."""
        of_field = {**self.values.get(field_, {}), cell: code}
        return replace(self, values={**self.values, field_: of_field})

    def with_unit_kind(self, unit: str, kind: UnitKind) -> ImportChoices:
        """Return the choices with a unit given a kind."""
        return replace(self, unit_kinds={**self.unit_kinds, unit: kind})

    def with_answer(self, key: str, value: str) -> ImportChoices:
        """Return the choices with a counting question answered."""
        return replace(self, answers={**self.answers, key: value})

    def with_remark(self, who: str, taken: bool) -> ImportChoices:
        """Return the choices with a draw-off of the remarks taken or not."""
        return replace(self, remarks={**self.remarks, who: taken})

    def station_pattern(self) -> re.Pattern[str] | None:
        """Return the compiled pattern of stations, None for none; raise InputError for a broken one."""
        if not self.stations:
            return None
        try:
            return re.compile(self.stations)
        except re.error as fault:
            raise InputError(
                Text(
                    f"派出所名称的匹配式“{self.stations}”有误({fault}),请修改。",
                    f"The pattern “{self.stations}” for stations cannot be read ({fault}); correct it.",
                )
            ) from fault
