"""What each kind asks for, held against what its making needs."""

from __future__ import annotations

import pytest

from planner.errors import InputError
from planner.scenarios.kinds import kinds
from planner.scenarios.records import Change, ChangeKind
from planner.tables.change_fields import COLUMN_OF, FORMS, NOTE
from planner.tables.change_words import FIELDS
from planner.tables.changes import COLUMNS, read_change
from tests.planner.scenarios.town import MARCH, Town

TOWN = Town()
# What fills the form of each kind in, so that the change can be made in the town.
FILLED = {
    ChangeKind.TRANSFER: {"person": "{clerk}", "unit": "河口派出所"},
    ChangeKind.POST_CHANGE: {"person": "{clerk}", "post": "办案"},
    ChangeKind.SECONDMENT: {"person": "{clerk}", "to": "刑侦大队"},
    ChangeKind.RETURN: {"person": "{drawn}"},
    ChangeKind.RECRUIT: {"unit": "城关所", "number": "20"},
    ChangeKind.RETIRE: {"person": "{clerk}"},
    ChangeKind.LEAVE: {"person": "{clerk}", "value": "产假", "until": "2027-08-31"},
    ChangeKind.CAMPAIGN: {"people": "{clerk}", "to": "州公安局", "until": "2027-03-31"},
    ChangeKind.OPEN_STATION: {"name": "新区派出所", "number": "12"},
    ChangeKind.MERGE_STATION: {"unit": "河口派出所", "into": "城关派出所"},
    ChangeKind.CLOSE_STATION: {"unit": "河口派出所", "into": "城关派出所"},
    ChangeKind.TARGET: {"key": "派出所警力占比", "value": "45"},
    ChangeKind.CANCEL_REPORT: {"unit": "城关派出所", "number": "10"},
}


def filled(kind: ChangeKind) -> dict[str, str]:
    people = TOWN.county.people
    badges = {"clerk": people[TOWN.clerks[0]].badge_number, "drawn": people[TOWN.drawn].badge_number}
    return {key: words.format(**badges) for key, words in FILLED[kind].items()}


def test_every_kind_has_a_form_of_fields_that_can_be_read_and_stand_in_the_table() -> None:
    assert set(FORMS) == set(ChangeKind)
    columns = {column.key for column in COLUMNS}
    for form in FORMS.values():
        keys = [asked.key for asked in (*form.fields, NOTE)]
        assert len(set(keys)) == len(keys)
        for key in keys:
            assert key in FIELDS
            assert COLUMN_OF.get(key, key) in columns


@pytest.mark.parametrize("kind", list(ChangeKind))
def test_a_form_filled_in_as_it_asks_makes_a_change_that_can_be_made(kind: ChangeKind) -> None:
    fields = read_change(Change(1, kind, MARCH), filled(kind), TOWN.document)
    changed = kinds()[kind](TOWN.document, Change(1, kind, MARCH, **fields))  # type: ignore[arg-type]
    assert changed != TOWN.document


@pytest.mark.parametrize("kind", list(ChangeKind))
def test_what_a_form_needs_is_named_where_it_is_left_blank(kind: ChangeKind) -> None:
    for asked in FORMS[kind].fields:
        if asked.needed:
            with pytest.raises(InputError) as refused:
                read_change(Change(1, kind, MARCH), {**filled(kind), asked.key: " "}, TOWN.document)
            assert asked.title.zh in refused.value.message.zh
