"""What the user does in the grid, made into edits of the open document: each is one undo step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from PySide6.QtGui import QGuiApplication

from planner.county.duty import Cell
from planner.document import Document
from planner.edits.duty import (
    At,
    Wanted,
    clear_cells,
    codes_of,
    duty_month,
    is_custody,
    lock_cells,
    set_cells,
)
from planner.edits.refused import RefusedError
from planner.errors import InputError
from planner.files.duty.words import DutyWords
from planner.policy.duty_codes import DutyCode
from planner.tables.cells import Refusal
from planner.tables.duty_grid import DutyGrid
from planner.tables.duty_words import Typing, read_code
from planner.text import Text
from ui.duty.fill_handle import Block, origin
from ui.tables.clipboard import from_clipboard, to_clipboard
from ui.tables.refusal_panel import RefusalPanel
from ui.tables.session import Edit, LiveLanguage, OpenDocument

_SET = Text("排班:{code} {n} 格", "Roster: {code} in {n} cells")
_CLEAR = Text("清除 {n} 格值班", "Clear {n} duty cells")
_PASTE, _FILL = (
    Text("粘贴 {n} 格值班", "Paste {n} duty cells"),
    Text("填充 {n} 格值班", "Fill {n} duty cells"),
)
_LOCK, _UNLOCK = (
    Text("锁定 {n} 格值班", "Lock {n} duty cells"),
    Text("解锁 {n} 格值班", "Unlock {n} duty cells"),
)
_DAY = Text("{n} 日", "Day {n}")
_OUTSIDE = Text("超出表格范围的内容没有粘贴。", "What lies beyond the grid was not pasted.")


class DutyEditing:
    """Edits the month in view; `place` names its unit and month."""

    def __init__(
        self,
        open_document: OpenDocument,
        language: LiveLanguage,
        refusals: RefusalPanel,
        place: Callable[[], tuple[int, date]],
    ) -> None:
        self._open, self._language, self._refusals, self._place = open_document, language, refusals, place
        self.grid: DutyGrid | None = None
        self._typing: tuple[object, Typing] | None = None

    @property
    def codes(self) -> Mapping[str, DutyCode]:
        """The codes that may be planned in the unit in view."""
        document, unit = self._open.document, self._place()[0]
        return codes_of(document.policy, is_custody(document, unit))

    def _words(self) -> DutyWords:
        document, unit = self._open.document, self._place()[0]
        return DutyWords(document.policy, is_custody(document, unit))

    # wishes

    def type_sign(self, sign: str, block: Block, current: tuple[int, int]) -> None:
        """Set the code that a key means in the selected cells."""
        here = (self._place(), block, current)
        if self._typing is None or self._typing[0] != here:
            self._typing = (here, Typing(self.codes))
        before = self._code_at(*current)
        code = self._typing[1].key(sign, before)
        if code is not None:
            self.set_code(code, block)

    def set_code(self, code: str, block: Block) -> None:
        """Plan a code in the selected cells; of several, only in those that are open."""
        top, left, bottom, right = block
        places = [(row, day) for row in range(top, bottom + 1) for day in range(left, right + 1)]
        open_ = [place for place in places if self._is_open(*place)] if len(places) > 1 else places
        ats = [self._at_of(*place) for place in open_ or places]
        self.set(_SET.format(code=self.codes[code].name, n=len(ats)), dict.fromkeys(ats, code))

    def clear(self, block: Block) -> None:
        """Take out what is planned in the selected cells."""
        ats = [at for at in self._at(block) if self._code_of(at)]
        if ats:
            self._apply(
                _CLEAR.format(n=len(ats)), lambda document: clear_cells(document, *self._place(), ats)
            )

    def lock(self, block: Block) -> None:
        """Lock the planned cells selected, or unlock them where all of them are locked."""
        planned = [at for at in self._at(block) if self._code_of(at)]
        cells = [self._planned(at) for at in planned]
        locked = not planned or not all(cell is not None and cell.locked for cell in cells)
        ats = planned or self._at(block)
        label = (_LOCK if locked else _UNLOCK).format(n=len(ats))
        self._apply(label, lambda document: lock_cells(document, *self._place(), ats, locked=locked))

    def copy(self, block: Block) -> None:
        """Put the letters of the selected cells on the clipboard, as Excel takes them."""
        assert self.grid is not None
        top, left, bottom, right = block
        lines = [[c.words for c in row.cells[left : right + 1]] for row in self.grid.rows[top : bottom + 1]]
        QGuiApplication.clipboard().setText(to_clipboard(lines))

    def paste(self, block: Block) -> Block | None:
        """Plan what is on the clipboard from the first selected cell on; return the block that was pasted.

        A rectangle is repeated over a selection that holds it several times.
        """
        assert self.grid is not None
        given = from_clipboard(QGuiApplication.clipboard().text())
        top, left, bottom, right = block
        high, wide = len(given), len(given[0])
        height = bottom - top + 1 if (bottom - top + 1) % high == 0 else high
        width = right - left + 1 if (right - left + 1) % wide == 0 else wide
        height, width = max(height, high), max(width, wide)
        last = (min(top + height, len(self.grid.rows)), min(left + width, len(self.grid.days)))
        words = {
            (row, day): given[(row - top) % high][(day - left) % wide]
            for row in range(top, last[0])
            for day in range(left, last[1])
        }
        if not self._set_words(words):
            return None
        if last != (top + height, left + width):
            self._refusals.tell(_OUTSIDE, self._language.current)
        return top, left, last[0] - 1, last[1] - 1

    def fill(self, source: Block, target: Block) -> None:
        """Repeat a block over the block it was drawn out to."""
        cells: dict[At, str | None] = {}
        top, left, bottom, right = target
        places = ((row, day) for row in range(top, bottom + 1) for day in range(left, right + 1))
        for row, day in places:
            inside = source[0] <= row <= source[2] and source[1] <= day <= source[3]
            if not inside and self._is_open(row, day):
                cells[self._at_of(row, day)] = self._code_at(*origin(source, row, day))
        if cells:
            self.set(_FILL.format(n=len(cells)), cells)

    def fill_down(self, block: Block) -> None:
        """Repeat the first selected line in the lines below it."""
        top, left, _, right = block
        self.fill((top, left, top, right), block)

    def fill_right(self, block: Block) -> None:
        """Repeat the first selected day in the days after it."""
        top, left, bottom, _ = block
        self.fill((top, left, bottom, left), block)

    # edits

    def set(self, label: Text, cells: Wanted) -> bool:
        """Plan codes as one step, or list why some cannot be."""
        return self._apply(label, lambda document: set_cells(document, *self._place(), cells), cells)

    def apply(self, label: Text, edit: Callable[[Document, int, date], Document]) -> bool:
        """Make an edit of the whole month."""
        return self._apply(label, lambda document: edit(document, *self._place()))

    def _set_words(self, words: Mapping[tuple[int, int], str]) -> bool:
        cells: dict[At, str | None] = {}
        refused, known = [], self._words()
        for (row, day), written in words.items():
            at = self._at_of(row, day)
            try:
                code = read_code(written, known)
            except InputError as fault:
                refused.append(Refusal(at[0], str(at[1]), written, fault.message))
                continue
            if code is not None or self._code_of(at):
                cells[at] = code
        if refused:
            self._list(refused)
            return False
        return not cells or self.set(_PASTE.format(n=len(cells)), cells)

    def _apply(self, label: Text, edit: Edit, given: Wanted | None = None) -> bool:
        try:
            self._open.apply(label, edit)
        except RefusedError as refused:
            known, wanted = self._open.document.policy.duty_codes, given or {}
            self._list(
                Refusal(person, day, _letter(wanted.get((person, int(day or 0))), known), why)
                for (person, day), why in refused.reasons.items()
            )
            return False
        except InputError as fault:
            self._refusals.tell(fault.message, self._language.current)
            return False
        self._refusals.hide()
        return True

    def _list(self, refused: Iterable[Refusal]) -> None:
        people = self._open.document.county.people
        self._refusals.list_refusals(
            tuple(refused),
            lambda person: people[person].name if person in people else "",
            lambda day: _DAY.format(n=day),
            self._language.current,
        )

    # the cells of the grid

    def _at_of(self, row: int, day: int) -> At:
        assert self.grid is not None
        return self.grid.rows[row].person.id, day + 1

    def _at(self, block: Block) -> list[At]:
        top, left, bottom, right = block
        days = range(left, right + 1)
        return [self._at_of(row, day) for row in range(top, bottom + 1) for day in days]

    def _planned(self, at: At) -> Cell | None:
        unit, month = self._place()
        made = duty_month(self._open.document, unit, month)
        return made.planned.get(at[0], {}).get(at[1]) if made is not None else None

    def _code_of(self, at: At) -> str | None:
        cell = self._planned(at)
        return cell.code if cell is not None else None

    def planned_in(self, block: Block | None) -> list[At]:
        """Return the selected cells in which something is planned."""
        return [at for at in self._at(block) if self._code_of(at)] if block is not None else []

    def _code_at(self, row: int, day: int) -> str | None:
        return self._code_of(self._at_of(row, day))

    def _is_open(self, row: int, day: int) -> bool:
        """Return whether a cell of the grid may be planned: worked here, no leave, not locked."""
        assert self.grid is not None
        cell = self.grid.rows[row].cells[day]
        return cell.here and cell.absence is None and not cell.locked


def _letter(code: str | None, known: Mapping[str, DutyCode]) -> str:
    return known[code].letter if code in known and code is not None else code or ""
