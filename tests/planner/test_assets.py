"""The shipped files are found, and are whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from planner.assets import asset

FACES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf", "NotoSerifSC-Regular.ttf")
RARE_IN_NAMES = "䶮㛃䲜㑇㙍㵘㸒㼆㺹㻬䴙鿍鿎鿏𠅤𣲗𫖯𬴃𬤇𬱟𪣻"


def test_an_asset_lies_beside_the_packages() -> None:
    assert asset("fonts", FACES[0]) == Path(__file__).parents[2] / "assets" / "fonts" / FACES[0]


@pytest.mark.parametrize("face", FACES)
def test_each_face_shows_the_rare_characters_of_names(face: str) -> None:
    with TTFont(asset("fonts", face), lazy=True) as font:
        shown = font.getBestCmap()
    assert [c for c in RARE_IN_NAMES if ord(c) not in shown] == []


@pytest.mark.parametrize("family", ["NotoSansSC", "NotoSerifSC"])
def test_each_family_travels_with_its_licence(family: str) -> None:
    assert "SIL OPEN FONT LICENSE" in asset("fonts", f"{family}-OFL.txt").read_text(encoding="utf-8")
