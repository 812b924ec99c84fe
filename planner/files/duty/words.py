"""What a cell of a duty grid means: a code for what is planned, codes by half-day for what was done."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from planner.county.duty import Attended, Cell, Mark
from planner.files.cells import as_text, one_line, word_key
from planner.files.vocabulary import vocabulary
from planner.files.workbook import Cell as FileCell
from planner.policy.duty_codes import DutyCode, DutyKind
from planner.policy.policy import Policy
from planner.text import Text, compact

ARROW = "→"  # before the place in an export
LOCKED = "*"  # behind a locked code in an export
MARKS = {Mark.ABSENT: "缺勤", Mark.LATE: "迟到", Mark.LEFT: "早退", Mark.PHONE_LEAVE: "电话请假"}
_UNKNOWN = Text(
    "“{words}”的含义未知,此格未采用。", "The meaning of “{words}” is unknown; the cell is not used."
)
_SEVERAL = Text(
    "“{words}”写了不止一项,一格只能采用一项,此格未采用。",
    "“{words}” says more than one thing where one fits; the cell is not used.",
)
_SPLIT = re.compile(r"[/、,，;；+＋|\n\r]")
_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_SHORTEST = 2  # characters of a word that may be found inside a sentence
_PLAIN_DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a cell says, or the sentence why it says nothing usable; neither for a blank cell."""

    planned: Cell | None = None
    done: Attended | None = None
    trouble: Text | None = None


BLANK = Meaning()


class DutyWords:
    """The words of one kind of unit: a post of custody units is an ordinary duty at a station."""

    def __init__(self, policy: Policy, custody: bool) -> None:
        self._all = policy.duty_codes
        self.codes = {id_: c for id_, c in self._all.items() if custody or not c.custody}
        self._own: dict[str, str] = {}
        for spell in (_letter, _chinese, _english, _id):
            for code in self.codes.values():
                self._own.setdefault(compact(spell(code)), code.id)

    def code(self, words: str) -> str | None:
        """Return the code some words mean as a whole, None for none."""
        known = self._own.get(compact(words))
        if known is not None or _SPLIT.search(words):
            return known
        found = vocabulary().words["duty"].get(word_key(words))
        if found is None or found in self.codes:
            return found
        other = self._all.get(found)
        plain = other is not None and other.kind is DutyKind.DUTY and _PLAIN_DUTY in self.codes
        return _PLAIN_DUTY if plain else None

    def written(self, id_: str) -> str:
        """Return the shortest spelling of a code that is read as that code again."""
        code = self.codes.get(id_)
        spellings = (s(code) for s in (_letter, _chinese, _english)) if code else iter(())
        return next((s for s in spellings if self._is_safe(s, id_)), id_)

    def _is_safe(self, words: str, id_: str) -> bool:
        plain = words == words.strip() and not set(words) & set("/、,，;；+＋|()（）*→\n\r")
        return plain and not is_blank(words) and self.code(words) == id_ and not _half(words)[0]

    def planned(self, cell: FileCell, may_lock: bool = False) -> Meaning:
        """Return what is planned by a cell."""
        words = one_line(as_text(cell))
        if is_blank(words):
            return BLANK
        locked = may_lock and words.endswith(LOCKED)
        bare = words.rstrip(LOCKED) or words
        code = self.code(bare)
        if code is None and (lent := self.lent(bare)) is not None:
            code = lent.morning
        if code is None:
            found = [self.code(part) for part in _parts(as_text(cell))]
            if not found or None in found:
                return Meaning(trouble=_UNKNOWN.format(words=words))
            if len(set(found)) > 1:
                return Meaning(trouble=_SEVERAL.format(words=words))
            code = found[0]
        return Meaning(planned=Cell(code or "", locked))

    def attended(self, cell: FileCell) -> Meaning:
        """Return what was done by a cell: one code for the day, or 上午/下午, with marks and places."""
        words = as_text(cell)
        if is_blank(words):
            return BLANK
        code = self.code(words)
        if code is not None:
            return Meaning(done=Attended(code, code))
        plain, _, place = words.partition(ARROW)
        done = _Attending(self, Attended(place=place.strip())).read(plain)
        return Meaning(done=done) if done else Meaning(trouble=_UNKNOWN.format(words=one_line(words)))

    def described(self, cell: FileCell) -> Meaning:
        """Return what was done by a sentence of a work log: as a cell, else by the one code named in it."""
        meaning = self.attended(cell)
        if meaning.trouble is None:
            return meaning
        words = compact(as_text(cell))
        known = {**vocabulary().words["duty"], **self._own}
        inside = {self.code(w) for w in known if len(w) >= _SHORTEST and not w.isascii() and w in words}
        inside.discard(None)
        if len(inside) != 1:
            return meaning
        code = inside.pop() or ""
        return Meaning(done=Attended(code, code))

    def half(self, cell: FileCell, afternoon: bool) -> Meaning:
        """Return what was done in one half-day by a cell that speaks of that half alone."""
        meaning = self.attended(cell)
        done = meaning.done
        if done is None:
            return meaning
        if done.morning != done.afternoon:
            return Meaning(trouble=_SEVERAL.format(words=one_line(as_text(cell))))
        kept = replace(done, morning="") if afternoon else replace(done, afternoon="")
        return Meaning(done=kept)

    def is_away(self, code: str) -> bool:
        """Return whether a code is work for another unit."""
        return code in self.codes and self.codes[code].kind is DutyKind.AWAY

    def lent(self, words: str) -> Attended | None:
        """Return the day of somebody lent to a place, 外借刑侦大队 or 借至县政府; None for other words."""
        lists = vocabulary().lists["duty"]
        bare = words.strip()
        before = next((w for w in sorted(lists["lent"], key=len, reverse=True) if bare.startswith(w)), None)
        code = self.code(before) if before else None
        if before is None or code is None or not self.is_away(code):
            return None
        place = bare[len(before) :].lstrip(":： ")
        to = next((w for w in lists["to"] if place.startswith(w) and len(place) > 1), "")
        return Attended(code, code, place=place[len(to) :].strip())


class _Attending:
    """Takes the words of one cell apart, the marks and places out of the codes."""

    def __init__(self, words: DutyWords, done: Attended) -> None:
        self._words, self._done = words, done

    def read(self, text: str) -> Attended | None:
        """Return what the words say, None where some of them are not understood."""
        notes = [n for n in _BRACKETS.findall(text) if n.strip()]
        parts = [self._without_mark(p.strip()) for p in _SPLIT.split(_BRACKETS.sub("", text))]
        sides = [p for p in parts if p is not None]
        if "/" not in text:
            sides = [p for p in sides if p]
        if not self._put(sides):
            return None
        if not all(self._note(note) for note in notes):
            return None
        return self._done if self._done != Attended() else None

    def _put(self, sides: list[str]) -> bool:
        if len(sides) == 1 and sides[0]:
            return self._alone(sides[0])
        if len(sides) > 2:
            return False
        return all(self._side(side, afternoon) for side, afternoon in zip(sides, (False, True), strict=False))

    def _alone(self, side: str) -> bool:
        before, rest = _half(side)
        if before and self._words.code(side) is None:
            return self._side(rest, before == "afternoon")
        if self._side(side, False) and self._side(side, True):
            return True
        tokens = side.split()
        return len(tokens) == 2 and self._side(tokens[0], False) and self._side(tokens[1], True)

    def _side(self, words: str, afternoon: bool) -> bool:
        if not words:
            return True
        code = self._words.code(words)
        if code is None:
            half, rest = _half(words)
            if half:
                return self._side(rest, half == "afternoon")
            lent = self._words.lent(words)
            if lent is None or (self._done.place and lent.place != self._done.place):
                return False
            self._done, code = replace(self._done, place=lent.place), lent.morning
        done = self._done
        self._done = replace(done, afternoon=code) if afternoon else replace(done, morning=code)
        return True

    def _without_mark(self, words: str) -> str | None:
        """Return words without the mark in them; None where they were a mark alone."""
        if self._words.code(words) is not None:
            return words
        for word, mark in _marks():
            if word == word_key(words) or (len(word) > 1 and word in words):
                self._done = replace(self._done, mark=Mark(mark))
                return None if word == word_key(words) else words.replace(word, "").strip()
        return words

    def _note(self, note: str) -> bool:
        """Take what stands in brackets: a mark, or the place of somebody lent out."""
        if self._without_mark(note.strip()) is None:
            return True
        codes = (self._done.morning, self._done.afternoon)
        if self._done.place or not any(map(self._words.is_away, codes)):
            return False
        self._done = replace(self._done, place=note.strip())
        return True


def read_mark(cell: FileCell) -> Mark | None:
    """Return the mark a cell of its own says, None for none."""
    found = vocabulary().words["duty_mark"].get(word_key(cell))
    return Mark(found) if found else None


def is_blank(words: str) -> bool:
    """Return whether words say nothing."""
    key = compact(words)
    return not key or key in vocabulary().lists["duty"]["blank"]


def half_of(cell: FileCell) -> str:
    """Return which half a cell such as 上午 names: morning, afternoon or whole, empty for none."""
    key = compact(as_text(cell))
    lists = vocabulary().lists["duty"]
    return next((h for h in ("morning", "afternoon", "whole") if key in lists[h]), "")


def _half(words: str) -> tuple[str, str]:
    """Return which half words begin with, and the rest."""
    lists = vocabulary().lists["duty"]
    known = [(word, half) for half in ("morning", "afternoon") for word in lists[half]]
    for word, half in sorted(known, key=lambda pair: -len(pair[0])):
        if words.startswith(word) and len(words) > len(word):
            return half, words[len(word) :].lstrip(":： ")
    return "", words


def _marks() -> list[tuple[str, str]]:
    return sorted(vocabulary().words["duty_mark"].items(), key=lambda pair: -len(pair[0]))


def _parts(words: str) -> list[str]:
    return [p for p in _SPLIT.split(words) if p.strip()]


def _letter(code: DutyCode) -> str:
    return code.letter


def _chinese(code: DutyCode) -> str:
    return code.name.zh


def _english(code: DutyCode) -> str:
    return code.name.en


def _id(code: DutyCode) -> str:
    return code.id
