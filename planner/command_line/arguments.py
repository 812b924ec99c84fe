"""The verbs and their options, read into one namespace; a mistake is one sentence, never a page of usage."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from planner.command_line.values import (
    a_cell_value,
    a_day,
    a_kind,
    a_mapping,
    a_month,
    a_pattern,
    months_ahead,
    natural,
    positive,
    runs,
    seconds,
)
from planner.errors import InputError
from planner.reports.kinds import KINDS
from planner.text import Language, Text

VERBS = ("check", "plan", "explain", "forecast", "compare", "duty", "report", "import", "sample")


def parse(argv: Sequence[str], language: Language) -> argparse.Namespace:
    """Return the verb and its options; raise InputError for a mistake, SystemExit(0) after --help."""
    words = _Words(language)
    parser = _Parser(
        words, prog="jingli", description=words("警力:县级公安局警力规划", "Jingli: police staffing")
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="|".join(VERBS))
    for verb, about, add in (
        ("check", words("按日期核查是否达标", "judge the county on a date"), _check),
        ("plan", words("提出最少调整", "propose the least change"), _plan),
        ("explain", words("说明方案、缺口和放宽办法", "explain the plan, shortages and ways out"), _explain),
        ("forecast", words("逐月预测,列出何时何故不达标", "what breaks when, month by month"), _forecast),
        ("compare", words("并列比较各方案", "scenarios side by side"), _compare),
        ("duty", words("编排一个单位一个月的值班表", "plan the duty roster of a unit's month"), _duty),
        ("report", words("生成报表", "write a report"), _report),
        ("import", words("导入为 .jingli 文件", "read a spreadsheet into a .jingli document"), _import),
        ("sample", words("生成示例工作簿", "write synthetic county workbooks"), _sample),
    ):
        one = verbs.add_parser(verb, help=about, description=about)
        add(one, words)
        one.add_argument("--language", choices=("zh", "en"), help=words("输出语言", "language of the output"))
    return parser.parse_args(argv)


class _Words:
    """Picks one language for help texts."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def __call__(self, zh: str, en: str) -> str:
        return Text(zh, en).in_language(self._language)


class _Once(argparse.Action):
    """An option that may be given once: of two values neither is dropped silently."""

    def __call__(
        self, _: argparse.ArgumentParser, options: argparse.Namespace, value: object, name: str | None = None
    ) -> None:
        """Keep the value; raise InputError for a second one."""
        if getattr(options, self.dest) is not None:
            raise InputError(
                Text(
                    f"{name} 只能给一次,一次只预测一个方案。",
                    f"Give {name} once: a forecast is of one scenario.",
                )
            )
        setattr(options, self.dest, value)


class _Parser(argparse.ArgumentParser):
    """An argument parser whose mistakes are InputErrors."""

    def __init__(self, _words: _Words | None = None, **options: object) -> None:
        super().__init__(allow_abbrev=False, **options)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing the usage."""
        raise InputError(
            Text(
                f"命令行用法有误({message});用 jingli --help 查看用法。",
                f"The command line cannot be read ({message}); see jingli --help.",
            )
        )


def _reads_file(parser: argparse.ArgumentParser, words: _Words) -> None:
    parser.add_argument(
        "file", metavar="FILE", type=Path, help=words(".jingli 文件或表格", "document or spreadsheet")
    )
    parser.add_argument(
        "--map",
        metavar="FIELD=COLUMN",
        action="append",
        default=[],
        type=a_mapping,
        help=words("指定某项对应的列", "which column holds a field"),
    )
    parser.add_argument(
        "--value",
        metavar="FIELD:CELL=CODE",
        action="append",
        default=[],
        type=a_cell_value,
        help=words("指定某个单元格内容的含义", "what a cell's words mean"),
    )
    parser.add_argument(
        "--stations",
        metavar="REGEX",
        type=a_pattern,
        help=words("单位名称整体匹配者为派出所", "units whose whole name matches are stations"),
    )
    parser.add_argument(
        "--single-unit",
        action="store_true",
        help=words("花名册没有单位列:不评价占比", "a roster without a unit column: no shares"),
    )


def _judges(parser: argparse.ArgumentParser, words: _Words) -> None:
    _reads_file(parser, words)
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        type=a_day,
        default=date.today(),
        help=words("日期,默认今天", "the date, by default today"),
    )
    parser.add_argument(
        "--policy", metavar="NAME", help=words("指标口径,用 + 连接", "policy packs, joined by +")
    )


def _check(parser: argparse.ArgumentParser, words: _Words) -> None:
    _judges(parser, words)
    parser.add_argument("--json", action="store_true", help=words("输出 JSON", "print JSON"))


def _plan(parser: argparse.ArgumentParser, words: _Words) -> None:
    _check(parser, words)
    _out(
        parser,
        words(
            "写出 .xlsx、.pdf 名册,或含拟议调整的 .jingli;多个县时为 .xlsx 汇总表",
            "write .xlsx, .pdf, or .jingli with the moves; of many counties an .xlsx table",
        ),
    )
    _many(parser, words)
    _time_limit(parser, words)


def _explain(parser: argparse.ArgumentParser, words: _Words) -> None:
    _check(parser, words)
    parser.add_argument(
        "--conflict",
        action="store_true",
        help=words("列出不能同时成立的最小一组规则", "name a minimal set of rules that cannot hold together"),
    )
    parser.add_argument(
        "--officer",
        metavar="BADGE",
        action="append",
        default=[],
        help=words("此警号不动或可动的代价,可重复", "the price of one officer staying or moving; repeatable"),
    )
    _time_limit(parser, words)


def _forecast(parser: argparse.ArgumentParser, words: _Words) -> None:
    _check(parser, words)
    parser.add_argument(
        "--months",
        metavar="N",
        type=months_ahead,
        default=12,
        help=words("预测月数,1 到 60,默认 12", "months ahead, 1 to 60, by default 12"),
    )
    parser.add_argument(
        "--runs",
        metavar="R",
        type=runs,
        default=1000,
        help=words("模拟次数,1 到 10000,默认 1000", "futures drawn, 1 to 10000, by default 1000"),
    )
    parser.add_argument(
        "--scenario",
        metavar="NAME",
        action=_Once,
        help=words("按此方案预测", "of the county with this scenario"),
    )
    _seed(parser, words)
    _time_limit(parser, words)


def _compare(parser: argparse.ArgumentParser, words: _Words) -> None:
    _check(parser, words)
    parser.add_argument(
        "--scenario",
        metavar="NAME",
        action="append",
        default=[],
        help=words(
            "只比较此方案,可重复;默认全部方案", "only this scenario; repeatable; by default all of them"
        ),
    )
    out = "求出各方案的调整建议,写出供会议用的 .pdf 或 .xlsx", "with every proposal, as .pdf or .xlsx"
    _out(parser, words(*out))
    _time_limit(parser, words)


def _duty(parser: argparse.ArgumentParser, words: _Words) -> None:
    _reads_file(parser, words)
    parser.add_argument(
        "--policy", metavar="NAME", help=words("指标口径,用 + 连接", "policy packs, joined by +")
    )
    which = parser.add_mutually_exclusive_group(required=True)
    _unit(which, words)
    which.add_argument(
        "--all", action="store_true", help=words("全部派出所和监管场所", "every station and custody unit")
    )
    _of_month(parser, words, required=True)
    parser.add_argument("--json", action="store_true", help=words("输出 JSON", "print JSON"))
    _out(
        parser,
        words(
            "写出上墙的 .pdf、.xlsx 值班表,或含该值班表的 .jingli;--all 时只能是 .jingli",
            "write .pdf or .xlsx for the wall, or .jingli with the roster; with --all only .jingli",
        ),
    )
    _time_limit(parser, words)


def _out(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument("--out", metavar="FILE", type=Path, help=what)


def _unit(parser: argparse._ActionsContainer, words: _Words) -> None:
    parser.add_argument(
        "--unit", metavar="NAME", help=words("单位全称或简称", "the unit's full or short name")
    )


def _of_month(parser: argparse.ArgumentParser, words: _Words, required: bool) -> None:
    parser.add_argument(
        "--month", metavar="YYYY-MM", type=a_month, required=required, help=words("月份", "the month")
    )
    parser.add_argument(
        "--paper",
        choices=("a4", "a3"),
        default="fitting",
        help=words("值班表的纸张,默认按人数", "paper of a roster, by default as its people need"),
    )


def _many(parser: argparse.ArgumentParser, words: _Words) -> None:
    parser.add_argument(
        "more",
        metavar="FILE",
        type=Path,
        nargs="*",
        help=words("更多县的文件或文件夹,一起计算", "more counties, or folders of them, planned together"),
    )
    parser.add_argument(
        "--workers",
        metavar="N",
        type=positive,
        help=words("计算多个县的进程数,默认每核一个", "processes for many counties, by default one per core"),
    )
    parser.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help=words(
            "计算多个县的 Dask 集群,如 tcp://10.0.0.5:8786;只发送编号,不发送姓名警号",
            "a Dask cluster for many counties, such as tcp://10.0.0.5:8786; numbers are sent, never names",
        ),
    )


def _report(parser: argparse.ArgumentParser, words: _Words) -> None:
    _judges(parser, words)
    parser.add_argument(
        "--out", metavar="FILE", type=Path, required=True, help=words(".pdf 或 .xlsx", ".pdf or .xlsx")
    )
    parser.add_argument(
        "--kind",
        metavar="NAME",
        type=a_kind,
        default="compliance",
        help=words("报表种类:", "which report: ") + ", ".join(KINDS),
    )
    _unit(parser, words)
    _of_month(parser, words, required=False)
    _time_limit(parser, words)


def _import(parser: argparse.ArgumentParser, words: _Words) -> None:
    _reads_file(parser, words)
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help=".jingli")
    parser.add_argument("--json", action="store_true", help=words("输出 JSON", "print JSON"))


def _sample(parser: argparse.ArgumentParser, words: _Words) -> None:
    parser.add_argument(
        "--out",
        metavar="FILE",
        type=Path,
        required=True,
        help=words(".xlsx 文件;多个县时为文件夹", ".xlsx file, or a folder for several counties"),
    )
    parser.add_argument("--officers", metavar="N", type=positive, help=words("民警人数", "how many officers"))
    parser.add_argument(
        "--counties", metavar="K", type=positive, default=1, help=words("县的个数", "how many counties")
    )
    _seed(parser, words)


def _seed(parser: argparse.ArgumentParser, words: _Words) -> None:
    parser.add_argument("--seed", metavar="S", type=natural, default=0, help=words("随机种子", "random seed"))


def _time_limit(parser: argparse.ArgumentParser, words: _Words) -> None:
    parser.add_argument(
        "--time-limit",
        metavar="S",
        type=seconds,
        default=60.0,
        help=words("求解时限(秒),默认 60", "seconds to solve, by default 60"),
    )
