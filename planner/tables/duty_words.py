"""What somebody types or pastes into a duty grid, made into a code."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from planner.errors import InputError
from planner.files.duty.words import DutyWords
from planner.policy.duty_codes import DutyCode, DutyKind
from planner.text import Text, compact, joined

_UNKNOWN = Text("“{words}”不是班次代码;可填:{known}。", "“{words}” is no duty code; it may be: {known}.")
# The first syllable's letter of the characters of GB 2312 level 1, which stand in the order of their sound.
_INITIALS = (
    *((0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f")),
    *((0xB8C1, "g"), (0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m")),
    *((0xC4C3, "n"), (0xC5B6, "o"), (0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s")),
    *((0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x"), (0xD1B9, "y"), (0xD4D1, "z")),
)
_LAST = 0xD7F9
_COMMON = {DutyKind.DUTY: 0, DutyKind.REST: 1}  # what a sound means first


def initial(letter: str) -> str:
    """Return the letter a character is typed by: its first sound in Chinese, itself in small otherwise."""
    try:
        code = int.from_bytes(letter[:1].encode("gb2312"), "big")
    except UnicodeEncodeError:
        return ""
    if code < 0x80:
        return letter[:1].casefold()
    if not _INITIALS[0][0] <= code <= _LAST:
        return ""
    return next(sound for begin, sound in reversed(_INITIALS) if begin <= code)


def read_code(words: str, known: DutyWords) -> str | None:
    """Return the code words mean, read as by an import, None for a blank; raise InputError for others."""
    meaning = known.planned(words, may_lock=True)
    if meaning.trouble is None:
        return meaning.planned.code if meaning.planned is not None else None
    names = joined(
        Text(f"{c.letter}({c.name.zh})", f"{c.letter} ({c.name.en})") for c in known.codes.values()
    )
    raise InputError(_UNKNOWN.format(words=words.strip(), known=names))


class Typing:
    """Turns keys into codes one by one: a letter, the first letter of its sound, or hours in digits.

    The same key again takes the next code that it may mean; duty and rest come first.
    """

    def __init__(self, codes: Mapping[str, DutyCode]) -> None:
        self._codes = codes
        self._digits = ""

    def key(self, sign: str, current: str | None) -> str | None:
        """Return the code that a key means after `current`; None where it means nothing, or not yet."""
        sign = compact(sign)
        self._digits = self._digits + sign if sign.isdecimal() else ""
        if not self._digits:
            return _after(self._meant(sign), current)
        found = [
            c.id for c in self._codes.values() if c.kind is DutyKind.DUTY and str(c.presence) == self._digits
        ]
        begun = any(str(c.presence).startswith(self._digits) for c in self._codes.values() if c.presence)
        if found or not begun:
            self._digits = ""
        return _after(found, current)

    def forget(self) -> None:
        """Begin anew, as in another cell."""
        self._digits = ""

    def _meant(self, sign: str) -> list[str]:
        exact = [c.id for c in self._codes.values() if compact(c.letter) == sign]
        by_sound = [c for c in self._codes.values() if sign and initial(c.letter) == sign]
        by_sound.sort(key=lambda code: _COMMON.get(code.kind, len(_COMMON)))
        return list(dict.fromkeys(chain(exact, (code.id for code in by_sound))))


def _after(meant: list[str], current: str | None) -> str | None:
    if not meant:
        return None
    return meant[(meant.index(current) + 1) % len(meant)] if current in meant else meant[0]
