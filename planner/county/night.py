"""Who has nights off in a month: pregnant from month 7, nursing a child under one, or exempt in person.

Source: 女职工劳动保护特别规定 (2012), Articles 6 and 9. The reasons are private: a screen may tell
them to those who plan, prints never do.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.county.calendar import days_of
from planner.county.records import Person

_BEFORE_BIRTH = timedelta(days=16 * 7)  # month 7 of ten begins 24 weeks into a pregnancy of 40
_DATE = r"(\d{4})[年./-](\d{1,2})(?:[月./-](\d{1,2}))?"
_DUE = re.compile(rf"(?:预产期?|due)\D{{0,4}}?{_DATE}", re.IGNORECASE)
_BORN = re.compile(rf"(?:出生|生于|分娩|生育|born)\D{{0,4}}?{_DATE}", re.IGNORECASE)
_BORN_AFTER = re.compile(rf"{_DATE}[月日]?(?:出生|分娩|生育)")
_UNTIL = re.compile(rf"(?:至|到|止于|截止|until)\D{{0,4}}?{_DATE}", re.IGNORECASE)


class NightReason(StrEnum):
    """Why somebody has nights off; named as in the vocabulary's list of special circumstances."""

    PREGNANT = "pregnant"
    NURSING = "nursing"
    PERSONAL = "no_nights"


@dataclass(frozen=True, slots=True)
class NightExemption:
    """Nights off from a day until a day, both included; None is open."""

    reason: NightReason
    from_: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Return whether the night that begins on a day is off."""
        return (self.from_ or day) <= day <= (self.until or day)


def night_exemptions(person: Person) -> tuple[NightExemption, ...]:
    """Return why and when somebody has nights off, as far as 特殊情况 says.

    A due date, a birth or an end in its words bound the time; without them it holds for as long as the words
    stand there, so that a missing date never costs protection.
    """
    words = unicodedata.normalize("NFKC", person.special)
    return tuple(_exemption(reason, words) for reason in NightReason if reason.value in person.special_codes)


def nights_off(person: Person, month: date) -> frozenset[int]:
    """Return the days of a month whose night somebody may not work."""
    exemptions = night_exemptions(person)
    if not exemptions:
        return frozenset()
    return frozenset(d.day for d in days_of(month) if any(e.holds(d) for e in exemptions))


def _exemption(reason: NightReason, words: str) -> NightExemption:
    if reason is NightReason.PREGNANT and (due := _date(_DUE, words)):
        return NightExemption(reason, due - _BEFORE_BIRTH, _before_first_birthday(due))
    if reason is NightReason.NURSING and (born := _date(_BORN, words) or _date(_BORN_AFTER, words)):
        return NightExemption(reason, None, _before_first_birthday(born))
    return NightExemption(reason, None, _date(_UNTIL, words, last=True))


def _before_first_birthday(born: date) -> date:
    leap = (born.month, born.day) == (2, 29)
    return date(born.year + 1, born.month, 28 if leap else born.day) - timedelta(days=1)


def _date(pattern: re.Pattern[str], words: str, last: bool = False) -> date | None:
    """Return the date that follows; without a day the first of the month, or its last; None for no date."""
    match = pattern.search(words)
    if match is None:
        return None
    year, month, day = (int(group or 0) for group in match.groups())
    try:
        found = date(year, month, day or 1)
    except ValueError:
        return None  # the time stays open, as without a date
    return days_of(found)[-1] if last and not day else found
