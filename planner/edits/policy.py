"""Edits of the policy: own values over the packs, and the packs themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from planner.document import Document
from planner.errors import InputError
from planner.policy.policy import Policy, pack
from planner.policy.settings import SETTINGS
from planner.text import Text, joined

_UNSET = Text(
    "所选指标口径没有规定:{missing}。请保留规定这些内容的口径包。",
    "The chosen packs leave these open: {missing}. Keep the packs that set them.",
)


def set_policy_value(document: Document, key: str, raw: object, on: date = date.min) -> Document:
    """Return the document with one own policy value; raise InputError if the value cannot be.

    Own values of it that came into force by `on` give way.
    """
    return replace(document, policy=document.policy.without_dated(key, on).with_override(key, raw))


def set_policy_value_from(document: Document, key: str, raw: object, from_: date) -> Document:
    """Return the document with one own policy value from a day on; raise InputError if it cannot be."""
    return replace(document, policy=document.policy.with_later(key, raw, from_))


def reset_policy_value(document: Document, key: str, on: date = date.min) -> Document:
    """Return the document with the packs' value for `key`; own values in force by `on` give way."""
    return replace(document, policy=document.policy.without_dated(key, on).without_override(key))


def choose_packs(document: Document, packs: Sequence[str]) -> Document:
    """Return the document judged by these packs, lowest first; own values stay.

    Raises InputError for an unknown pack, or where no pack sets a value that is needed.
    """
    policy = Policy(tuple(pack(id_) for id_ in packs), later=document.policy.later)
    missing = [s.title for key, s in SETTINGS.items() if not any(key in p.values for p in policy.packs)]
    if missing:
        raise InputError(_UNSET.format(missing=joined(missing[:5])))
    for key, value in document.policy.overrides.items():
        policy = policy.with_override(key, value)
    return replace(document, policy=policy)
