"""Relatives as a table: seen from either of the two, in both languages."""

from __future__ import annotations

import pytest

from planner.document import Document
from planner.errors import InputError
from planner.tables.cells import set_cells
from planner.tables.people import a_person, people_choices
from planner.tables.relations import TABLE, relation_rows, relatives_rows
from tests.planner.building import TODAY, Building


def _county() -> tuple[Building, int, int]:
    b = Building()
    north, south = b.unit("城关派出所"), b.unit("河口派出所")
    one = b.person(north, name="王宇", badge_number="001")
    other = b.person(south, name="李静", badge_number="002")
    b.person(south, name="李静", badge_number="003")
    b.relate(one, other, "夫妻")
    return b, one, other


def test_a_relation_is_seen_from_both_of_its_people() -> None:
    b, one, other = _county()
    [row] = relatives_rows(b.state(), one)
    [back] = relatives_rows(b.state(), other)
    assert (row.relative.person.id, back.relative.person.id) == (other, one)
    assert len(relation_rows(b.state())) == 1
    assert TABLE.texts([back], "en")[1] == ["李静", "002", "王宇", "001", "城关派出所", "spouses"]


@pytest.mark.parametrize(
    ("typed", "kind"), [("In-laws", "In-laws"), ("close in-laws", "近姻亲"), ("父女", "父女"), ("", "")]
)
def test_the_kind_is_one_of_the_law_in_either_language_or_ones_own(typed: str, kind: str) -> None:
    b, *_ = _county()
    [id_] = b.county.relations
    after = set_cells(Document(b.county), TABLE, {(id_, "kind"): typed}, TODAY)
    assert after.county.relations[id_].kind == kind


def test_somebody_is_chosen_by_name_or_badge_number() -> None:
    b, one, other = _county()
    document = Document(b.county)
    assert a_person("王　宇", document) == one
    assert a_person("002", document) == other
    for choice in people_choices(document):
        assert a_person(choice.words.zh, document) == choice.value
    assert one not in [c.value for c in people_choices(document, without=one)]


@pytest.mark.parametrize(("words", "said"), [("李静", "Several people"), ("赵六", "Nobody")])
def test_words_that_mean_nobody_or_several_are_refused(words: str, said: str) -> None:
    b, *_ = _county()
    with pytest.raises(InputError, match=said):
        a_person(words, Document(b.county))
