"""What an edit did to the figures, in one line."""

from __future__ import annotations

from planner.audit.results import Audit, Target
from planner.tables.figures import DRAWN_OFF, dotted, ratio_words
from planner.text import Text

_SHARES = {
    "station_share": Text("派出所占比(在岗)", "station share (present)"),
    "community_share": Text("社区民警占比", "community share"),
}
_FINDINGS = Text("问题", "findings")
_UNCHANGED = Text("指标未变", "the figures are unchanged")


def effect(before: Audit, after: Audit) -> Text:
    """Return how the figures differ between two versions, such as 派出所占比(在岗) 38.1% → 38.6%."""
    parts = []
    for rule, title in _SHARES.items():
        was, now = before.target(rule), after.target(rule)
        if was is not None and now is not None and _counts(was) != _counts(now):
            parts.append(_changed(title, *_shares(was, now)))
    away, still_away = before.target("secondment"), after.target("secondment")
    if away is not None and still_away is not None and away.numerator != still_away.numerator:
        parts.append(_changed(DRAWN_OFF, str(away.numerator), str(still_away.numerator)))
    if len(before.findings) != len(after.findings):
        parts.append(_changed(_FINDINGS, str(len(before.findings)), str(len(after.findings))))
    return dotted(*parts) if parts else _UNCHANGED


def _counts(target: Target) -> tuple[int, int | None]:
    return target.numerator, target.denominator


def _shares(was: Target, now: Target) -> tuple[str, str]:
    """Write two shares, with their counts where rounding would hide the difference."""
    if ratio_words(was) != ratio_words(now):
        return ratio_words(was), ratio_words(now)
    return f"{was.numerator}/{was.denominator}", f"{now.numerator}/{now.denominator}"


def _changed(title: Text, was: str, now: str) -> Text:
    return Text(f"{title.zh} {was} → {now}", f"{title.en} {was} → {now}")
