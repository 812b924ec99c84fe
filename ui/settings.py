"""What the program remembers between two starts, each setting declared once."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QObject, QSettings

V = TypeVar("V")
RECENT_FILES_KEPT = 10


@dataclass(frozen=True, slots=True)
class Setting(Generic[V]):
    """A remembered value: its place, its default, and how it is written and read back.

    `read` raises ValueError or TypeError for a value that cannot be; then the default holds.
    """

    key: str
    default: V
    read: Callable[[str], V]
    write: Callable[[V], str] = str


def _one_of(*words: str) -> Callable[[str], str]:
    def read(word: str) -> str:
        if word not in words:
            raise ValueError(word)
        return word

    return read


def _read_files(words: str) -> tuple[str, ...]:
    return tuple(str(each) for each in json.loads(words))


def _write_files(files: tuple[str, ...]) -> str:
    return json.dumps(files, ensure_ascii=False)


def _read_words(words: str) -> dict[str, str]:
    return {str(key): str(value) for key, value in dict(json.loads(words)).items()}


def _write_words(words: dict[str, str]) -> str:
    return json.dumps(words, ensure_ascii=False)


def _read_bytes(words: str) -> bytes:
    return bytes.fromhex(words)


LANGUAGE: Setting[str] = Setting("language", "system", _one_of("system", "zh", "en"))
THEME: Setting[str] = Setting("theme", "system", _one_of("system", "light", "dark"))
RECENT_FILES: Setting[tuple[str, ...]] = Setting("recent_files", (), _read_files, _write_files)
LAST_FOLDER: Setting[str] = Setting("last_folder", "", str)
GEOMETRY: Setting[bytes] = Setting("window/geometry", b"", _read_bytes, bytes.hex)
DOCKS: Setting[bytes] = Setting("window/docks", b"", _read_bytes, bytes.hex)
SPLITTER: Setting[bytes] = Setting("window/splitter", b"", _read_bytes, bytes.hex)
OVERVIEW_SPLITTER: Setting[bytes] = Setting("overview/splitter", b"", _read_bytes, bytes.hex)
PROPOSAL_SPLITTER: Setting[bytes] = Setting("proposal/splitter", b"", _read_bytes, bytes.hex)
CURVE_SPLITTER: Setting[bytes] = Setting("proposal/curve_splitter", b"", _read_bytes, bytes.hex)
EQUAL_SPLITTER: Setting[bytes] = Setting("proposal/equal_splitter", b"", _read_bytes, bytes.hex)
SCENARIOS_SPLITTER: Setting[bytes] = Setting("scenarios/splitter", b"", _read_bytes, bytes.hex)
RETURN_SPLITTER: Setting[bytes] = Setting("returns/splitter", b"", _read_bytes, bytes.hex)
REPLANNING: Setting[str] = Setting("proposal/replanning", "on", _one_of("on", "off"))
FORECAST_MONTHS: Setting[int] = Setting("forecast/months", 12, int)
FORECAST_RUNS: Setting[int] = Setting("forecast/runs", 1000, int)
FORECAST_SEED: Setting[int] = Setting("forecast/seed", 0, int)
FORECAST_CHART: Setting[str] = Setting("forecast/chart", "shares", _one_of("shares", "chances"))
FORECAST_SPLITTER: Setting[bytes] = Setting("forecast/splitter", b"", _read_bytes, bytes.hex)
FORECAST_WAYS_SPLITTER: Setting[bytes] = Setting("forecast/ways_splitter", b"", _read_bytes, bytes.hex)
PRINT_REPORT: Setting[str] = Setting("print/report", "compliance", str)
PRINT_FOLDER: Setting[str] = Setting("print/folder", "", str)
PRINT_GEOMETRY: Setting[bytes] = Setting("print/geometry", b"", _read_bytes, bytes.hex)
CHART: Setting[str] = Setting("overview/chart", "community_share", str)
DUTY_UNIT: Setting[str] = Setting("duty/unit", "", str)
DUTY_MONTH: Setting[str] = Setting("duty/month", "", str)
DUTY_SPLITTER: Setting[bytes] = Setting("duty/splitter", b"", _read_bytes, bytes.hex)
DUTY_DAY_WIDTH: Setting[int] = Setting("duty/day_width", 0, int)  # pixels; 0: as the window allows
IMPORT_CHOICES: Setting[dict[str, str]] = Setting("import/choices", {}, _read_words, _write_words)

DECLARED: tuple[Setting, ...] = (
    LANGUAGE,
    THEME,
    RECENT_FILES,
    LAST_FOLDER,
    GEOMETRY,
    DOCKS,
    SPLITTER,
    OVERVIEW_SPLITTER,
    PROPOSAL_SPLITTER,
    CURVE_SPLITTER,
    EQUAL_SPLITTER,
    RETURN_SPLITTER,
    SCENARIOS_SPLITTER,
    REPLANNING,
    FORECAST_MONTHS,
    FORECAST_RUNS,
    FORECAST_SEED,
    FORECAST_CHART,
    FORECAST_SPLITTER,
    FORECAST_WAYS_SPLITTER,
    PRINT_REPORT,
    PRINT_FOLDER,
    PRINT_GEOMETRY,
    CHART,
    DUTY_UNIT,
    DUTY_MONTH,
    DUTY_DAY_WIDTH,
    DUTY_SPLITTER,
    IMPORT_CHOICES,
)


class Settings(QObject):
    """The remembered values of this user; a damaged one counts as never set."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "jingli", "jingli", self
        )

    def get(self, setting: Setting[V]) -> V:
        """Return the remembered value, or the default."""
        raw = self._store.value(setting.key)
        if raw is None:
            return setting.default
        try:
            return setting.read(str(raw))
        except (ValueError, TypeError):
            return setting.default

    def set(self, setting: Setting[V], value: V) -> None:
        """Remember a value."""
        self._store.setValue(setting.key, setting.write(value))

    def recent_files(self) -> list[Path]:
        """Return the files opened last, newest first, those that are gone left out."""
        names = self.get(RECENT_FILES)
        return [path for path in map(Path, names) if path.is_file()]

    def remember_file(self, path: Path) -> None:
        """Put a file on top of the recent ones."""
        name = str(path.absolute())
        others = [each for each in self.get(RECENT_FILES) if each != name]
        self.set(RECENT_FILES, (name, *others)[:RECENT_FILES_KEPT])
        self.set(LAST_FOLDER, str(path.absolute().parent))

    def forget_files(self) -> None:
        """Empty the list of recent files."""
        self.set(RECENT_FILES, ())

    def keep(self) -> None:
        """Write to disk what was set."""
        self._store.sync()


def as_bytes(state: QByteArray) -> bytes:
    """Return a saved state of Qt as it is remembered."""
    return bytes(state.data())
