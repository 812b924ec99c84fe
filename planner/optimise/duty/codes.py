"""Which codes of the policy a plan uses: the posts to be filled, and what stands on all other days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from planner.audit.unit_covers import required_cover
from planner.county.records import Category, Post, Unit, UnitKind
from planner.county.state import Placed
from planner.policy.duty_codes import DutyCode, DutyKind, Field
from planner.policy.policy import Policy
from planner.text import Text

DAY = 24
_ON_DUTY = Text("值班", "on duty")
_COMPENSATORY = "compensatory"


@dataclass(frozen=True)
class DutyPost:
    """A place to be manned around the clock by `required` people with any of its codes."""

    name: Text
    codes: tuple[str, ...]  # those that a plan hands out
    required: int
    leader: bool = False  # to be taken by a unit head


@dataclass(frozen=True)
class Codes:
    """The codes of one unit's month, by what they are for."""

    known: Mapping[str, DutyCode]
    posts: tuple[DutyPost, ...]
    rest: str
    compensatory: str
    standby: str | None
    leave: str | None
    beat: str | None
    office: str | None
    intake: str | None  # the day's work of a custody unit
    custody: bool

    @property
    def duties(self) -> tuple[str, ...]:
        """The codes that a plan hands out as duty."""
        return tuple(dict.fromkeys(code for post in self.posts for code in post.codes))

    @property
    def begins(self) -> int:
        """The hour at which a day of duty begins."""
        return min((self.known[code].start for code in self.duties), default=0)

    def is_duty(self, code: str) -> bool:
        """Return whether a code covers a post."""
        return code in self.known and self.known[code].kind is DutyKind.DUTY

    def is_rest(self, code: str) -> bool:
        """Return whether a code is rest."""
        return code in self.known and self.known[code].kind is DutyKind.REST

    def is_leave(self, code: str) -> bool:
        """Return whether a code is leave."""
        return code in self.known and self.known[code].kind is DutyKind.LEAVE

    def belongs(self, code: str, post: DutyPost) -> bool:
        """Return whether a code, handed out by the plan or not, covers a post."""
        return code in post.codes if self.custody else self.is_duty(code) and not self.known[code].custody

    def ordinary(self, placed: Placed, dedicated: bool) -> str | None:
        """Return what somebody does on a working day without duty."""
        if self.intake is not None and is_sworn(placed) and placed.post is not Post.LEADER:
            return self.intake
        return (self.beat if dedicated else self.office) or self.office or self.beat


def codes_for(unit: Unit, policy: Policy) -> Codes:
    """Return the codes for a unit's month; the posts of custody units only there."""
    custody = unit.kind is UnitKind.CUSTODY
    known = policy.duty_codes
    required = required_cover(unit, policy)
    posts = _custody_posts(known, required) if custody else ()
    rests = _of_kind(known, DutyKind.REST)
    work = [c for c in _of_kind(known, DutyKind.WORK) if not c.custody]
    rest = rests[0].id if rests else ""
    return Codes(
        known=known,
        posts=posts or _station_posts(known, required),
        rest=rest,
        compensatory=_COMPENSATORY if _COMPENSATORY in known else rest,
        standby=_first(_of_kind(known, DutyKind.STANDBY)),
        leave=_first(_of_kind(known, DutyKind.LEAVE)),
        beat=_first([c for c in work if c.field is Field.BEAT]),
        office=_first([c for c in work if c.field is Field.STATION] or work),
        intake=_first([c for c in _of_kind(known, DutyKind.WORK) if c.custody]) if posts else None,
        custody=bool(posts),
    )


def hours_in_day(code: DutyCode, begins: int) -> range:
    """Return the hours a code covers of its own day of duty, counted from its beginning."""
    return range(max(0, code.start - begins), min(DAY, code.start - begins + code.presence))


def is_sworn(placed: Placed) -> bool:
    """Return whether somebody counts as the sworn one on duty."""
    return placed.person.category in (Category.SWORN, Category.PROBATIONER)


def _station_posts(known: Mapping[str, DutyCode], required: int) -> tuple[DutyPost, ...]:
    """Return one post, filled by the first code that lasts around the clock, else by all shorter ones."""
    duties = [c for c in _of_kind(known, DutyKind.DUTY) if not c.custody and c.presence]
    whole = [c for c in duties if c.presence >= DAY][:1]
    codes = tuple(c.id for c in whole or duties)
    return (DutyPost(_ON_DUTY, codes, required),) if codes and required else ()


def _custody_posts(known: Mapping[str, DutyCode], required: int) -> tuple[DutyPost, ...]:
    duties = [c for c in _of_kind(known, DutyKind.DUTY) if c.custody and c.presence]
    least = min(required, 1)  # one leads
    return tuple(
        DutyPost(c.name, (c.id,), least if c.leader else required, c.leader) for c in duties if required
    )


def _of_kind(known: Mapping[str, DutyCode], kind: DutyKind) -> list[DutyCode]:
    return [code for code in known.values() if code.kind is kind]


def _first(codes: list[DutyCode]) -> str | None:
    return codes[0].id if codes else None
