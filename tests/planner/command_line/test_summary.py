"""What a person reads on the terminal."""

from __future__ import annotations

from planner.command_line.summary import check_summary
from planner.county.records import Post
from tests.planner.building import Building


def _line(b: Building, beginning: str) -> str:
    [line] = [line for line in check_summary(b.audit(), "en") if line.startswith(beginning)]
    return line


def test_a_figure_stands_beside_its_books_with_what_is_missing() -> None:
    b = Building()
    station = b.unit("城关派出所")
    b.people(6, station, Post.COMMUNITY)
    b.people(9, b.unit("政工室", two_teams_one_office=None, counts_as_station=False))
    b.second(next(iter(b.county.people)), None, to_outside="县委")
    expected = "Station share: books 6/15 (40.0%) · present 5/15 (33.3%); required 40%; 1 short"
    assert _line(b, "Station share") == expected


def test_a_share_of_nobody_is_not_called_met() -> None:
    b = Building()
    b.unit("城关派出所")
    assert _line(b, "Station share").endswith("nobody to count, not judged")
