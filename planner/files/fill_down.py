"""Units written only in the first row of each group: asked about, and filled down where that holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planner.files.cells import as_text
from planner.files.choices import ImportChoices
from planner.files.complaints import Complaints
from planner.files.issues import IssueKind
from planner.files.questions import Question, QuestionKind
from planner.files.spans import spans
from planner.files.tables import Table
from planner.files.workbook import Cell
from planner.text import Text

FILL_DOWN = "fill_down"  # the key of the question among the counting questions
Gaps = Mapping[int, Cell]  # place of a row without a unit -> the unit of the rows right above
_ASKED_FROM = 3  # fewer blanks are slips, each listed
_QUESTION = Text(
    "{n} 行没有单位,是否按上一行的单位?(不按则只计入全县)",
    "Rows without a unit: {n}. Do they belong to the unit of the row above? (If not, they count in the"
    " county only.)",
)
_OPTIONS: Mapping[str, Text] = {
    "yes": Text("是,按上一行", "yes, as the row above"),
    "no": Text("否,保留空白", "no, leave them blank"),
}
_FILLED = Text(
    "{n} 行没有单位,已按上一行的单位计,请核对:第 {rows} 行。",
    "Rows without a unit, taken as the row above, please verify: {n} (rows {rows}).",
)


def gaps(people: Table) -> Gaps:
    """Return the rows without a unit that follow one with a unit, nothing else standing between them."""
    if not people.has("unit"):
        return {}
    found: dict[int, Cell] = {}
    unit: Cell = ""
    before = 0
    for place, (number, cell) in enumerate(zip(people.numbers, people.cells("unit"), strict=True)):
        if as_text(cell):
            unit = cell
        elif number != before + 1:
            unit = ""  # a subtotal, a title or a blank row ended the group
        elif unit != "":
            found[place] = unit
        before = number
    return found


def fill_question(found: Sequence[Gaps], tables: Sequence[Table], choices: ImportChoices) -> Question | None:
    """Return the question whether to fill down, None where too few rows are blank to ask."""
    n = sum(map(len, found))
    if n < _ASKED_FROM:
        return None
    many = 3 * n > sum(len(t.rows) for t in tables)
    sheet = next(t.name for t, places in zip(tables, found, strict=True) if places)
    rows = tuple(t.numbers[p] for t, places in zip(tables, found, strict=True) for p in places)
    return Question(
        QuestionKind.COUNTING,
        FILL_DOWN,
        _QUESTION.format(n=n),
        _OPTIONS,
        "yes" if many else "no",
        choices.answers.get(FILL_DOWN),
        sheet=sheet,
        rows=rows,
    )


def filled_down(people: Table, found: Gaps) -> Table:
    """Return people with the units of the rows above in their gaps."""
    column = people.header.column("unit")
    if column is None or not found:
        return people
    rows = list(people.rows)
    for place, unit in found.items():
        rows[place] = (*rows[place][: column.index], unit, *rows[place][column.index + 1 :])
    return Table(people.sheet, people.header, rows, people.numbers)


def list_filled(people: Table, found: Gaps, complaints: Complaints) -> None:
    """List the rows that were filled, in one issue."""
    if found:
        numbers = [people.numbers[place] for place in found]
        message = _FILLED.format(n=len(found), rows=spans(numbers))
        complaints.add(IssueKind.BLANK_UNIT, message, people.name, numbers[0], people.heading("unit"))
