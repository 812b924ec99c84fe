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


def render_png(
    report: Report[Any], request: Request, language: Language, page: int, ppi: float = 144
) -> bytes:
    """Return one page, counted from 0, as a picture."""
    import typst

    pictures: Any = typst.compile(
        asset("templates", report.template),
        root=asset("templates"),
        font_paths=_fonts(),
        sys_inputs=_inputs(report, request, language),
        format="png",
        ppi=ppi,
    )
    every: list[bytes] = pictures if isinstance(pictures, list) else [pictures]
    return every[page]


def _inputs(report: Report[Any], request: Request, language: Language) -> dict[str, str]:
    data = {**filled(report, request, language), "landscape": report.landscape}
    return {"data": json.dumps(data, ensure_ascii=False)}


@cache
def _fonts() -> typst.Fonts:
    """Return the bundled faces and, where the machine has it, 仿宋; no other font of the machine."""
    import typst

    paths = [str(asset("fonts")), *(str(path) for path in _machine_fangsong())]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)


def _machine_fangsong() -> list[Path]:
    """Return the first 仿宋 face the machine has, at the places where systems keep fonts."""
    for folder in _font_folders():
        if folder.is_dir():
            for place, _, names in os.walk(folder):
                for name in names:
                    if name.lower() in _FANGSONG:
                        return [Path(place) / name]
    return []


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
