"""One bureau under a longer name in the title, a shorter one in the cells, or none at all."""

from __future__ import annotations

import pytest

from planner.files.bureaus import bureau_in_file_name, bureau_in_titles, bureau_in_units
from planner.files.issues import IssueKind
from tests.planner.files.books import home, imported, kinds

HEADER = ("姓名", "警号", "单位")


@pytest.mark.parametrize(
    ("line", "bureau"),
    [
        ("耿马县公安局人员花名册", "耿马县公安局"),
        ("2026年耿马县公安局民警花名册", "耿马县公安局"),
        ("昆明市公安局五华分局人员花名册", "昆明市公安局五华分局"),
        ("制表单位：耿马县公安局政工室", "耿马县公安局"),
        ("人员花名册", ""),
        ("临沧市永德县公安局民警基本情况一览表", "永德县公安局"),
        ("云南省临沧市永德县公安局花名册", "永德县公安局"),
        ("中共永德县公安局委员会花名册", "永德县公安局"),
        ("临沧市公安局永德县公安局花名册", "永德县公安局"),
        ("文山壮族苗族自治州文山市公安局花名册", "文山市公安局"),
        ("云南省曲靖市公安局麒麟分局花名册", "曲靖市公安局麒麟分局"),
        ("曲靖市公安局花名册", "曲靖市公安局"),
    ],
)
def test_the_bureau_is_read_off_a_title(line: str, bureau: str) -> None:
    assert bureau_in_titles([line]) == bureau


def test_without_a_title_the_bureau_is_in_the_units_or_the_files_name() -> None:
    assert bureau_in_units(["某县公安局城关派出所", "某县公安局刑侦大队", "治安大队"]) == "某县公安局"
    assert bureau_in_units(["曲靖市公安局麒麟分局", "曲靖市公安局", "治安大队"]) == ""
    assert bureau_in_units(["曲靖市公安局麒麟分局刑侦大队"]) == "曲靖市公安局麒麟分局"
    assert bureau_in_file_name("耿马县公安局花名册.xlsx") == "耿马县公安局"
    assert bureau_in_file_name("roster.2026.csv") == "roster.2026"


def test_a_bureau_that_few_units_name_is_a_guests() -> None:
    units = [f"{n}派出所" for n in ("城关", "勐捧", "凤尾", "南伞", "忙丙")]
    assert bureau_in_units([*units, "临沧市公安局经侦支队"]) == ""


@pytest.mark.parametrize(
    "title",
    [
        "临沧市永德县公安局民警基本情况一览表",
        "云南省临沧市永德县公安局花名册",
        "中共永德县公安局委员会花名册",
        "临沧市公安局永德县公安局花名册",
        "关于永德县公安局民警的花名册",
        "临沧市公安局花名册",
        "民警花名册",
    ],
)
@pytest.mark.parametrize("written", ["永德县公安局", "临沧市永德县公安局", "云南省临沧市永德县公安局"])
def test_units_with_and_without_the_bureaus_name_are_one_whatever_the_title_says(
    title: str, written: str
) -> None:
    found = imported(
        (title, "", ""),
        HEADER,
        ("甲一", "001", f"{written}城关派出所"),
        ("乙二", "002", "城关派出所"),
        ("丙三", "003", f"{written}刑侦大队"),
        ("丁四", "004", "永德县公安局凤尾派出所"),
    )
    assert [u.name for u in found.document.county.units.values()] == ["城关派出所", "刑侦大队", "凤尾派出所"]
    assert not found.issues


@pytest.mark.parametrize(
    "title",
    ["临沧市永德县公安局民警基本情况一览表", "云南省永德县公安局花名册", "中共永德县公安局委员会花名册"],
)
def test_the_county_bears_the_bureaus_name_as_its_units_do(title: str) -> None:
    found = imported((title, "", ""), HEADER, ("甲一", "001", "永德县公安局城关派出所"))
    assert found.document.county.name == "永德县公安局"


def test_units_of_another_bureau_stay_apart_and_are_listed() -> None:
    found = imported(
        ("临沧市永德县公安局花名册", "", ""),
        HEADER,
        ("甲一", "001", "永德县公安局城关派出所"),
        ("乙二", "002", "城关派出所"),
        ("丙三", "003", "曲靖市公安局麒麟分局城关派出所"),
        ("丁四", "004", "临沧市公安局"),
    )
    assert home(found, "丙三") == "曲靖市公安局麒麟分局城关派出所"
    assert home(found, "丁四") == "临沧市公安局"
    assert kinds(found) == [IssueKind.UNIT_KIND, IssueKind.UNIT_KIND]
