from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.county.records import Post, Posting
from planner.tables.postings import posting_rows
from tests.planner.building import Building


def test_the_latest_posting_of_a_person_stands_first() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室")
    who, _ = b.person(station), b.person(station)
    later = Posting(b.county.next_id(), who, office, Post.OFFICE, from_=date(2020, 1, 1))
    b.county = replace(b.county, postings={**b.county.postings, later.id: later})
    assert [row.record.unit for row in posting_rows(b.state(), who)] == [office, station]
