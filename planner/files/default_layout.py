"""The layout of a roster that came from no file, and the columns a layout lacks for what is known now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from planner.county.records import Category, Post, Serving
from planner.county.state import Placed, State
from planner.files.layout import LayoutColumn, RosterLayout

HEADINGS = {
    "number": ("序号", 6),
    "name": ("姓名", 10),
    "badge_number": ("警号", 10),
    "sex": ("性别", 6),
    "birth": ("出生年月", 10),
    "category": ("身份", 10),
    "unit": ("单位", 20),
    "working_unit": ("实际工作单位", 20),
    "position": ("职务", 10),
    "grade": ("职级", 12),
    "rank": ("警衔", 10),
    "post": ("岗位", 12),
    "dedicated": ("专职", 6),
    "beat": ("责任区", 14),
    "joined_work": ("参加工作时间", 10),
    "joined_police": ("入警时间", 10),
    "in_unit_since": ("任现单位时间", 10),
    "in_position_since": ("任现职务时间", 10),
    "qualification": ("执法资格", 10),
    "seconded_to": ("借调单位", 18),
    "secondment_kind": ("借调类型", 10),
    "from": ("借调开始", 12),
    "until": ("借调截止", 12),
    "reason": ("借调事由", 18),
    "approval": ("文号", 18),
    "approver": ("批准人", 10),
    "returned_on": ("实际返回", 12),
    "kept_with_approval": ("经批准保留", 10),
    "kept_until": ("保留截止", 12),
    "left_on": ("离职/退休日期", 12),
    "status": ("人员状态", 10),
    "special": ("特殊情况", 14),
    "pin": ("锁定", 16),
    "remarks": ("备注", 24),
}


def default_layout(state: State) -> RosterLayout:
    """Return a layout with every column, the people's own ones last."""
    known = [LayoutColumn(heading, field, width) for field, (heading, width) in HEADINGS.items()]
    taken = {column.heading for column in known}
    own = dict.fromkeys(h for p in state.county.people.values() for h in p.extra if h not in taken)
    columns = (*known, *(LayoutColumn(heading, None, 12) for heading in own))
    name = state.county.name
    return RosterLayout(
        file_name="",
        sheet="花名册",
        titles=((f"{name}人员花名册",),) if name else (),
        header=(tuple(c.heading for c in columns),),
        columns=columns,
    )


def completed(layout: RosterLayout, state: State, with_secondments: bool) -> RosterLayout:
    """Return the layout with columns behind the last for what somebody has and no column tells."""
    present = {column.field for column in layout.columns}
    missing = [f for f in _told(state.placed.values(), present, with_secondments) if f not in present]
    taken = {column.heading for column in layout.columns}
    added = [LayoutColumn(h, f, w) for f in missing for h, w in [HEADINGS[f]] if h not in taken]
    own = dict.fromkeys(h for p in state.county.people.values() for h in p.extra)
    added += [LayoutColumn(h, None, 12) for h in own if h not in taken | {a.heading for a in added}]
    if not added:
        return layout
    top, *below = [(*row, *[""] * (len(layout.columns) - len(row))) for row in layout.header]
    header = ((*top, *(a.heading for a in added)), *((*row, *[""] * len(added)) for row in below))
    return replace(layout, columns=(*layout.columns, *added), header=header)


def _told(placed: Iterable[Placed], present: set[str | None], with_secondments: bool) -> list[str]:
    """Return the fields that say something of somebody, in the order of columns."""
    found: set[str] = set()
    for p in placed:
        found |= _of_person(p, "position" in present)
        if with_secondments and p.secondment is not None:
            found |= {"seconded_to", "secondment_kind", "from", "until"}
    return [field for field in HEADINGS if field in found]


def _of_person(placed: Placed, has_position: bool) -> set[str]:
    person, posting = placed.person, placed.posting
    plain = ("sex", "birth", "rank", "grade", "joined_work", "joined_police", "left_on", "qualification",
             "special", "pin", "remarks")  # fmt: skip
    found = {field for field in plain if getattr(person, field)}
    if not person.made_up_name:
        found.add("name")
    if not person.made_up_badge:
        found.add("badge_number")
    if person.category is not Category.SWORN:
        found.add("category")
    if person.serving is Serving.LEFT and person.left_on is None:
        found.add("status")
    if placed.home is not None:
        found.add("unit")
    if posting is not None:
        dated = ("position", "beat", "in_unit_since", "in_position_since")
        found |= {field for field in dated if getattr(posting, field)}
        if posting.dedicated is not None:
            found.add("dedicated")
        if placed.post is not Post.OTHER and not (placed.post is Post.LEADER and has_position):
            found.add("post")
    return found
