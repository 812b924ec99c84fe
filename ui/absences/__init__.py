"""The Absences page (请假)."""
