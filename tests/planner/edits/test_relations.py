"""Recording, correcting and removing relatives."""

from __future__ import annotations

import pytest

from planner.document import Document
from planner.edits.people import remove_people
from planner.edits.refused import RefusedError
from planner.edits.relations import add_relation, correct_relations, remove_relations
from tests.planner.building import Building


def colleagues() -> tuple[Document, int, int]:
    b = Building()
    one, other = b.people(2, b.unit("城关派出所"))
    return Document(b.county), one, other


def test_an_added_relation_is_recorded_once_and_a_removed_one_is_gone() -> None:
    document, one, other = colleagues()
    after = add_relation(document, one, other, " 夫妻 ")
    [record] = after.county.relations.values()
    assert (record.person, record.relative, record.kind) == (one, other, "夫妻")
    assert remove_relations(after, [record.id]) == document


def test_nobody_is_their_own_relative() -> None:
    document, one, _ = colleagues()
    with pytest.raises(RefusedError, match="their own relative"):
        add_relation(document, one, one)


def test_two_people_are_related_once_whoever_is_named_first() -> None:
    document, one, other = colleagues()
    after = add_relation(document, one, other)
    with pytest.raises(RefusedError, match="related already"):
        add_relation(after, other, one)


def test_somebody_who_is_gone_cannot_be_related() -> None:
    document, one, other = colleagues()
    with pytest.raises(RefusedError, match="no longer there"):
        add_relation(remove_people(document, [other]), one, other)
    with pytest.raises(RefusedError, match="no longer there"):
        remove_relations(document, [999])


def test_the_kind_is_corrected() -> None:
    document, one, other = colleagues()
    after = add_relation(document, one, other)
    [id_] = after.county.relations
    assert correct_relations(after, {id_: {"kind": "近姻亲"}}).county.relations[id_].kind == "近姻亲"


def test_a_relation_leaves_with_either_of_its_people() -> None:
    document, one, other = colleagues()
    after = add_relation(document, one, other)
    assert not remove_people(after, [one]).county.relations
    assert not remove_people(after, [other]).county.relations
