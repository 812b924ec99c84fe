"""The Duty page on an empty November of a station."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.duty.scenes import Duty


@pytest.fixture
def duty(qtbot: QtBot) -> Duty:
    """Return the page of a new window."""
    return Duty(qtbot)
