"""Frozen records to plain JSON values and back, guided by their type hints alone."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints


def encode(value: object) -> Any:
    """Return `value` as JSON can hold it: dates as ISO text, enums as their value, records as objects."""
    match value:
        case None | bool() | int() | float():
            return value
        case Enum():
            return value.value
        case str():
            return value
        case date():
            return value.isoformat()
        case frozenset() | set():
            return sorted(encode(v) for v in value)
        case tuple() | list():
            return [encode(v) for v in value]
        case Mapping():
            return {str(k): encode(v) for k, v in value.items()}
    if dataclasses.is_dataclass(value):
        return {f.name: encode(getattr(value, f.name)) for f in dataclasses.fields(value)}
    raise TypeError(f"{type(value).__name__} has no plain form")


def decode(hint: Any, raw: Any) -> Any:
    """Return the value of type `hint` that `encode` wrote as `raw`; raise ValueError or TypeError if none."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return None if raw is None else decode(next(a for a in args if a is not type(None)), raw)
    if origin is tuple:
        if args[-1] is ...:
            return tuple(decode(args[0], v) for v in raw)
        return tuple(decode(a, v) for a, v in zip(args, raw, strict=True))
    if origin is frozenset:
        return frozenset(decode(args[0], v) for v in raw)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {decode_key(args[0], k): decode(args[1], v) for k, v in raw.items()}
    if isinstance(hint, type):
        return _decode_plain(hint, raw)
    raise TypeError(f"{hint} cannot be read back")


def decode_key(hint: Any, raw: str) -> Any:
    """Return a mapping's key, which JSON always holds as text."""
    return int(raw) if hint is int else decode(hint, raw)


def _decode_plain(hint: type, raw: Any) -> Any:
    if dataclasses.is_dataclass(hint):
        known = hints(hint)
        return hint(**{name: decode(known[name], value) for name, value in raw.items() if name in known})
    if issubclass(hint, Enum):
        return hint(raw)
    if hint is date:
        return date.fromisoformat(raw)
    if hint is bool:
        return bool(raw)
    if not isinstance(raw, (int, float) if hint is float else hint):
        raise TypeError(f"{raw!r} is not a {hint.__name__}")
    return raw


@cache
def hints(record: type) -> Mapping[str, Any]:
    """Return the type of every field of a record, in order."""
    known = get_type_hints(record)
    return {f.name: known[f.name] for f in dataclasses.fields(record)}
