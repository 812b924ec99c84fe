"""The sheets of the secondment ledger and the sentence that sums it up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from planner.reports.figures import counts, percentage
from planner.reports.paper import Align, Cell, Column, Sheet
from planner.reports.secondment_ledger import PARTS, BorrowerRow, LedgerRow, Part, SecondmentLedger
from planner.tables.names import LEVELS, SECONDMENT_KINDS
from planner.text import Text

_NONE = Text("没有从派出所抽调借调的人员。", "Nobody is drawn off from a station.")
_SUM = Text(
    "从派出所抽调借调 {away} 人,累计 {days} 人日;其中经批准保留 {kept} 人,超期未归 {overdue} 人。",
    "{away} drawn off from stations, {days} person-days; {kept} kept with approval, {overdue} overdue.",
)
_RETURNED = Text(
    "已返岗 {n} 人,清退率 {percent}({counts})。", "{n} returned: {percent} of all ever drawn off ({counts})."
)
_UNKNOWN = Text(
    "有 {n} 人未记开始日期,人日未计入其在外天数。", "{n} have no start date; their days are not in the sum."
)
_APART = Text(
    "另有组织选派 {sent} 人、其他借调 {other} 人,不计入指标,分别列出。",
    "{sent} sent out by the organisation and {other} other secondments are not counted; listed apart.",
)
_GROUP = Text("{level} · {unit}", "{level} · {unit}")
_R, _C = Align.RIGHT, Align.CENTRE


def secondments_lead(body: SecondmentLedger) -> Sequence[Text]:
    """Return the sums in words."""
    total, away = body.total(), body.part(Part.DRAWN_OFF)
    lead = [_NONE]
    if away:
        days = sum(row.days or 0 for row in away)
        lead = [_SUM.format(away=len(away), days=days, kept=total.kept, overdue=total.overdue)]
    if (rate := total.return_rate) is not None:
        lead.append(_RETURNED.format(n=total.returned, percent=percentage(rate), counts=counts(rate)))
    if unknown := sum(row.days is None for row in away):
        lead.append(_UNKNOWN.format(n=unknown))
    sent, other = len(body.part(Part.SENT_OUT)), len(body.part(Part.OTHER))
    return [*lead, _APART.format(sent=sent, other=other)] if sent or other else lead


def _by_borrower(row: LedgerRow) -> Text:
    return _GROUP.format(level=row.level, unit=row.borrower)


def _of(part: Part) -> Callable[[SecondmentLedger], Sequence[LedgerRow]]:
    return lambda body: body.part(part)


def _number() -> Column[LedgerRow]:
    return Column("number", Text("序号", "No."), lambda r: r.number, 10, _C)


_WHO: tuple[Column[LedgerRow], ...] = (
    Column("name", Text("姓名", "Name"), lambda r: r.name, 17, _C),
    Column("badge", Text("警号", "Badge"), lambda r: r.badge, 17, _C),
    Column("home", Text("编制单位", "Home unit"), lambda r: r.home, 30),
    Column("position", Text("职务", "Position"), lambda r: r.position, 21),
)
_LEVEL = Column[LedgerRow]("level", Text("借用层级", "Borrowing level"), lambda r: r.level, 18, printed=False)
_BORROWER = Column[LedgerRow](
    "borrower", Text("借用单位", "Borrower"), lambda r: r.borrower, 30, printed=False
)
_KIND = Column[LedgerRow]("kind", Text("类型", "Kind"), lambda r: SECONDMENT_KINDS[r.record.kind], 18, _C)
_FROM = Column[LedgerRow]("from", Text("开始", "From"), lambda r: r.record.from_, 20, _C)
_UNTIL = Column[LedgerRow]("until", Text("计划截止", "Until"), lambda r: r.record.until, 20, _C)
_DAYS = Column[LedgerRow]("days", Text("在外天数", "Days away"), lambda r: r.days, 14, _R)

DRAWN_OFF_SHEET: Sheet[SecondmentLedger, LedgerRow] = Sheet(
    Part.DRAWN_OFF,
    PARTS[Part.DRAWN_OFF],
    _of(Part.DRAWN_OFF),
    (
        _number(),
        _LEVEL,
        _BORROWER,
        *_WHO,
        _KIND,
        _FROM,
        _UNTIL,
        _DAYS,
        Column("overdue", Text("超期天数", "Days overdue"), lambda r: r.overdue, 14, _R),
        Column(
            "approval", Text("经批准保留(批准人、文号、截止)", "Kept with approval"), lambda r: r.approval, 44
        ),
    ),
    group=_by_borrower,
    total=lambda body: {
        "name": Text("合计", "Total"),
        "days": sum(r.days or 0 for r in body.part(Part.DRAWN_OFF)),
        "overdue": sum(r.overdue or 0 for r in body.part(Part.DRAWN_OFF)),
    },
)


def _apart(part: Part) -> Sheet[SecondmentLedger, LedgerRow]:
    borrower = Column[LedgerRow]("borrower", Text("去向", "Works at"), lambda r: r.borrower, 50)
    columns = (_number(), *_WHO, borrower, _KIND, _FROM, _UNTIL, _DAYS)
    return Sheet(part, PARTS[part], _of(part), columns)


RETURNED_SHEET: Sheet[SecondmentLedger, LedgerRow] = Sheet(
    Part.RETURNED,
    PARTS[Part.RETURNED],
    _of(Part.RETURNED),
    (
        _number(),
        *_WHO,
        Column("borrower", Text("原借用单位", "Was at"), lambda r: r.borrower, 50),
        _KIND,
        _FROM,
        Column("last_day", Text("返回前最后一日", "Last day away"), lambda r: r.last_day, 20, _C),
        _DAYS,
    ),
)


def _total(body: SecondmentLedger) -> Mapping[str, Cell]:
    total = body.total()
    return {column.key: column.value(total) for column in _BORROWER_COLUMNS if column.key != "level"}


_BORROWER_COLUMNS: tuple[Column[BorrowerRow], ...] = (
    Column("level", Text("借用层级", "Borrowing level"), lambda r: LEVELS[r.level], 28),
    Column("borrower", Text("借用单位", "Borrower"), lambda r: r.borrower, 60),
    Column("away", Text("在外(人)", "Away"), lambda r: r.away, 20, _R),
    Column("kept", Text("其中经批准保留", "Kept with approval"), lambda r: r.kept, 24, _R),
    Column("overdue", Text("超期未归", "Overdue"), lambda r: r.overdue, 20, _R),
    Column("person_days", Text("累计人日", "Person-days"), lambda r: r.person_days, 22, _R),
    Column("returned", Text("已返岗(人)", "Returned"), lambda r: r.returned, 20, _R),
    Column("rate", Text("清退率", "Sent back"), lambda r: r.return_rate, 30, _R),
)
BORROWERS_SHEET: Sheet[SecondmentLedger, BorrowerRow] = Sheet(
    "borrowers",
    Text("按借用层级和单位汇总(在外与已返岗)", "By borrowing level and unit (away and returned)"),
    lambda body: body.borrowers,
    _BORROWER_COLUMNS,
    total=_total,
)
SECONDMENT_SHEETS = (
    DRAWN_OFF_SHEET,
    BORROWERS_SHEET,
    _apart(Part.SENT_OUT),
    _apart(Part.OTHER),
    RETURNED_SHEET,
)
