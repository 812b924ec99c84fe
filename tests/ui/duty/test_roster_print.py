"""From the Duty page to the roster for the wall."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from planner.reports.paper import UnitMonth
from tests.planner.reports.papers import squeezed
from tests.ui.duty.test_duty_page import NOVEMBER, Duty
from ui.printing.print_preview import PrintPreview


@pytest.fixture
def duty(qtbot: QtBot) -> Duty:
    return Duty(qtbot)


def test_the_month_in_view_is_shown_as_it_will_be_printed(duty: Duty) -> None:
    duty.page.print_button.click()
    preview = duty.scene.window.findChild(PrintPreview)
    assert preview is not None
    assert (preview.kind, preview.roster.about) == ("duty", UnitMonth(duty.unit, NOVEMBER))
    duty.scene.qtbot.waitUntil(lambda: preview.is_ready, timeout=20_000)
    shown = preview.view.pages
    assert shown is not None
    assert "城关派出所2026年11月值班表" in squeezed(shown.pdf)
    preview.close()


def test_a_month_without_a_roster_is_not_printed(duty: Duty) -> None:
    duty.page.place.go_to_month(date(2026, 12, 1))
    assert not duty.page.print_button.isEnabled()
