"""Counties to print, and what a PDF says once it is read back."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from planner.county.records import (
    AbsenceKind,
    BorrowLevel,
    MoveKind,
    MoveStatus,
    Post,
    SecondmentKind,
    SecondmentSource,
    Sex,
    UnitKind,
)
from planner.document import Document
from planner.optimise.planning import plan
from planner.optimise.proposal import Proposal
from planner.reports.catalogue import REPORTS
from planner.reports.kinds import OF_A_MONTH
from planner.samples import AS_OF, generate
from tests.planner.building import TODAY, Building
from tests.planner.samples.as_county import as_county

OF_THE_COUNTY = [kind for kind in REPORTS if kind not in OF_A_MONTH]
PRIVATE = ("病", "孕", "产假", "哺乳", "家庭", "停职", "调查", "sick", "pregnan", "matern", "famil")


@cache
def sample(seed: int = 37, officers: int | None = None) -> Document:
    return Document(as_county(generate(seed, officers)))


@cache
def proposal(seed: int = 37) -> Proposal:
    return plan(sample(seed), AS_OF)


@cache
def three_people() -> Document:
    b = Building()
    station = b.unit("城关派出所")
    b.person(station, Post.LEADER, name="王宇")
    b.people(2, station, Post.COMMUNITY)
    return Document(b.county)


@cache
def without_stations() -> Document:
    b = Building()
    b.people(5, b.unit("政工室", UnitKind.ADMINISTRATIVE))
    return Document(b.county)


@cache
def long_and_rare() -> Document:
    """A county of long unit names, with names in rare characters and names that look like formulas."""
    county = sample().county
    names = ("䶮敏", "㛃洁", "阿卜杜热合曼·买买提江", "=1+1", "+86", "@cmd")
    away = [record.person for record in county.secondments.values()]
    people = {
        **county.people,
        **{p: replace(county.people[p], name=n) for p, n in zip(away, names, strict=False)},
    }
    long = "云南滇中新区长水国际机场综合保税区"
    units = {
        id_: replace(u, name=f"{long}{u.name}" if i % 3 == 0 else u.name)
        for i, (id_, u) in enumerate(county.units.items())
    }
    return Document(replace(county, people=people, units=units))


@cache
def mixed() -> Document:
    """One each of whom papers speak of: overdue, kept, sent out, suspected, ill, returned, moved."""
    b = Building()
    city = b.unit("城关派出所", two_teams_one_office=True)
    river = b.unit("河口派出所", two_teams_one_office=True)
    office = b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.person(city, Post.LEADER, name="王宇")
    b.people(6, city, Post.COMMUNITY)
    b.people(5, river)
    b.people(10, office)
    overdue = b.person(city, Post.CASE, name="张伟")
    b.second(overdue, office, from_=date(2026, 1, 1), until=date(2026, 6, 30), kind=SecondmentKind.BORROW)
    kept = b.person(river, name="杨帆")
    b.second(
        kept,
        to_outside="州公安局",
        level=BorrowLevel.PREFECTURE,
        from_=date(2026, 11, 1),
        kept_with_approval=True,
        kept_until=date(2026, 12, 31),
        approver="局党委",
        approval="党发9号",
    )
    suspected = b.person(river, Post.COMMUNITY, name="赵敏")
    b.second(suspected, office, source=SecondmentSource.REMARKS, to_verify=True)
    sent = b.person(river, name="陈涛")
    b.second(sent, to_outside="乡村振兴工作队", kind=SecondmentKind.SENT_OUT, from_=date(2026, 5, 1))
    back = b.person(city, name="林峰")
    b.second(back, office, from_=date(2026, 2, 1), until=date(2026, 3, 1), returned_on=date(2026, 3, 2))
    for name, kind in (("孙立", AbsenceKind.LONG_SICK), ("何芳", AbsenceKind.MATERNITY)):
        b.absent(b.person(city, name=name), kind, date(2026, 8, 1))
    mover = b.person(office, Post.OFFICE, name="吴刚", sex=Sex.MALE, birth=date(1985, 3, 1))
    move = b.move(mover, MoveKind.TRANSFER, river, Post.COMMUNITY, status=MoveStatus.PROPOSED)
    reason = "河口派出所缺社区民警;因妻子怀孕需照顾家庭;比赵敏更合适"
    county = replace(
        b.county, moves={move: replace(b.county.moves[move], reason_zh=reason, reason_en="needed")}
    )
    return Document(county)


COUNTIES = {
    "sample": (sample, AS_OF),
    "three people": (three_people, TODAY),
    "no stations": (without_stations, TODAY),
    "long and rare": (long_and_rare, AS_OF),
    "mixed": (mixed, TODAY),
}


def _read(tool: str, pdf: bytes, *options: str) -> str:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    last = ("-",) if tool == "pdftotext" else ()
    done = subprocess.run((tool, *options, "-", *last), input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def pages(pdf: bytes) -> list[str]:
    """Return the words of each page as they stand on it."""
    return _read("pdftotext", pdf, "-layout").split("\f")[:-1]


def squeezed(pdf: bytes) -> str:
    """Return all words without the blanks and line ends that typesetting put between them."""
    return re.sub(r"\s+", "", _read("pdftotext", pdf))


def boxes(pdf: bytes) -> list[list[tuple[float, float, float, float]]]:
    """Return, per page, where every word stands: left, top, right, bottom in points."""
    found = []
    for page in _read("pdftotext", pdf, "-bbox").split("<page ")[1:]:
        corners = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', page)
        found.append([(float(a), float(b), float(c), float(d)) for a, b, c, d in corners])
    return found


def word_heights(pdf: bytes, word: str) -> list[float]:
    """Return how high the type of a word is, wherever it stands on the first page, in points."""
    found = re.findall(
        rf'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">{word}<',
        _read("pdftotext", pdf, "-bbox", "-l", "1"),
    )
    return [float(bottom) - float(top) for top, bottom in found]


def size(pdf: bytes) -> str:
    """Return the size of the pages as the reader names it."""
    found = re.search(r"Page size:\s*(.*)", _read("pdfinfo", pdf))
    return found[1] if found else ""
