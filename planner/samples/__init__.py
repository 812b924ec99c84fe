"""Synthetic counties: realistic workbooks from a seed, and what they must be counted as."""

from planner.samples.generate import AS_OF, generate
from planner.samples.messy import messy_roster
from planner.samples.province import generate_province, write_province, write_sample
from planner.samples.records import ALL_TRAPS, SampleCounty, Trap
from planner.samples.truth import ExpectedCounts, expected_counts
from planner.samples.workbook.style import OFFICIAL, PLAIN, ROSTER_ONLY, Style
from planner.samples.workbook.writing import write_workbook

__all__ = [
    "ALL_TRAPS",
    "AS_OF",
    "OFFICIAL",
    "PLAIN",
    "ROSTER_ONLY",
    "ExpectedCounts",
    "SampleCounty",
    "Style",
    "Trap",
    "expected_counts",
    "generate",
    "generate_province",
    "messy_roster",
    "write_province",
    "write_sample",
    "write_workbook",
]
