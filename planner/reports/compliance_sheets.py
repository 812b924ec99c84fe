"""The sheets of the compliance papers, and the words of the one page."""

from __future__ import annotations

from planner.policy.settings import RULES
from planner.reports.compliance import Compliance
from planner.reports.difference import DifferenceRow
from planner.reports.findings_list import FINDINGS_SHEET
from planner.reports.paper import Align, Amount, Cell, Column, Ratio, Sheet
from planner.reports.stations import StationRow
from planner.reports.targets import TargetRow
from planner.text import Text

_R, _C = Align.RIGHT, Align.CENTRE

TARGETS_SHEET: Sheet[Compliance, TargetRow] = Sheet(
    "targets",
    Text("指标", "Targets"),
    lambda body: body.targets,
    (
        Column("title", Text("指标", "Target"), lambda r: r.title, 46),
        Column("required", Text("要求", "Required"), lambda r: r.required, 18, _C),
        Column("books", Text("在编", "On the books"), lambda r: r.books, 32, _R),
        Column("present", Text("在岗", "Present"), lambda r: r.present, 32, _R),
        Column("after", Text("已批准调整后", "After approved moves"), lambda r: r.after, 32, _R),
        Column("shortfall", Text("缺口(人)", "Short"), lambda r: r.shortfall, 12, _R),
        Column("verdict", Text("结论", "Verdict"), lambda r: r.verdict_words, 23, _C),
        Column("books_share", Text("在编占比", "Books share"), lambda r: r.books_share, 18, _R, False),
        Column("present_share", Text("在岗占比", "Present share"), lambda r: r.present_share, 18, _R, False),
    ),
)
_DIFFERENCE = Text("在编与在岗相差人员", "Who makes the difference")
_DIFFERENCE_COLUMNS: tuple[Column[DifferenceRow], ...] = (
    Column("name", Text("姓名", "Name"), lambda r: r.name, 18),
    Column("badge", Text("警号", "Badge"), lambda r: r.badge, 18),
    Column("home", Text("编制单位", "Home unit"), lambda r: r.home, 36),
    Column("where", Text("实际工作单位", "Works at"), lambda r: r.where, 44),
    Column("why", Text("情况", "State"), lambda r: r.state, 24),
    Column("change", Text("对派出所在岗人数的影响", "Effect on stations"), lambda r: r.change, 20, _R),
)
DIFFERENCE_SHEET: Sheet[Compliance, DifferenceRow] = Sheet(
    "difference", _DIFFERENCE, lambda body: body.difference, _DIFFERENCE_COLUMNS
)
VERIFIED_SHEET: Sheet[Compliance, DifferenceRow] = Sheet(
    "difference", _DIFFERENCE, lambda body: body.verified, _DIFFERENCE_COLUMNS
)


def station_total(body: Compliance) -> dict[str, Cell]:
    """Return the sums of all stations."""
    rows = body.stations
    books, here = ([r.community_books for r in rows], [r.community for r in rows])
    known = [r.authorised for r in rows]
    return {
        "name": Text("合计", "All stations"),
        "authorised": sum(n for n in known if n is not None) if all(n is not None for n in known) else None,
        "books": sum(r.books for r in rows),
        "present": sum(r.present for r in rows),
        "effective": Amount(sum(r.effective.hundredths for r in rows if isinstance(r.effective, Amount))),
        "gap": sum(r.gap for r in rows),
        "minimum_short": sum(r.minimum_short for r in rows),
        "community_books": Ratio(sum(r.part for r in books), sum(r.whole for r in books)),
        "community": Ratio(sum(r.part for r in here), sum(r.whole for r in here)),
        "community_effective": Ratio(
            sum(r.community_effective.part for r in rows),
            sum(r.community_effective.whole for r in rows),
            100,
        ),
        "community_short": sum(r.community_short for r in rows),
    }


STATIONS_SHEET: Sheet[Compliance, StationRow] = Sheet(
    "stations",
    Text("各派出所", "Stations"),
    lambda body: body.stations,
    (
        Column("number", Text("序号", "No."), lambda r: r.number, 9, _C),
        Column("name", Text("派出所", "Station"), lambda r: r.name, 34),
        Column("authorised", Text("编制数", "Posts"), lambda r: r.authorised, 13, _R),
        Column("books", Text("在编", "Books"), lambda r: r.books, 12, _R),
        Column("present", Text("在岗", "Present"), lambda r: r.present, 13, _R),
        Column("effective", Text("折算", "Effective"), lambda r: r.effective, 14, _R),
        Column("gap", Text("在岗减在编", "Gap"), lambda r: r.gap, 13, _R),
        Column("minimum", Text("最低警力", "Minimum"), lambda r: r.minimum, 14, _R),
        Column("minimum_short", Text("差(人)", "Short"), lambda r: r.minimum_short, 11, _R),
        Column(
            "community_books", Text("社区民警在编", "Community, books"), lambda r: r.community_books, 25, _R
        ),
        Column("community", Text("社区民警在岗", "Community, present"), lambda r: r.community, 25, _R),
        Column(
            "community_effective",
            Text("社区民警折算", "Community, effective"),
            lambda r: r.community_effective,
            25,
            _R,
        ),
        Column("community_short", Text("差(人)", "Short"), lambda r: r.community_short, 11, _R),
        Column("remark", Text("结论", "Verdict"), lambda r: r.remark, 22, _C),
    ),
    total=station_total,
)
ONE_PAGE_SHEETS = (TARGETS_SHEET, STATIONS_SHEET, VERIFIED_SHEET)
FULL_SHEETS = (TARGETS_SHEET, STATIONS_SHEET, DIFFERENCE_SHEET, FINDINGS_SHEET)
COMPLIANCE_LABELS = {
    "books": Text("在编", "Books"),
    "present": Text("在岗", "Present"),
    "share": RULES["station_share"],
    "stations": Text("各派出所:在岗人数与社区民警占比", "Stations: officers present and community share"),
    "line": Text("竖线为要求", "the line marks the target"),
    "margins": Text("余量", "Margins"),
    "names": Text("在编与在岗的差别", "Between the ledgers"),
    "more": Text("另有 {n} 人,见“达标情况(全)”", "{n} more: see Compliance in full"),
    "counted": Text("(分母均为全局在编民警)", "(both of all sworn officers on the books)"),
}
