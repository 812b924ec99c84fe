"""Typesetting: a filled report through its Typst template, with the bundled fonts only."""

from __future__ import annotations

import json
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.assets import asset
from planner.reports.filled import filled
from planner.reports.paper import Report, Request
from planner.text import Language

if TYPE_CHECKING:
    import typst

_FANGSONG = ("simfang.ttf", "fangsong.ttf", "fangsong_gb2312.ttf", "stfangsong.ttf", "方正仿宋_gbk.ttf")
_RAREST = (
    "simsunb.ttf",
    "simsunextg.ttf",
    "hanamina.ttf",
    "hanaminb.ttf",
)  # names in characters no other face has


def render_pdf(report: Report[Any], request: Request, language: Language) -> bytes:
    """Return the report as a PDF; the same input gives the same bytes on the same machine."""
    import typst

    pdf = typst.compile(
        asset("templates", report.template),
        root=asset("templates"),
        font_paths=_fonts(),
        sys_inputs=_inputs(report, request, language),
        format="pdf",
        timestamp=0,
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typst gave no single PDF")
    return pdf


def _inputs(report: Report[Any], request: Request, language: Language) -> dict[str, str]:
    data = {**filled(report, request, language), "landscape": report.landscape}
    return {"data": json.dumps(data, ensure_ascii=False)}


@cache
def _fonts() -> typst.Fonts:
    """Return the bundled faces and, where the machine has them, 仿宋 and a face of the rarest characters."""
    import typst

    paths = [str(asset("fonts")), *(str(path) for path in _machine_faces())]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)


def _machine_faces() -> list[Path]:
    """Return the first 仿宋 face and the faces of rarest characters among the system's fonts."""
    found: dict[str, Path] = {}
    for folder in _font_folders():
        for place, _, names in os.walk(folder):
            found.update({name.lower(): Path(place) / name for name in names if name.lower() not in found})
    fangsong = [found[name] for name in _FANGSONG if name in found]
    return [*fangsong[:1], *(found[name] for name in _RAREST if name in found)]


def _font_folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home))
        return [
            Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
            Path(local) / "Microsoft" / "Windows" / "Fonts",
        ]
    if sys.platform == "darwin":
        return [home / "Library" / "Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    return [
        home / ".local/share/fonts",
        home / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    ]
