"""What a `*.jingli` file holds: the tables, its mark, its version and the way up from older versions."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from datetime import date
from types import UnionType
from typing import Any, Union, get_args, get_origin

from planner.county.records import Absence, Move, Person, Posting, Relation, Secondment, Unit
from planner.store.codec import hints

APPLICATION_ID = 0x4A4C5047  # "JLPG": tells our files from other SQLite databases
VERSION = 5

TABLES: Mapping[str, type] = {
    "units": Unit,
    "people": Person,
    "postings": Posting,
    "secondments": Secondment,
    "absences": Absence,
    "moves": Move,
    "relations": Relation,
}
"""One table per part of the county; its columns are the record's fields."""

DUTY_MONTHS = "duty_months"
"""The table of the duty months: a row each, with the grid and the attendance as JSON."""


def _add_relations_and_hours(db: sqlite3.Connection) -> None:
    # Spelt out rather than made from the record: a step up stays what it was when the record grows.
    db.execute(
        'CREATE TABLE "relations" (listed INTEGER PRIMARY KEY, '
        '"id" INTEGER, "person" INTEGER, "relative" INTEGER, "kind" TEXT)'
    )
    for column in ("report_hours", "case_hours"):
        db.execute(f'ALTER TABLE "units" ADD COLUMN "{column}" INTEGER')


def _add_duty_months(db: sqlite3.Connection) -> None:
    db.execute('CREATE TABLE "duty_months" ("unit" INTEGER, "month" TEXT, "json" TEXT NOT NULL)')
    empty = [("special_days", "[]"), ("suspicions", "[]")]
    db.executemany("INSERT OR REPLACE INTO parts VALUES (?, ?)", empty)


def _add_scenarios(db: sqlite3.Connection) -> None:
    for column in ("opened", "closed", "report_cuts"):
        db.execute(f'ALTER TABLE "units" ADD COLUMN "{column}" TEXT')
    db.execute("UPDATE \"units\" SET report_cuts = '[]'")
    [(words,)] = db.execute("SELECT json FROM parts WHERE name = 'policy'").fetchall()
    policy = json.dumps({**json.loads(words), "later": []}, ensure_ascii=False)
    db.executemany("INSERT OR REPLACE INTO parts VALUES (?, ?)", [("policy", policy), ("scenarios", "[]")])


def _let_scenarios_plan_duty(_: sqlite3.Connection) -> None:
    """Change nothing: a scenario without duty months of its own reads as before.

    The step keeps programs that know nothing of them from opening the file and losing them.
    """


MIGRATIONS: Mapping[int, Callable[[sqlite3.Connection], None]] = {
    1: _add_relations_and_hours,
    2: _add_duty_months,
    3: _add_scenarios,
    4: _let_scenarios_plan_duty,
}
"""For each older version, the function that makes it one version newer."""


def create(db: sqlite3.Connection) -> None:
    """Lay out an empty file of the current version."""
    for table, record in TABLES.items():
        columns = ", ".join(f'"{name}" {_storage(hint)}' for name, hint in hints(record).items())
        db.execute(f'CREATE TABLE "{table}" (listed INTEGER PRIMARY KEY, {columns})')
    db.execute(f'CREATE TABLE "{DUTY_MONTHS}" ("unit" INTEGER, "month" TEXT, "json" TEXT NOT NULL)')
    db.execute("CREATE TABLE parts (name TEXT PRIMARY KEY, json TEXT NOT NULL)")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")


def plain_column(hint: Any) -> bool:
    """Return whether values of `hint` are stored as they are; others are stored as JSON text."""
    if get_origin(hint) in (Union, UnionType):
        return all(plain_column(a) for a in get_args(hint) if a is not type(None))
    return isinstance(hint, type) and (hint is date or issubclass(hint, (str, int, float)))


def _storage(hint: Any) -> str:
    options = set(get_args(hint)) - {type(None)} or {hint}
    only = options.pop()
    if isinstance(only, type) and issubclass(only, int):
        return "INTEGER"
    return "REAL" if only is float else "TEXT"
