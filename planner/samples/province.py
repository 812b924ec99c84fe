"""Many counties at once: a prefecture's or the whole province's worth of workbooks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

from planner.errors import InputError
from planner.samples.apportioning import apportion
from planner.samples.generate import AS_OF, FEWEST, MOST, generate
from planner.samples.places import Place, places
from planner.samples.records import SampleCounty, Trap
from planner.samples.workbook.style import OFFICIAL, Style
from planner.samples.workbook.writing import write_workbook
from planner.text import Text

_LIKELIHOOD = {Trap.PAPER_COMPLIANT: 0.25, Trap.STATION_OF_THREE: 0.5}


def generate_province(
    seed: int | str,
    counties: int = 129,
    officers: int | None = None,
    *,
    auxiliaries: int = 80,
    as_of: date = AS_OF,
) -> Iterator[SampleCounty]:
    """Yield different counties of Yunnan in the order of their codes, each with some of the traps.

    With `officers` that many serve in all of them together, else as many as the populations say:
    about 30,000 in 129. Raises InputError before the first if it cannot be done.
    """
    chosen = _chosen(counties, Random(f"province {seed}"))
    for place, number in zip(chosen, _shares(chosen, officers), strict=True):
        own = f"{seed} {place.code}"
        yield generate(
            own, number, place.code, auxiliaries=auxiliaries, traps=_some_traps(Random(own)), as_of=as_of
        )


def write_province(
    seed: int | str,
    folder: Path,
    counties: int = 129,
    officers: int | None = None,
    style: Style = OFFICIAL,
) -> Iterator[Path]:
    """Write one workbook per county into a folder, made if need be; yield each path once it is written."""
    for sample in generate_province(seed, counties, officers):
        _make(folder)
        path = folder / f"{sample.code}{sample.county}.xlsx"
        write_workbook(sample, path, style)
        yield path


def write_sample(out: Path, officers: int | None = None, counties: int = 1, seed: int = 0) -> Path:
    """Write one county as the workbook `out`, or several into the folder `out`; return `out`.

    Raises InputError for numbers that make no county, and for a place that cannot be written.
    """
    if counties > 1:
        for _ in write_province(seed, out, counties, officers):
            pass
        return out
    if out.suffix.lower() != ".xlsx":
        raise InputError(
            Text(
                f"示例工作簿“{out.name}”的扩展名须为 .xlsx。",
                f"The sample workbook “{out.name}” must end in .xlsx.",
            )
        )
    write_workbook(generate(seed, officers), out)
    return out


def _chosen(counties: int, random: Random) -> list[Place]:
    known = places()
    if not 1 <= counties <= len(known):
        raise InputError(
            Text(
                f"云南有 {len(known)} 个县(市、区),不能生成 {counties} 个。",
                f"Yunnan has {len(known)} counties, not {counties}; ask for fewer.",
            )
        )
    return [known[index] for index in sorted(random.sample(range(len(known)), counties))]


def _shares(chosen: list[Place], officers: int | None) -> list[int]:
    if officers is None:
        return [place.officers for place in chosen]
    if not FEWEST * len(chosen) <= officers <= MOST * len(chosen) // 10:
        raise InputError(
            Text(
                f"{len(chosen)} 个县的民警总数须在 {FEWEST * len(chosen)} 至 {MOST * len(chosen) // 10} 之间,"
                f"现为 {officers}。",
                f"{len(chosen)} counties have {FEWEST * len(chosen)} to {MOST * len(chosen) // 10} officers "
                f"together, not {officers}; choose a number between.",
            )
        )
    return apportion(officers, [place.officers for place in chosen], least=FEWEST)


def _some_traps(random: Random) -> frozenset[Trap]:
    return frozenset(trap for trap in Trap if random.random() < _LIKELIHOOD.get(trap, 0.7))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise InputError(
            Text(
                f"无法建立文件夹“{folder}”,请另选位置。",
                f"The folder “{folder}” cannot be made; choose another place.",
            )
        ) from problem
