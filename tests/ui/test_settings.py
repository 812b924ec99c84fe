from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from ui.settings import (
    CHART,
    DECLARED,
    GEOMETRY,
    LANGUAGE,
    LAST_FOLDER,
    RECENT_FILES,
    RECENT_FILES_KEPT,
    THEME,
    Settings,
)


def test_what_was_set_is_there_at_the_next_start() -> None:
    settings = Settings()
    settings.set(LANGUAGE, "en")
    settings.set(GEOMETRY, b"\x00\xff,;")
    settings.keep()
    again = Settings()
    assert again.get(LANGUAGE) == "en"
    assert again.get(GEOMETRY) == b"\x00\xff,;"


def test_every_setting_begins_with_its_default_and_comes_back_as_written() -> None:
    settings = Settings()
    for declared in DECLARED:
        assert settings.get(declared) == declared.default
        settings.set(declared, declared.default)
        assert settings.get(declared) == declared.default
    assert len({declared.key for declared in DECLARED}) == len(DECLARED)


def test_a_damaged_value_counts_as_never_set() -> None:
    settings = Settings()
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "jingli", "jingli")
    for setting, words in ((THEME, "pink"), (GEOMETRY, "no bytes"), (RECENT_FILES, "{"), (CHART, "7")):
        store.setValue(setting.key, words)
    store.sync()
    again = Settings()
    assert again.get(THEME) == "system"
    assert again.get(GEOMETRY) == b""
    assert again.recent_files() == []
    del settings


def test_recent_files_are_newest_first_each_once_and_not_too_many(tmp_path: Path) -> None:
    settings = Settings()
    files = [tmp_path / f"{n}.jingli" for n in range(RECENT_FILES_KEPT + 2)]
    for path in (*files, files[3]):
        path.touch()
        settings.remember_file(path)
    assert settings.recent_files()[:2] == [files[3], files[-1]]
    assert len(settings.recent_files()) == RECENT_FILES_KEPT
    assert settings.get(LAST_FOLDER) == str(tmp_path)
    settings.forget_files()
    assert settings.recent_files() == []


def test_a_file_name_with_a_comma_or_foreign_letters_is_one_file(tmp_path: Path) -> None:
    settings = Settings()
    path = tmp_path / "城关,2026;花名册 %20.jingli"
    path.touch()
    settings.remember_file(path)
    settings.keep()
    assert Settings().recent_files() == [path]
