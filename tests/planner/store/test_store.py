"""The document on disk."""

from __future__ import annotations

import errno
import json
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.county.duty import NO_DUTY
from planner.county.records import (
    Absence,
    County,
    Move,
    Person,
    Post,
    Posting,
    Relation,
    ReportCut,
    Secondment,
    Unit,
)
from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario
from planner.edits.units import correct_units
from planner.errors import InputError
from planner.policy.policy import default_policy
from planner.scenarios.records import Change, ChangeKind, Scenario
from planner.store import open_document, save_document
from planner.store.codec import decode, encode
from planner.store.schema import DUTY_MONTHS, MIGRATIONS, TABLES, VERSION
from tests.planner.building import Building, share_county

RECORDS = (Unit, Person, Posting, Secondment, Absence, Move, Relation, Change, Scenario)


def plain() -> Document:
    b = share_county(3, 4)
    b.second(next(iter(b.county.people)), None, to_outside="县委", from_=date(2026, 1, 5))
    return Document(b.county, b.policy.with_override("station_share.required", "45%"))


@pytest.mark.parametrize("record", RECORDS)
def test_any_record_reads_back_as_it_was_written(record: type) -> None:
    @given(st.builds(record))
    def check(value: object) -> None:
        assert decode(record, encode(value)) == value

    check()


def test_a_saved_document_opens_equal(tmp_path: Path) -> None:
    path = tmp_path / "县.jingli"
    save_document(plain(), path)
    assert open_document(path) == plain()


def test_extra_columns_special_codes_and_order_survive(tmp_path: Path) -> None:
    b = Building()
    unit = b.unit("城关派出所", extra={"电话": "1"})
    first = b.person(unit, special_codes=frozenset({"pregnant"}), extra={"学历": "本科", "政治面貌": "党员"})
    second = b.person(unit)
    county = replace(b.county, people={k: b.county.people[k] for k in (second, first)})
    save_document(Document(county), tmp_path / "a.jingli")
    opened = open_document(tmp_path / "a.jingli").county
    assert list(opened.people) == [second, first]
    assert opened == county


def test_relations_survive(tmp_path: Path) -> None:
    b = Building()
    first, second = b.people(2, b.unit("城关派出所"))
    b.relate(first, second, "夫妻")
    save_document(Document(b.county), tmp_path / "a.jingli")
    assert open_document(tmp_path / "a.jingli").county == b.county


def test_a_file_from_before_relations_opens_without_any_and_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "a.jingli"
    save_document(plain(), path)
    with closing(sqlite3.connect(path)) as db, db:
        _as_of_version_one(db)
        db.execute("PRAGMA user_version = 1")
    before = path.read_bytes()
    assert open_document(path) == plain()
    assert path.read_bytes() == before


def test_every_step_up_ends_with_the_tables_of_today(tmp_path: Path) -> None:
    path = tmp_path / "a.jingli"
    save_document(plain(), path)
    with closing(sqlite3.connect(path)) as db, db:
        today = _tables(db)
        _as_of_version_one(db)
        for version in range(1, VERSION):
            MIGRATIONS[version](db)
        assert _tables(db) == today


def test_a_file_from_before_duty_months_opens_without_any_and_with_the_shipped_codes(tmp_path: Path) -> None:
    path = tmp_path / "a.jingli"
    save_document(plain(), path)
    with closing(sqlite3.connect(path)) as db, db:
        _as_of_version_two(db)
        db.execute("PRAGMA user_version = 2")
    before = path.read_bytes()
    opened = open_document(path)
    assert opened == plain()
    assert opened.duty == NO_DUTY
    assert opened.policy.duty_codes == default_policy().duty_codes
    assert path.read_bytes() == before


def test_a_file_from_before_scenarios_opens_without_any_and_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "a.jingli"
    save_document(plain(), path)
    with closing(sqlite3.connect(path)) as db, db:
        _as_of_version_three(db)
        db.execute("PRAGMA user_version = 3")
    before = path.read_bytes()
    opened = open_document(path)
    assert opened == plain()
    assert opened.scenarios == {}
    assert path.read_bytes() == before


def test_scenarios_dated_units_and_dated_targets_survive(tmp_path: Path) -> None:
    document, march = plain(), date(2027, 3, 1)
    station = next(iter(document.county.units))
    cut = ReportCut(march, 12)
    county = correct_units(
        document, {station: {"opened": date(2020, 1, 1), "closed": march, "report_cuts": (cut,)}}
    ).county
    policy = document.policy.with_later("station_share.required", "45%", march)
    document = new_scenario(replace(document, county=county, policy=policy), "合并", note="两所合并")
    document = new_scenario(document, "合并后招警", base=1)
    document = add_change(document, 2, ChangeKind.RECRUIT, march, unit=station, number=20, post=Post.CASE)
    document = add_change(
        document, 1, ChangeKind.CAMPAIGN, march, until=date(2027, 5, 1), people=(3, 5), enabled=False
    )
    save_document(document, tmp_path / "a.jingli")
    assert open_document(tmp_path / "a.jingli") == document


def _as_of_version_three(db: sqlite3.Connection) -> None:
    for column in ("opened", "closed", "report_cuts"):
        db.execute(f'ALTER TABLE units DROP COLUMN "{column}"')
    db.execute("DELETE FROM parts WHERE name = 'scenarios'")
    [(words,)] = db.execute("SELECT json FROM parts WHERE name = 'policy'").fetchall()
    policy = json.loads(words)
    del policy["later"]
    db.execute("UPDATE parts SET json = ? WHERE name = 'policy'", [json.dumps(policy)])


def _as_of_version_two(db: sqlite3.Connection) -> None:
    _as_of_version_three(db)
    db.execute("DROP TABLE duty_months")
    db.execute("DELETE FROM parts WHERE name IN ('special_days', 'suspicions')")
    [(words,)] = db.execute("SELECT json FROM parts WHERE name = 'policy'").fetchall()
    policy = json.loads(words)
    for pack in policy["packs"]:
        del pack["codes"]
    db.execute("UPDATE parts SET json = ? WHERE name = 'policy'", [json.dumps(policy)])


def _as_of_version_one(db: sqlite3.Connection) -> None:
    _as_of_version_two(db)
    db.execute("DROP TABLE relations")
    for column in ("report_hours", "case_hours"):
        db.execute(f'ALTER TABLE units DROP COLUMN "{column}"')


def _tables(db: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    tables = (*TABLES, DUTY_MONTHS, "parts")
    return {table: db.execute(f'PRAGMA table_info("{table}")').fetchall() for table in tables}


def test_the_policy_keeps_its_numbers_and_their_sources(tmp_path: Path) -> None:
    save_document(plain(), tmp_path / "a.jingli")
    policy = open_document(tmp_path / "a.jingli").policy
    assert policy.changed() == ("station_share.required",)
    assert policy.source("community_share.required").id == "yunnan2020"


def test_saving_again_replaces_and_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "a.jingli"
    save_document(Document(), path)
    save_document(plain(), path)
    assert open_document(path) == plain()
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_file_untouched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.jingli"
    save_document(plain(), path)
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError) as refused:
        save_document(Document(), path)
    assert "磁盘空间" in refused.value.message.zh
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        save_document(Document(), tmp_path / "gone" / "a.jingli")
    assert "gone" in refused.value.message.zh


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="reads as owner otherwise")
def test_a_new_file_is_for_its_owner_only(tmp_path: Path) -> None:
    save_document(Document(), tmp_path / "a.jingli")
    assert (tmp_path / "a.jingli").stat().st_mode & 0o077 == 0


def refused(path: Path) -> str:
    with pytest.raises(InputError) as error:
        open_document(path)
    assert path.name in error.value.message.zh
    assert path.name in error.value.message.en
    return error.value.message.zh


def test_missing_empty_and_foreign_files_each_get_their_sentence(tmp_path: Path) -> None:
    assert "找不到" in refused(tmp_path / "gone.jingli")
    (tmp_path / "empty.jingli").touch()
    assert "空文件" in refused(tmp_path / "empty.jingli")
    (tmp_path / "text.jingli").write_text("姓名,警号", encoding="utf-8")
    assert "不是警力文件" in refused(tmp_path / "text.jingli")
    with closing(sqlite3.connect(tmp_path / "other.jingli")) as db, db:
        db.execute("CREATE TABLE t (x)")
    assert "不是警力文件" in refused(tmp_path / "other.jingli")


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_truncated_file_is_called_damaged(tmp_path: Path, part: float) -> None:
    path = tmp_path / "a.jingli"
    save_document(Document(share_county(200, 200).county), path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * part)])
    assert "损坏" in refused(path)


def test_a_file_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.jingli"
    save_document(plain(), path)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    assert "更新版本" in refused(path)
    assert path.read_bytes() == before


def test_a_file_locked_by_another_program_is_said_to_be_in_use(tmp_path: Path) -> None:
    path = tmp_path / "a.jingli"
    save_document(plain(), path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("BEGIN EXCLUSIVE")
        assert "占用" in refused(path)


def test_an_empty_document_saves_and_opens(tmp_path: Path) -> None:
    save_document(Document(County()), tmp_path / "a.jingli")
    assert open_document(tmp_path / "a.jingli") == Document(County())
