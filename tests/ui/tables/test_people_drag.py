from __future__ import annotations

from PySide6.QtCore import QMimeData

from ui.tables.people_drag import people_mime, people_of


def test_dragged_people_arrive_once_each_in_order() -> None:
    assert people_of(people_mime([7, 3, 7])) == [7, 3]


def test_anything_else_that_is_dragged_means_nobody() -> None:
    mime = QMimeData()
    mime.setText("7")
    assert people_of(mime) == []
