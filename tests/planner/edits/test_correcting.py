from __future__ import annotations

from dataclasses import fields
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from planner.county.records import AbsenceKind, Category, County, Person, Post, Serving, Sex
from planner.document import Document
from planner.edits.people import correct_people
from planner.edits.postings import correct_postings
from tests.planner.building import TODAY, Building

WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=6)
DATES = st.none() | st.dates(date(1960, 1, 1), date(2026, 1, 1))
PERSON_VALUES = {
    "name": WORDS,
    "sex": st.none() | st.sampled_from(Sex),
    "category": st.sampled_from(Category),
    "serving": st.sampled_from(Serving),
    "rank": WORDS,
    "grade": WORDS,
    "joined_work": DATES,
    "qualification": WORDS,
    "pin": WORDS,
    "remarks": WORDS,
}
POSTING_VALUES = {
    "post": st.sampled_from(Post),
    "position": WORDS,
    "dedicated": st.none() | st.booleans(),
    "beat": WORDS,
    "in_unit_since": DATES,
}


def small_county() -> County:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室")
    people = [*b.people(3, station, Post.COMMUNITY), *b.people(2, office)]
    b.second(people[0], office, from_=date(2026, 1, 1))
    b.absent(people[1], AbsenceKind.SICK, date(2026, 1, 1))
    return b.county


COUNTY = small_county()
PEOPLE = sorted(COUNTY.people)


@given(st.data())
def test_correcting_people_changes_only_the_named_fields_and_can_be_taken_back(data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(sorted(PERSON_VALUES)))
    chosen = data.draw(st.lists(st.sampled_from(PEOPLE), min_size=1, unique=True))
    values = {id_: data.draw(PERSON_VALUES[field]) for id_ in chosen}
    before = Document(COUNTY)
    after = correct_people(before, {id_: {field: value} for id_, value in values.items()})
    for table in ("units", "postings", "secondments", "absences", "moves"):
        assert getattr(after.county, table) is getattr(COUNTY, table)
    for id_, person in COUNTY.people.items():
        if id_ not in values:
            assert after.county.people[id_] is person
            continue
        now = after.county.people[id_]
        changed = {f.name for f in fields(Person) if getattr(now, f.name) != getattr(person, f.name)}
        assert changed <= {field}
        assert getattr(now, field) == values[id_]
    back = {id_: {field: getattr(COUNTY.people[id_], field)} for id_ in chosen}
    assert correct_people(after, back) == before


@given(st.data())
def test_correcting_postings_changes_only_those_people_and_can_be_taken_back(data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(sorted(POSTING_VALUES)))
    chosen = data.draw(st.lists(st.sampled_from(PEOPLE), min_size=1, unique=True))
    values = {id_: data.draw(POSTING_VALUES[field]) for id_ in chosen}
    before = Document(COUNTY)
    after = correct_postings(before, {id_: {field: value} for id_, value in values.items()}, TODAY)
    assert after.county.people is COUNTY.people
    for id_, posting in COUNTY.postings.items():
        if posting.person not in values:
            assert after.county.postings[id_] is posting
        else:
            assert getattr(after.county.postings[id_], field) == values[posting.person]
    back = {p.person: {field: getattr(p, field)} for p in COUNTY.postings.values() if p.person in chosen}
    assert correct_postings(after, back, TODAY) == before
