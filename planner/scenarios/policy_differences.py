"""Own values of the policy that an edit changed, said as changed targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from planner.errors import InputError
from planner.policy.policy import LaterValue, Policy
from planner.policy.setting import Value, written
from planner.policy.settings import SETTINGS
from planner.scenarios.records import ChangeKind
from planner.scenarios.telling import Added, by_change
from planner.text import Text

_PACKS = Text("更换指标口径包须在现状中进行", "Policy packs are chosen for the county as it stands")
_COMING = Text("以后生效的取值不能在方案中撤销", "A scenario does not take back a value that is to come")
_ORDER = Text("“{title}”不能随方案改变", "“{title}” cannot differ by scenario")


def policy_changes(old: Policy, new: Policy, on: date) -> Iterator[Added]:
    """Yield the values that differ on the day, from it on, and those that come into force later."""
    if old is new:
        return
    if old.packs != new.packs:
        raise by_change(_PACKS)
    was, now = old.on(on), new.on(on)
    for key in dict.fromkeys((*was.overrides, *now.overrides)):
        if now.value(key) != was.value(key):
            yield _target(key, now.value(key), on)
    coming = Counter(_coming(new, on))
    coming.subtract(_coming(old, on))
    if min(coming.values(), default=0) < 0:
        raise by_change(_COMING)
    for later in coming.elements():
        yield _target(later.key, later.value, later.from_)


def _coming(policy: Policy, on: date) -> Sequence[LaterValue]:
    return [later for later in policy.later if later.from_ > on]


def _target(key: str, value: Value, from_: date) -> Added:
    if isinstance(value, tuple):
        raise InputError(_ORDER.format(title=SETTINGS[key].title))
    return ChangeKind.TARGET, from_, {"key": key, "value": written(value)}
