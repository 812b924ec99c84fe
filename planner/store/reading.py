"""Opening: a `*.jingli` file back into the document it was saved from."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from planner.county.duty import DutyBook, SpecialDay, Suspicion
from planner.county.records import County
from planner.document import Document
from planner.errors import InputError
from planner.policy.duty_codes import parse_code
from planner.policy.former import brought_up
from planner.policy.policy import LaterValue, Pack, Policy, available_packs, checked, pack
from planner.policy.settings import SETTINGS
from planner.recognising import SQLITE
from planner.scenarios.records import Scenario
from planner.store.codec import decode, hints
from planner.store.duty_months import read_months
from planner.store.schema import APPLICATION_ID, DUTY_MONTHS, MIGRATIONS, TABLES, VERSION, plain_column
from planner.text import Text


def open_document(path: Path) -> Document:
    """Return the document saved at `path`, which is never written to.

    Raises InputError for a file that is missing, unreadable, foreign, damaged, newer or locked.
    """
    _refuse_foreign(path)
    try:
        with closing(sqlite3.connect(":memory:")) as db:
            with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=2)) as file:
                file.execute("BEGIN")
                file.execute("SELECT 1 FROM sqlite_master")  # a locked file says so here; backup would wait
                file.backup(db)  # older versions are brought up in memory, never in the user's file
            _bring_up(db, path)
            return _read(db)
    except sqlite3.OperationalError as fault:
        if "locked" in str(fault) or "busy" in str(fault):
            raise InputError(
                Text(
                    f"“{path.name}”正被其他程序占用,请关闭后再打开。",
                    f"“{path.name}” is in use by another program; close that and open it again.",
                )
            ) from fault
        raise InputError(_damaged(path, fault)) from fault
    except (sqlite3.Error, ValueError, TypeError, KeyError, AttributeError) as fault:
        raise InputError(_damaged(path, fault)) from fault


def _refuse_foreign(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError as fault:
        raise InputError(
            Text(
                f"找不到文件“{path}”,可能已被移动或删除。", f"“{path}” is not there; it may have been moved."
            )
        ) from fault
    except OSError as fault:
        raise InputError(
            Text(
                f"无法读取“{path}”:没有权限或不是文件。",
                f"“{path}” cannot be read: no permission, or not a file.",
            )
        ) from fault
    if not head:
        raise InputError(
            Text(f"“{path.name}”是空文件,里面没有数据。", f"“{path.name}” is empty; there is no data in it.")
        )
    if not head.startswith(SQLITE) or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise InputError(
            Text(
                f"“{path.name}”不是警力文件(.jingli),或文件头已损坏。",
                f"“{path.name}” is not a Jingli file, or its beginning is damaged.",
            )
        )


def _bring_up(db: sqlite3.Connection, path: Path) -> None:
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise InputError(
            Text(
                f"“{path.name}”由更新版本的程序保存(文件版本 {version}),请升级程序后打开。",
                f"“{path.name}” was saved by a newer program (file version {version}); update to open it.",
            )
        )
    while version < VERSION:
        MIGRATIONS[version](db)
        version += 1


def _read(db: sqlite3.Connection) -> Document:
    parts = {name: json.loads(words) for name, words in db.execute("SELECT name, json FROM parts")}
    from planner.files.layout import RosterLayout

    tables = {table: _records(db, table, record) for table, record in TABLES.items()}
    return Document(
        county=County(name=parts["county"]["name"], **tables),
        policy=_policy(parts["policy"]),
        layout=decode(RosterLayout | None, parts["layout"]),
        duty=DutyBook(
            read_months(db.execute(f'SELECT unit, month, json FROM "{DUTY_MONTHS}"')),
            decode(tuple[SpecialDay, ...], parts["special_days"]),
            decode(tuple[Suspicion, ...], parts["suspicions"]),
        ),
        scenarios={s.id: s for s in decode(tuple[Scenario, ...], parts["scenarios"])},
    )


def _records(db: sqlite3.Connection, table: str, record: type) -> dict[int, Any]:
    columns = [(name, hint, plain_column(hint)) for name, hint in hints(record).items()]
    names = ", ".join(f'"{name}"' for name, _, _ in columns)
    found = {}
    for row in db.execute(f'SELECT {names} FROM "{table}" ORDER BY listed'):
        values = {
            name: decode(hint, value if plain else json.loads(value))
            for (name, hint, plain), value in zip(columns, row, strict=True)
        }
        found[values["id"]] = record(**values)
    return found


def _policy(raw: dict[str, Any]) -> Policy:
    return Policy(
        tuple(_pack(p) for p in raw["packs"]),
        {k: checked(k, v) for k, v in brought_up(raw["overrides"]).items() if k in SETTINGS},
        tuple(_later(raw["later"])),
    )


def _later(raw: Iterable[dict[str, Any]]) -> Iterator[LaterValue]:
    for one in raw:
        for key, value in brought_up({one["key"]: one["value"]}).items():
            if key in SETTINGS:
                yield LaterValue(date.fromisoformat(one["from"]), key, checked(key, value))


def _pack(raw: dict[str, Any]) -> Pack:
    """Return a stored pack; a value declared since it was stored comes from the shipped pack.

    So do the codes of the duty grid where it was stored before there were any.
    """
    stored = {k: checked(k, v) for k, v in brought_up(raw["values"]).items() if k in SETTINGS}
    shipped = pack(raw["id"]) if raw["id"] in available_packs() else None
    codes = shipped.codes if shipped else {}
    if "codes" in raw:
        codes = {id_: parse_code(id_, code) for id_, code in raw["codes"].items()}
    return Pack(
        raw["id"],
        decode(Text, raw["name"]),
        decode(hints(Pack)["dated"], raw["dated"]),
        decode(Text, raw["source"]),
        {**(shipped.values if shipped else {}), **stored},
        codes,
    )


def _damaged(path: Path, fault: Exception) -> Text:
    return Text(
        f"“{path.name}”已损坏或不完整,无法打开({fault});文件未改动,请使用备份。",
        f"“{path.name}” is damaged or incomplete and cannot be opened ({fault}); use a backup.",
    )
