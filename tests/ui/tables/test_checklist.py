from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ui.tables.checklist import Checklist


@pytest.fixture
def checklist(qtbot: QtBot) -> Checklist:
    values = Checklist([("a", "甲所"), ("b", "乙所"), ("c", "丙队")], None)
    QAbstractItemModelTester(values, QAbstractItemModelTester.FailureReportingMode.Fatal, values)
    return values


def test_all_ticked_is_no_restriction(checklist: Checklist) -> None:
    assert checklist.ticked is None


def test_what_is_not_listed_is_not_chosen(checklist: Checklist) -> None:
    checklist.narrow("所")
    assert checklist.ticked == {"a", "b"}
    checklist.tick_all(False)
    assert checklist.ticked == frozenset()
    checklist.narrow("")
    assert checklist.ticked == {"c"}


def test_a_value_is_unticked(checklist: Checklist) -> None:
    checklist.setData(checklist.index(0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert checklist.ticked == {"b", "c"}
    assert not checklist.all_listed_ticked
