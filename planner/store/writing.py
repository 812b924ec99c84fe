"""Saving: the whole document into a new file beside the old one, which is replaced only when complete."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from planner.document import Document
from planner.errors import InputError
from planner.policy.duty_codes import spelt
from planner.policy.policy import Policy
from planner.store.codec import encode, hints
from planner.store.duty_months import month_rows
from planner.store.schema import DUTY_MONTHS, TABLES, create, plain_column
from planner.text import Text


def save_document(document: Document, path: Path) -> None:
    """Save `document` at `path`; the file there stays as it was unless saving succeeds.

    Raises InputError for a folder that is missing or read-only, a full disk or a locked file.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".saving", dir=path.parent)
        os.close(handle)
    except OSError as fault:
        raise InputError(_cannot_save(path, fault)) from fault
    new = Path(name)
    try:
        with closing(sqlite3.connect(new)) as db, db:
            db.execute("PRAGMA journal_mode = OFF")
            create(db)
            _write(document, db)
        _flush(new)
        _keep_permissions(path, new)
        new.replace(path)
    except (OSError, sqlite3.Error) as fault:
        raise InputError(_cannot_save(path, fault)) from fault
    finally:
        new.unlink(missing_ok=True)


def _write(document: Document, db: sqlite3.Connection) -> None:
    for table, record in TABLES.items():
        columns = hints(record)
        rows = getattr(document.county, table).values()
        marks = ", ".join("?" for _ in columns)
        names = ", ".join(f'"{name}"' for name in columns)
        db.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', _cells(rows, columns.items()))
    db.executemany(f'INSERT INTO "{DUTY_MONTHS}" VALUES (?, ?, ?)', month_rows(document.duty))
    parts = {
        "county": {"name": document.county.name},
        "policy": _policy(document.policy),
        "layout": encode(document.layout),
        "special_days": encode(document.duty.special_days),
        "suspicions": encode(document.duty.suspicions),
        "scenarios": encode(tuple(document.scenarios.values())),
    }
    db.executemany(
        "INSERT INTO parts VALUES (?, ?)", [(k, json.dumps(v, ensure_ascii=False)) for k, v in parts.items()]
    )


def _cells(rows: Iterable[object], columns: Iterable[tuple[str, Any]]) -> Iterable[list[object]]:
    kinds = [(name, plain_column(hint)) for name, hint in columns]
    for row in rows:
        yield [_cell(getattr(row, name), plain) for name, plain in kinds]


def _cell(value: object, plain: bool) -> object:
    return encode(value) if plain else json.dumps(encode(value), ensure_ascii=False)


def _policy(policy: Policy) -> dict[str, Any]:
    packs = [
        {
            "id": p.id,
            "name": encode(p.name),
            "dated": encode(p.dated),
            "source": encode(p.source),
            "values": {k: _value(v) for k, v in p.values.items()},
            "codes": {id_: spelt(code) for id_, code in p.codes.items()},
        }
        for p in policy.packs
    ]
    later = [{"from": v.from_.isoformat(), "key": v.key, "value": _value(v.value)} for v in policy.later]
    overrides = {k: _value(v) for k, v in policy.overrides.items()}
    return {"packs": packs, "overrides": overrides, "later": later}


def _value(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value if isinstance(value, bool | int) else str(value)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _keep_permissions(old: Path, new: Path) -> None:
    if old.exists():
        new.chmod(old.stat().st_mode & 0o777)
    elif os.name == "posix":
        new.chmod(0o600)  # the roster is personal data: the owner's eyes only, until they say otherwise


def _cannot_save(path: Path, fault: Exception) -> Text:
    if isinstance(fault, FileNotFoundError):
        return Text(
            f"无法保存:文件夹“{path.parent}”不存在,请另选位置。",
            f"Cannot save: the folder “{path.parent}” does not exist; choose another place.",
        )
    if isinstance(fault, PermissionError):
        return Text(
            f"无法保存到“{path}”:没有写入权限或文件正被其他程序使用,请另存到别处。",
            f"Cannot save to “{path}”: it may not be written or another program uses it; save elsewhere.",
        )
    return Text(
        f"无法保存到“{path}”({fault}),原文件未改动;请检查磁盘空间后重试或另存到别处。",
        f"Cannot save to “{path}” ({fault}); the old file stays. Free some space or save elsewhere.",
    )
