"""Where the readers of an import put what they could not take as it stands."""

from __future__ import annotations

from planner.files.issues import ImportIssue, IssueKind
from planner.text import Text


class Complaints:
    """Gathers import issues; a person noted by row is filled in once people have ids."""

    def __init__(self) -> None:
        self.issues: list[ImportIssue] = []

    def add(
        self,
        kind: IssueKind,
        message: Text,
        sheet: str = "",
        row: int | None = None,
        column: str | None = None,
        person: int | None = None,
    ) -> None:
        """Note one doubtful cell, row or sheet."""
        self.issues.append(ImportIssue(kind, sheet, row, column, message, person))

    def sorted(self, sheets: tuple[str, ...]) -> tuple[ImportIssue, ...]:
        """Return the issues in the order of the file: by sheet, row and column as noted."""
        order = {name: place for place, name in enumerate(sheets)}
        return tuple(sorted(self.issues, key=lambda i: (order.get(i.sheet, -1), i.row or 0)))
