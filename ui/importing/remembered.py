"""The answers given at import, remembered by the headings of the roster they were given for."""

from __future__ import annotations

import json
from dataclasses import replace

from planner.files.choices import ImportChoices
from planner.store.codec import decode, encode
from ui.importing.reading import Remembered
from ui.settings import IMPORT_CHOICES, Settings

_LAYOUTS_KEPT = 20


def remembered(settings: Settings) -> Remembered:
    """Return the answers by headings; what cannot be read any more counts as never given."""
    known: dict[str, ImportChoices] = {}
    for headings, raw in settings.get(IMPORT_CHOICES).items():
        try:
            known[headings] = decode(ImportChoices, json.loads(raw))
        except (ValueError, TypeError, KeyError, AttributeError):
            continue
    return known


def remember(settings: Settings, headings: str, choices: ImportChoices) -> None:
    """Remember what holds for any roster with these headings; who is drawn off is told by each file anew."""
    known = settings.get(IMPORT_CHOICES)
    kept = {key: raw for key, raw in known.items() if key != headings}
    kept[headings] = json.dumps(encode(replace(choices, remarks={})), ensure_ascii=False)
    settings.set(IMPORT_CHOICES, dict(list(kept.items())[-_LAYOUTS_KEPT:]))
