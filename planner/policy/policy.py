"""A policy: packs laid over each other, the last one that names a value wins and is its source."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import cast

from planner.assets import asset
from planner.errors import InputError
from planner.policy.duty_codes import DutyCode, DutyKind, parse_code
from planner.policy.former import brought_up
from planner.policy.setting import Value
from planner.policy.settings import SETTINGS
from planner.policy.share import Share
from planner.text import Text, joined

OWN = "own"  # the layer of this bureau's own changes, 本局自定
DEFAULT_STACK = ("yunnan2020", "mps2019", "civil_service_law", OWN)


@dataclass(frozen=True, slots=True)
class Pack:
    """One dated, named set of numbers and the regulation they come from."""

    id: str
    name: Text
    dated: date
    source: Text
    values: Mapping[str, Value]
    codes: Mapping[str, DutyCode] = field(default_factory=dict)  # of the duty grid


@dataclass(frozen=True, slots=True)
class LaterValue:
    """An own value that comes into force on a day."""

    from_: date
    key: str
    value: Value


@dataclass(frozen=True, slots=True)
class Policy:
    """The packs in force, lowest first, with this bureau's own changes on top, those dated by their days."""

    packs: tuple[Pack, ...]
    overrides: Mapping[str, Value] = field(default_factory=dict)
    later: tuple[LaterValue, ...] = ()  # by day; of one day the last one listed wins

    def value(self, key: str) -> Value:
        """Return the value in force; KeyError if `key` is not declared in settings."""
        if key in self.overrides:
            return self.overrides[key]
        return self.source(key).values[key]

    def source(self, key: str) -> Pack:
        """Return the topmost pack that sets `key`; own changes belong to 本局自定."""
        if key in self.overrides:
            return next((p for p in self.packs if p.id == OWN), self.packs[-1])
        for pack in reversed(self.packs):
            if key in pack.values:
                return pack
        raise KeyError(key)

    def default(self, key: str) -> Value:
        """Return what the packs say, own changes left out."""
        return replace(self, overrides={}).value(key)

    def count(self, key: str) -> int:
        """Return a whole number in force."""
        return cast(int, self.value(key))

    def share(self, key: str) -> Share:
        """Return a share in force."""
        return cast(Share, self.value(key))

    def switch(self, key: str) -> bool:
        """Return a switch in force."""
        return cast(bool, self.value(key))

    def choice(self, key: str) -> str:
        """Return a word in force."""
        return cast(str, self.value(key))

    def order(self, key: str) -> tuple[str, ...]:
        """Return an order in force."""
        return cast(tuple[str, ...], self.value(key))

    def is_on(self, rule: str) -> bool:
        """Return whether `rule` is judged at all."""
        return self.choice(f"{rule}.enforcement") != "off"

    def is_hard(self, rule: str) -> bool:
        """Return whether a plan must keep `rule`."""
        return self.choice(f"{rule}.enforcement") == "hard"

    @property
    def duty_codes(self) -> Mapping[str, DutyCode]:
        """Return the codes of the duty grid in declared order; a later pack's code replaces an earlier one.

        A duty without hours of its own has those of `duty.presence_hours` and `duty.counted_hours`.
        """
        codes = {id_: code for pack in self.packs for id_, code in pack.codes.items()}
        presence, counted = self.count("duty.presence_hours"), self.count("duty.counted_hours")
        return {
            id_: replace(code, presence=presence, counted=counted)
            if code.kind is DutyKind.DUTY and not code.presence
            else code
            for id_, code in codes.items()
        }

    @property
    def name(self) -> Text:
        """Return the names of the packs in force, as every report prints them."""
        return Text("+".join(p.name.zh for p in self.packs), " + ".join(p.name.en for p in self.packs))

    def changed(self) -> tuple[str, ...]:
        """Return the keys whose value differs from the packs, in declared order."""
        return tuple(k for k in SETTINGS if k in self.overrides and self.overrides[k] != self.default(k))

    def with_override(self, key: str, raw: object) -> Policy:
        """Return the policy with one own value; raise InputError if the value cannot be."""
        overrides = {**self.overrides, key: checked(key, raw)}
        if overrides[key] == self.default(key):
            del overrides[key]
        return replace(self, overrides=overrides)

    def with_later(self, key: str, raw: object, from_: date) -> Policy:
        """Return the policy with one own value from a day on; raise InputError if the value cannot be."""
        values = (*self.later, LaterValue(from_, key, checked(key, raw)))
        return replace(self, later=tuple(sorted(values, key=lambda v: v.from_)))

    def on(self, day: date) -> Policy:
        """Return the policy of a day; the same object where no dated value has come into force."""
        due = {v.key: v.value for v in self.later if v.from_ <= day}
        if not due:
            return self
        return replace(self, overrides={**self.overrides, **due})

    def without_dated(self, key: str, until: date) -> Policy:
        """Return the policy without the own values of `key` that have come into force by a day."""
        return replace(self, later=tuple(v for v in self.later if v.key != key or v.from_ > until))

    def to_come(self, key: str, after: date) -> tuple[LaterValue, ...]:
        """Return the own values of `key` that come into force after a day, the first one first."""
        return tuple(v for v in self.later if v.key == key and v.from_ > after)

    def without_override(self, key: str) -> Policy:
        """Return the policy with the packs' value for `key`."""
        return replace(self, overrides={k: v for k, v in self.overrides.items() if k != key})


def checked(key: str, raw: object) -> Value:
    """Return `raw` as the declared kind of `key`; raise InputError with what it may be."""
    setting = SETTINGS.get(key)
    if setting is None:
        raise InputError(
            Text(f"指标口径中没有“{key}”这一项,请检查拼写。", f"No policy value is called “{key}”.")
        )
    try:
        return setting.parse(raw)
    except (ValueError, TypeError):
        raise InputError(
            Text(
                f"“{setting.title.zh}”不能是“{raw}”:{_may_be(key).zh}。",
                f"“{setting.title.en}” cannot be “{raw}”: {_may_be(key).en}.",
            )
        ) from None


def _may_be(key: str) -> Text:
    setting = SETTINGS[key]
    match setting.kind:
        case "share":
            return Text(
                "请填写 0% 到 100% 之间的占比,如 40%", "give a share between 0% and 100%, such as 40%"
            )
        case "count":
            return Text(
                f"请填写 {setting.low} 到 {setting.high} 的整数",
                f"give a whole number from {setting.low} to {setting.high}",
            )
        case "switch":
            return Text("请填写 true 或 false", "give true or false")
        case _:
            words = joined(Text(f"{k}({v.zh})", f"{k} ({v.en})") for k, v in (setting.choices or {}).items())
            return Text(f"请从 {words.zh} 中选择", f"choose from {words.en}")


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterable[tuple[str, object]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def parse_pack(words: str) -> Pack:
    """Read a pack from TOML text; raise InputError if it is none or a value in it cannot be."""
    try:
        raw = tomllib.loads(words)
        return Pack(
            id=str(raw["id"]),
            name=Text(str(raw["name"]["zh"]), str(raw["name"]["en"])),
            dated=cast(date, raw["dated"]),
            source=Text(str(raw["source"]["zh"]), str(raw["source"]["en"])),
            values={k: checked(k, v) for k, v in brought_up(dict(_flat(raw.get("values", {})))).items()},
            codes={k: parse_code(k, code) for k, code in raw.get("codes", {}).items()},
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as fault:
        raise InputError(
            Text(f"指标口径文件无法读取:{fault}。", f"The policy pack cannot be read: {fault}.")
        ) from fault


@cache
def pack(id_: str) -> Pack:
    """Return a shipped pack by its id; raise InputError with the known ones if there is none."""
    if id_ not in available_packs():
        known = "、".join(available_packs())
        raise InputError(
            Text(f"没有名为“{id_}”的指标口径,可用:{known}。", f"No policy is called “{id_}”; known: {known}.")
        )
    return parse_pack(asset("policies", f"{id_}.toml").read_text(encoding="utf-8"))


def available_packs() -> tuple[str, ...]:
    """Return the ids of the shipped packs."""
    return tuple(sorted(path.stem for path in asset("policies").glob("*.toml")))


def default_policy() -> Policy:
    """Return the default stack: 云南2020 + 公安部2019 + 公务员法 + 本局自定."""
    return Policy(tuple(pack(id_) for id_ in DEFAULT_STACK))


def named_policy(names: str) -> Policy:
    """Return the default stack with packs of `names` (id, name or a .toml file, joined by +) laid over it.

    Raises InputError for an unknown name, and for a file that is no pack.
    """
    by_name = {pack(i).name.zh: i for i in available_packs()} | {
        pack(i).name.en: i for i in available_packs()
    }
    wanted = [by_name.get(word.strip(), word.strip()) for word in names.split("+")]
    base = [i for i in DEFAULT_STACK if i != OWN]
    own_and_wanted = [i for i in wanted if i not in (*base, OWN)]
    laid = (read_pack(Path(i)) if i.lower().endswith(".toml") else pack(i) for i in own_and_wanted)
    return Policy((*(pack(i) for i in (*base, OWN)), *laid))


def read_pack(path: Path) -> Pack:
    """Read a pack from a TOML file of the user's; raise InputError that names the file and what is wrong."""
    try:
        return parse_pack(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as fault:
        raise InputError(
            Text(
                f"指标口径文件“{path}”无法读取:{fault}。",
                f"The policy pack “{path}” cannot be read: {fault}.",
            )
        ) from fault
    except InputError as fault:
        said = fault.message
        raise InputError(Text(f"指标口径文件“{path.name}”:{said.zh}", f"{path.name}: {said.en}")) from fault
