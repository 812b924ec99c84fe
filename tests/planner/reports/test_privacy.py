"""Words that must not be printed."""

from __future__ import annotations

import pytest

from planner.reports.privacy import is_private, printable_reason
from planner.text import Text


@pytest.mark.parametrize(
    "words",
    [
        "长期病假",
        "怀孕",
        "哺乳期",
        "家庭困难",
        "照顾老人",
        "两地分居",
        "接受调查",
        "on sick leave",
        "her family",
    ],
)
def test_health_pregnancy_family_and_inquiries_are_private(words: str) -> None:
    assert is_private(words)


@pytest.mark.parametrize(
    "words", ["疾病预防控制中心", "卫生健康局", "缺社区民警", "small station short of staff"]
)
def test_offices_and_the_needs_of_the_work_are_not(words: str) -> None:
    assert not is_private(words)


def test_a_private_clause_goes_and_the_others_stay() -> None:
    reason = Text("缺社区民警;本人患病;离家近。", "Short of officers; has an illness; lives near.")
    assert printable_reason(reason, ()) == Text("缺社区民警;离家近。", "Short of officers; lives near.")


def test_where_nothing_is_left_a_plain_sentence_stands() -> None:
    assert printable_reason(Text("照顾家庭", "family"), ()).zh == "工作需要。"
    assert printable_reason(Text("", ""), ()) == Text("", "")


def test_other_names_go_but_not_those_inside_the_name_of_a_unit() -> None:
    reason = Text("金山派出所缺 1 人;比金山更合适。", "金山派出所 is 1 short.")
    kept = printable_reason(reason, {"金山"}, {"金山派出所"})
    assert kept == Text("金山派出所缺 1 人。", "金山派出所 is 1 short.")
