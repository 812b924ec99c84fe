"""The counting rule (口径) as every report prints it: packs, dates, reading of 辖区, own switches."""

from __future__ import annotations

from planner.policy.policy import Policy
from planner.policy.setting import Value
from planner.policy.settings import SETTINGS
from planner.policy.share import Share
from planner.reports.figures import required_words
from planner.text import Text, joined, same

_LINE = Text(
    "口径:{packs};“辖区”指{area}{own}。",
    "Counting rule: {packs}; the area of field time (辖区): {area}{own}.",
)
_UNASKED = Text("(尚未确认)", "not yet settled")
_OWN = Text(";本局改动:{changes}", "; changed here: {changes}")
_OWN_COUNT = Text(";本局改动 {n} 项,见首页", "; {n} own changes, see the first page")
_CHANGE = Text("{title}={value}(原{default})", "{title} = {value} (was {default})")
_ON, _OFF = Text("是", "yes"), Text("否", "no")
_FITS = 2  # so many own changes still fit on the line at the foot of every page


def counting_rule(policy: Policy) -> Text:
    """Return the whole counting rule in one sentence, every value off its default with its default."""
    changes = [_change(policy, key) for key in policy.changed() if key != "counting.area"]
    listed = _OWN.format(changes=joined(changes)) if changes else same("")
    return _line(policy, listed)


def short_counting_rule(policy: Policy) -> Text:
    """Return the counting rule for the foot of every page; many own changes are given by number."""
    changes = [key for key in policy.changed() if key != "counting.area"]
    if len(changes) <= _FITS:
        return counting_rule(policy)
    return _line(policy, _OWN_COUNT.format(n=len(changes)))


def _line(policy: Policy, own: Text) -> Text:
    packs = joined(Text(f"{p.name.zh}({p.dated})", f"{p.name.en} ({p.dated})") for p in policy.packs)
    area = policy.choice("counting.area")
    words = _UNASKED if area == "unasked" else value_words("counting.area", area)
    return _LINE.format(packs=packs, area=words, own=own)


def _change(policy: Policy, key: str) -> Text:
    return _CHANGE.format(
        title=SETTINGS[key].title,
        value=value_words(key, policy.value(key)),
        default=value_words(key, policy.default(key)),
    )


def value_words(key: str, value: Value) -> Text:
    """Return a policy value in words."""
    choices = SETTINGS[key].choices or {}
    match value:
        case bool():
            return _ON if value else _OFF
        case Share():
            return same(required_words(value))
        case tuple():
            return Text(" > ".join(choices[v].zh for v in value), " > ".join(choices[v].en for v in value))
        case str():
            return choices[value]
        case _:
            return same(str(value))
