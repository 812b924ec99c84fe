"""Duty rosters (值班表) and attendance (考勤, 日志) as stations keep them, in and out."""

from planner.files.duty.imported import DutyImport
from planner.files.duty.reading import read_duty_file

__all__ = ["DutyImport", "read_duty_file"]
