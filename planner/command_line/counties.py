"""`plan FOLDER`: every county of a folder in one run, as JSON or as one line each."""

from __future__ import annotations

import json
import os
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from planner.command_line.contract import Json, plan_json
from planner.command_line.reading import read
from planner.document import Document
from planner.errors import InputError
from planner.optimise.answer import answer
from planner.optimise.cluster import cluster
from planner.optimise.proposal import Proposal
from planner.optimise.province import CountyAnswer, Pool, plan_counties, processes
from planner.optimise.running import Limits, Stop
from planner.text import Language, Text

_SUFFIXES = (".xlsx", ".xls", ".csv", ".jingli")
_NO_FILES = Text(
    "文件夹“{folder}”里没有 .xlsx、.xls、.csv 或 .jingli 文件,请检查路径。",
    "The folder “{folder}” has no .xlsx, .xls, .csv or .jingli file; check the path.",
)
_NO_OUT = Text(
    "多个县一起计算时不写 --out 文件:请用 --json 输出,或逐县加 --out。",
    "A folder of counties is printed, not written: use --json, or --out with one county at a time.",
)
_DONE = Text("[{n}/{all}] {county}:{said}", "[{n}/{all}] {county}: {said}")
_TOTAL = Text(
    "{all} 个县,已证明最优 {proven} 个,未能计算 {failed} 个;"
    "单位间交流共 {transfers} 人、岗位调整共 {changes} 人,用时 {seconds} 秒。",
    "{all} counties, {proven} proven optimal, {failed} not planned; transfers {transfers} in all,"
    " post changes {changes}; {seconds} s.",
)


def plan_folder(options: Namespace, language: Language, stop: Stop) -> int:
    """Plan every county of the folder and return the exit code: 2 only where no file could be used."""
    if options.out is not None:
        raise InputError(_NO_OUT)
    files = sorted(path for path in options.file.iterdir() if _is_county(path))
    if not files:
        raise InputError(_NO_FILES.format(folder=options.file))
    begun = time.perf_counter()
    answers = []
    with _pool(options) as pool:
        limits = Limits(options.time_limit)
        for one in plan_counties(files, _reader(options), options.as_of, pool, limits, stop):
            answers.append(one)
            line = _DONE.format(n=len(answers), all=len(files), county=_county(one), said=_said(one))
            print(line.in_language(language), file=sys.stderr, flush=True)
    answers.sort(key=lambda one: one.file)
    seconds = time.perf_counter() - begun
    if options.json:
        print(json.dumps(_json(answers, len(files), seconds), ensure_ascii=False, indent=1))
    else:
        print(_total(answers, len(files), seconds).in_language(language))
    return _exit_code(answers)


def _is_county(path: Path) -> bool:
    return path.suffix.lower() in _SUFFIXES and path.name[0] not in "~."  # an open file's lock is no county


@contextmanager
def _pool(options: Namespace) -> Iterator[Pool]:
    if options.cluster:
        with cluster(options.cluster) as pool:
            yield pool
    else:
        yield processes(options.workers or os.cpu_count() or 1)


def _reader(options: Namespace) -> Callable[[Path], Document]:
    def document(file: Path) -> Document:
        return read(Namespace(**{**vars(options), "file": file}))[0]

    return document


def _county(one: CountyAnswer) -> str:
    name = one.proposal.before.state.county.name if one.proposal is not None else ""
    return name or one.file.stem


def _said(one: CountyAnswer) -> Text:
    if one.proposal is not None:
        return answer(one.proposal)
    assert one.fault is not None
    return one.fault


def _json(answers: list[CountyAnswer], files: int, seconds: float) -> Json:
    proposals = [one.proposal for one in answers if one.proposal is not None]
    finished = len(answers) == files
    proven = finished and len(proposals) == files and all(p.proven for p in proposals)
    return {
        "status": "optimal" if proven else "feasible" if finished else "stopped",
        "proven": proven,
        "seconds": round(seconds, 3),
        "files": files,
        "counties": [_county_json(one) for one in answers],
    }


def _county_json(one: CountyAnswer) -> Json:
    if one.proposal is None:
        return {"file": one.file.name, "error": _said(one).as_json()}
    return {"file": one.file.name, "county": _county(one), **plan_json(one.proposal)}


def _total(answers: list[CountyAnswer], files: int, seconds: float) -> Text:
    proposals = [one.proposal for one in answers if one.proposal is not None]
    return _TOTAL.format(
        all=files,
        proven=sum(p.proven for p in proposals),
        failed=files - len(proposals),
        transfers=_sum(proposals, "transfers"),
        changes=_sum(proposals, "post_changes"),
        seconds=f"{seconds:.1f}",
    )


def _sum(proposals: list[Proposal], level: str) -> int:
    return sum(p.level(level) or 0 for p in proposals)


def _exit_code(answers: list[CountyAnswer]) -> int:
    """Return 0 where every county complies after its plan, 1 where one does not, 2 where none was planned."""
    proposals = [one.proposal for one in answers if one.proposal is not None]
    if answers and not proposals:
        return 2
    return 0 if len(proposals) == len(answers) and all(p.after.complies for p in proposals) else 1
