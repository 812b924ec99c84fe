"""What holds in every window test: settings of its own, and no garbage collection inside the event loop."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from tests.conftest import point_user_folders_at


@pytest.fixture(autouse=True)
def _no_collection_inside_the_event_loop() -> Iterator[None]:
    # A collection that starts inside the event loop may free Qt objects still in use, and crash.
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def user_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty user folder of its own, for QSettings and platformdirs alike."""
    folder = tmp_path_factory.mktemp("user")
    point_user_folders_at(folder, monkeypatch)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for form in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(folder / "config"))
    return folder
