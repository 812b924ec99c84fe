from __future__ import annotations

from dataclasses import replace

import pytest

from planner.county.records import Post
from planner.document import Document
from planner.errors import InputError
from planner.tables import names
from planner.tables.typed import a_choice, a_count, a_decimal, a_flag, a_unit
from tests.planner.building import Building


def test_words_of_either_language_and_codes_are_read() -> None:
    assert {a_choice(w, names.POSTS) for w in ("社区民警", "Community", " community ")} == {Post.COMMUNITY}
    assert a_choice(" ", names.POSTS) is None


def test_an_unknown_word_is_refused_with_what_it_may_be() -> None:
    with pytest.raises(InputError, match="leader, community"):
        a_choice("巡逻侠", names.POSTS)


def test_numbers_and_flags_are_read_full_width_too() -> None:
    document = Document()
    assert (a_count("12", document), a_count("", document)) == (12, None)
    assert a_decimal("102.7", document) == 102.7
    assert (a_flag("是", document), a_flag("NO", document), a_flag("", document)) == (True, False, None)
    for read, words in ((a_count, "1.5"), (a_decimal, "x"), (a_flag, "也许")):
        with pytest.raises(InputError):
            read(words, document)


def test_a_unit_is_found_by_its_full_or_short_name_and_never_guessed() -> None:
    b = Building()
    one, other = b.unit("城关派出所", short_name="城关所"), b.unit("城关森林派出所", short_name="森林所")
    document = Document(b.county)
    assert a_unit("城 关 所", document) == one
    with pytest.raises(InputError, match="no unit called"):
        a_unit("城关", document)
    renamed = {**b.county.units, other: replace(b.county.units[other], short_name="城关所")}
    with pytest.raises(InputError, match="Several"):
        a_unit("城关所", Document(replace(b.county, units=renamed)))
