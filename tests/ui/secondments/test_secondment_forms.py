from __future__ import annotations

import pytest

from planner.county.records import BorrowLevel, Secondment
from planner.document import Document
from planner.errors import InputError
from tests.planner.building import TODAY
from tests.planner.tables.counties import varied
from ui.secondments.secondment_forms import add_for, new_fields


def recorded(document: Document, **words: str) -> Secondment:
    """Return the secondment that the form records for the first person, its other fields as they start."""
    someone = next(iter(document.county.people))
    values = {}
    for field in new_fields(document, TODAY):
        start = field.start if isinstance(field.start, str) else field.start.zh
        values[field.key] = field.parse(words.get(field.key, start), document)
    *_, record = add_for(document, [someone], values).county.secondments.values()
    return record


def test_a_short_name_in_the_form_is_the_unit_of_the_bureau() -> None:
    document = varied()
    record = recorded(document, to="政工", level="省厅")
    assert record.to_unit is not None
    assert document.county.units[record.to_unit].name == "政工室"
    assert record.level is BorrowLevel.BUREAU


def test_without_a_level_the_name_of_an_outside_unit_tells_it() -> None:
    assert recorded(varied(), to="县委组织部").level is BorrowLevel.PARTY_GOVERNMENT


def test_a_level_outside_says_that_the_unit_is_outside() -> None:
    with pytest.raises(InputError, match="level outside"):
        recorded(varied(), to="网安大队")
    record = recorded(varied(), to="网安大队", level="其他单位")
    assert (record.to_unit, record.to_outside, record.level) == (None, "网安大队", BorrowLevel.OTHER)
