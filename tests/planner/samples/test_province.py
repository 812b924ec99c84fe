from __future__ import annotations

from pathlib import Path

import pytest

from planner.errors import InputError
from planner.samples import ExpectedCounts, expected_counts, generate_province, write_province, write_sample
from planner.samples.records import SampleCounty


def _officers(samples: list[SampleCounty]) -> int:
    return sum(expected_counts(s, s.as_of).total for s in samples)


def test_the_whole_province_has_129_counties_and_its_officers() -> None:
    samples = list(generate_province(1))
    assert len({s.code for s in samples}) == len(samples) == 129
    assert [s.code for s in samples] == sorted(s.code for s in samples)
    assert 29_000 <= _officers(samples) <= 31_000
    assert 20 < sum(5 * c.station_books >= 2 * c.total for c in map(_counts, samples)) < 80


def _counts(sample: SampleCounty) -> ExpectedCounts:
    return expected_counts(sample, sample.as_of)


def test_a_total_is_shared_out_exactly() -> None:
    assert _officers(list(generate_province(2, 5, 1000))) == 1000


@pytest.mark.parametrize(("counties", "officers"), [(0, None), (130, None), (3, 100), (2, 10_000)])
def test_what_makes_no_province_is_refused_before_anything_is_written(
    tmp_path: Path, counties: int, officers: int | None
) -> None:
    with pytest.raises(InputError):
        list(write_province(1, tmp_path / "out", counties, officers))
    assert not (tmp_path / "out").exists()


def test_counties_are_written_as_one_workbook_each(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "province"
    paths = list(write_province(1, folder, 2, 160))
    assert sorted(folder.iterdir()) == paths
    assert [p.name for p in paths] == [f"{s.code}{s.county}.xlsx" for s in generate_province(1, 2, 160)]


def test_one_county_is_written_as_a_workbook_and_several_as_a_folder(tmp_path: Path) -> None:
    one = write_sample(tmp_path / "county.xlsx", officers=80)
    several = write_sample(tmp_path / "several", officers=160, counties=2)
    assert one.is_file()
    assert len(list(several.glob("*.xlsx"))) == 2


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for out, counties in ((tmp_path / "file", 2), (tmp_path / "none" / "a.xlsx", 1), (tmp_path / "a.csv", 1)):
        with pytest.raises(InputError):
            write_sample(out, officers=160, counties=counties)
