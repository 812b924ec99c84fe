"""Dragging rows out of a table: what is carried is the list of people they mean."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

from planner.text import Language, Text

PEOPLE_MIME = "application/x-jingli-people"
_PEOPLE = Text("{n} 人", "{n} people")


def people_mime(people: Sequence[int]) -> QMimeData:
    """Return ids of people as they are dragged: a JSON list."""
    mime = QMimeData()
    mime.setData(PEOPLE_MIME, QByteArray(json.dumps(list(dict.fromkeys(people))).encode()))
    return mime


def people_of(mime: QMimeData) -> list[int]:
    """Return the ids of dragged people, none for anything else."""
    if not mime.hasFormat(PEOPLE_MIME):
        return []
    return [int(id_) for id_ in json.loads(bytes(mime.data(PEOPLE_MIME).data()))]


def drag_people(source: QWidget, people: Sequence[int], language: Language) -> None:
    """Let the user drag people; a label says how many."""
    drag = QDrag(source)
    drag.setMimeData(people_mime(people))
    drag.setPixmap(_label(source, _PEOPLE.format(n=len(people)).in_language(language)))
    drag.setHotSpot(QPoint(-10, -6))
    drag.exec(Qt.DropAction.CopyAction)


def _label(widget: QWidget, words: str) -> QPixmap:
    metrics, palette = widget.fontMetrics(), widget.palette()
    picture = QPixmap(metrics.horizontalAdvance(words) + 16, metrics.height() + 8)
    picture.fill(palette.color(QPalette.ColorRole.Highlight))
    painter = QPainter(picture)
    painter.setFont(widget.font())
    painter.setPen(palette.color(QPalette.ColorRole.HighlightedText))
    painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return picture
