"""`plan FOLDER|FILE…`: many counties in one run, as JSON, as an Excel table or as one line each."""

from __future__ import annotations

import json
import os
import sys
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
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
from planner.replacing import replace_file
from planner.reports.counties_table import counties_table
from planner.text import Language, Text, same

_SUFFIXES = (".xlsx", ".xls", ".csv", ".jingli")
_NO_FILES = Text(
    "文件夹“{folder}”里没有 .xlsx、.xls、.csv 或 .jingli 文件,请检查路径。",
    "The folder “{folder}” has no .xlsx, .xls, .csv or .jingli file; check the path.",
)
_DONE = Text("[{n}/{all}] {county}:{said}", "[{n}/{all}] {county}: {said}")
_LEFT = Text(",已停止,{n} 个未开始或未完成", ", stopped with {n} not reached")
_TOTAL = Text(
    "{all} 个县,已证明最优 {proven} 个,未能计算 {failed} 个{left};"
    "单位间交流共 {transfers} 人、岗位调整共 {changes} 人,用时 {seconds} 秒。",
    "{all} counties, {proven} proven optimal, {failed} not planned{left}; transfers {transfers} in all,"
    " post changes {changes}; {seconds} s.",
)


def files_of(given: Sequence[Path]) -> list[Path]:
    """Return the files, and those in the folders, each once; raise InputError for an empty folder."""
    files: dict[Path, None] = {}
    for path in given:
        found = sorted(file for file in path.iterdir() if _is_county(file)) if path.is_dir() else [path]
        if not found:
            raise InputError(_NO_FILES.format(folder=path))
        files.update(dict.fromkeys(found))
    return list(files)


def plan_counties_of(files: Sequence[Path], options: Namespace, language: Language, stop: Stop) -> int:
    """Plan every county and return the exit code: 2 only where no file could be used."""
    begun = time.perf_counter()
    answers = []
    with _pool(options) as pool:
        limits = Limits(options.time_limit)
        for one in plan_counties(files, _reader(options), options.as_of, pool, limits, stop):
            answers.append(one)
            line = _DONE.format(n=len(answers), all=len(files), county=_county(one), said=_said(one))
            print(line.in_language(language), file=sys.stderr, flush=True)
    answers.sort(key=lambda one: files.index(one.file))
    seconds = time.perf_counter() - begun
    if options.out is not None:
        replace_file(options.out, counties_table(answers, options.language or "zh"))
    if options.json:
        print(json.dumps(_json(answers, len(files), seconds), ensure_ascii=False, indent=1))
    else:
        print(_total(answers, len(files), seconds).in_language(language))
    return _exit_code(answers, len(files))


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
    names = Counter(one.file.name for one in answers)
    finished = len(answers) == files
    proven = finished and len(proposals) == files and all(p.proven for p in proposals)
    return {
        "status": "optimal" if proven else "partial" if finished else "stopped",
        "proven": proven,
        "seconds": round(seconds, 3),
        "files": files,
        "counties": [_county_json(one, names[one.file.name] > 1) for one in answers],
    }


def _county_json(one: CountyAnswer, with_folder: bool) -> Json:
    file = str(one.file) if with_folder else one.file.name
    if one.proposal is None:
        return {"file": file, "error": _said(one).as_json()}
    return {"file": file, "county": _county(one), **plan_json(one.proposal)}


def _total(answers: list[CountyAnswer], files: int, seconds: float) -> Text:
    proposals = [one.proposal for one in answers if one.proposal is not None]
    return _TOTAL.format(
        all=files,
        proven=sum(p.proven for p in proposals),
        failed=len(answers) - len(proposals),
        left=_LEFT.format(n=files - len(answers)) if files > len(answers) else same(""),
        transfers=_sum(proposals, "transfers"),
        changes=_sum(proposals, "post_changes"),
        seconds=f"{seconds:.1f}",
    )


def _sum(proposals: list[Proposal], level: str) -> int:
    return sum(p.level(level) or 0 for p in proposals)


def _exit_code(answers: list[CountyAnswer], files: int) -> int:
    """Return 0 where every county complies after its plan, 1 where one does not or was not reached.

    Return 2 where no file could be used.
    """
    proposals = [one.proposal for one in answers if one.proposal is not None]
    if len(answers) == files and not proposals:
        return 2
    return 0 if len(proposals) == files and all(p.complies for p in proposals) else 1
