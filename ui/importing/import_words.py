"""The sentences of the import page."""

from __future__ import annotations

from collections import Counter

from planner.files.imported import SheetRole
from planner.tables.import_changes import CHANGES, OF_SCENARIOS
from planner.text import Text, joined
from ui.importing.reading import Reading

IMPORT, UPDATE, CANCEL = Text("导入", "Import"), Text("更新", "Update"), Text("取消", "Cancel")
READING = Text("正在读取“{name}”…", "Reading “{name}”…")
TO_CONFIRM, COLUMNS = Text("需您确认", "To confirm"), Text("列", "Columns")
TOTALS, ISSUES = Text("小计核对", "Totals"), Text("问题清单", "Issues")
UPDATES = Text("变化", "Changes")
_FILE = Text("{name}(花名册在“{sheet}”)", "{name} (roster in “{sheet}”)")
_IGNORED = Text(";未读的工作表:{sheets}", "; sheets left out: {sheets}")
_OPEN = Text(
    "{n} 处未确认:先按预选的导入,以后仍可在各页修改。",
    "{n} not confirmed: what is preset holds, and can be changed on the pages later.",
)
_READY = Text("确认完毕,可以导入。", "All confirmed, ready to import.")
_NO_UNITS = Text(
    "没有找到单位列:所有人只计入全县,不评价占比。请在“列”里指明哪一列是单位,或勾选“整个花名册是一个单位”。",
    "No unit column was found: everybody counts in the county only. Under “Columns”, say which column"
    " is the unit, or that the roster is one unit.",
)
UNKNOWN_HEADINGS = Text(
    "没有认出表头:请指明各列是什么", "The headings were not recognised: say which column is which"
)
EXPLAIN = Text(
    "请指明姓名(或警号)、单位等至少两列,随后自动读取。",
    "Name two columns at least, such as names (or badge numbers) and units; reading goes on by itself.",
)
_KEPT = Text(
    "更新只改文件里写的内容;可以一步撤销。",
    "Updating changes only what the file tells; one undo takes it back.",
)
_AGREE = Text(
    "文件自带的 {n} 个小计、合计与读入的人数全部相符。",
    "All {n} totals of the file agree with the rows read.",
)
_DIFFER = Text(
    "文件自带的 {n} 个小计、合计中,有 {bad} 个与读入的人数不符。请核对原文件,导入以逐行读入的为准。",
    "Totals of the file that differ from the rows read: {bad} of {n}. Check the file; the rows count.",
)
NO_TOTALS = Text("文件里没有小计、合计行。", "The file has no rows of totals.")
_ISSUES = Text(
    "共 {n} 处。都不妨碍导入;按住 Ctrl 可多选,Ctrl+C 复制后可粘贴到 Excel。",
    "{n} in all. None stops the import; select rows and press Ctrl+C to paste them into Excel.",
)
NO_ISSUES = Text("没有发现问题。", "Nothing doubtful was found.")
_NO_CHANGE = Text("与现有花名册完全一致。", "The file says what is already known.")
NO_CHANGES = Text("人员和方案没有变化。", "Neither people nor scenarios change.")
_PEOPLE, _SCENARIOS = Text("{name} {n} 人", "{n} {name}"), Text("{name} {n} 个", "{name}: {n}")
_FURTHER = Text("另有更新:{parts}", "also updated: {parts}")


def file_words(name: str, reading: Reading) -> Text:
    """Return which file and sheet were read, and what was left out."""
    sheets = reading.imported.sheets
    roster = next((s.name for s in sheets if s.role is SheetRole.ROSTER), "")
    ignored = [Text(f"“{s.name}”", f"“{s.name}”") for s in sheets if s.role is SheetRole.IGNORED]
    told = _FILE.format(name=name, sheet=roster) if roster else Text(name, name)
    left_out = _IGNORED.format(sheets=joined(ignored)) if ignored else Text("", "")
    return Text(told.zh + left_out.zh, told.en + left_out.en)


def note(reading: Reading, updates: bool) -> Text:
    """Return what importing now means, for beside the button."""
    open_ = len(reading.imported.open_questions)
    first = _OPEN.format(n=open_) if open_ else _KEPT if updates else _READY
    if reading.has_units:
        return first
    if first is _READY:
        return _NO_UNITS
    return Text(_NO_UNITS.zh + first.zh, f"{_NO_UNITS.en} {first.en}")


def totals_summary(reading: Reading) -> Text:
    """Return how many of the file's totals agree."""
    totals = reading.imported.totals
    bad = sum(not total.agrees for total in totals)
    if not totals:
        return Text("", "")
    return (_DIFFER if bad else _AGREE).format(n=len(totals), bad=bad)


def issues_summary(reading: Reading) -> Text:
    """Return how many issues there are and what can be done with them."""
    n = len(reading.imported.issues)
    return _ISSUES.format(n=n) if n else Text("", "")


def changes_summary(reading: Reading) -> Text:
    """Return how many people and scenarios are changed in which way, and what else is."""
    counted = Counter(row.change for row in reading.changes)
    said = [
        (_SCENARIOS if change in OF_SCENARIOS else _PEOPLE).format(name=name, n=counted[change])
        for change, name in CHANGES.items()
        if counted[change]
    ]
    if reading.further:
        said.append(_FURTHER.format(parts=joined(reading.further)))
    return joined(said) if said else _NO_CHANGE
