"""The bureau's own name, in titles, file names and in front of its units."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from planner.text import compact

_BUREAU = re.compile(
    r"[^\d\s年月日:：()（）“”_\-]*?公安局(?:[^\s人民全花名单统一情在编内政机现岗]{1,6}分局)?"
)
_FURTHER = re.compile(
    r"[^\d\s年月日:：()（）“”_\-]{2,14}?[县区市旗]公安局"
)  # 临沧市公安局, then 永德县公安局
_IN_NAME = re.compile(r"(.{2,20}?公安局(?:.{1,6}分局)?)(?!.{1,6}分局\Z)(.+)")  # a unit of it, no branch
_PROVINCE = r"(?:中共)?(?:.{2,6}?(?:省|自治区))?"
_PREFECTURE = r"(?:自治州|州|市|盟|地区)"
_SUPERIOR = re.compile(  # 中共, the province and the prefecture, or its bureau, before a county's bureau
    rf"{_PROVINCE}(?:.{{2,14}}?公安局(?=.+公安局)|.{{2,14}}?{_PREFECTURE}(?=.{{1,12}}[县区市旗]公安局))?"
)
_ABOVE = re.compile(rf"{_PROVINCE}(?:.{{1,14}}{_PREFECTURE}(?:公安局)?)?")
_COMMON = 4  # a bureau that fewer than one in so many units name is a guest's


def bureau_in_titles(lines: Iterable[str]) -> str:
    """Return the bureau named in the lines above a header, empty where none is."""
    for line in lines:
        words = compact(line)
        if match := _BUREAU.search(words):
            further = _FURTHER.match(words, match.end())
            return _own(match[0] + (further[0] if further else ""))
    return ""


def bureau_in_units(names: Sequence[str]) -> str:
    """Return the bureau that a good part of the unit names begin with, empty where none do."""
    found, named = _counted(names)
    bureau, times = found.most_common(1)[0] if found else ("", 0)
    return bureau if times * _COMMON >= named else ""


def agreed(title: str, names: Sequence[str]) -> tuple[str, str]:
    """Return the bureau's name by a title and its units, and another that most units are written with."""
    found, named = _counted(names)
    for bureau, times in found.most_common():
        if title.endswith(bureau):
            return bureau, ""
        if 2 * times > named:
            return title, bureau
    return title, ""


def _counted(names: Sequence[str]) -> tuple[Counter[str], int]:
    named = {compact(name) for name in names if name}
    return Counter(_own(m[1]) for name in sorted(named) if (m := _IN_NAME.match(name))), len(named)


def bureau_in_file_name(file_name: str) -> str:
    """Return the bureau in a file's name, else the name without its ending."""
    stem = file_name.rsplit(".", 1)[0] if "." in file_name else file_name
    return bureau_in_titles([stem]) or stem


def names_bureau(words: str) -> bool:
    """Return whether a unit's name begins with a bureau's."""
    return _IN_NAME.match(compact(words)) is not None


def without_superior(words: str, bureau: str) -> str:
    """Return a spelling without what stands above the bureau: 临沧市永德县公安局 is 永德县公安局."""
    place = words.find(bureau) if bureau else -1
    return words[place:] if place > 0 and _ABOVE.fullmatch(words[:place]) else words


def prefixes(bureau: str) -> tuple[str, ...]:
    """Return the ways in which a unit's name begins with its bureau's, the longest first."""
    place, _, branch = bureau.partition("公安局")
    found = [bureau, "本局", "我局"]
    if place and "公安局" in bureau:
        found += [f"{place[:-1]}公安局{branch}", f"{place[-1]}公安局{branch}"]
        if branch:
            own = branch.removesuffix("分局")
            found += [branch, f"{own}区公安分局", f"{own}公安分局", f"{own}区分局", "分局"]
        else:
            found += [f"{place}局", f"{place[-1]}局"]
    return tuple(sorted({compact(f) for f in found if f}, key=len, reverse=True))


def _own(bureau: str) -> str:
    return _SUPERIOR.sub("", bureau, count=1) if "公安局" in bureau else bureau
