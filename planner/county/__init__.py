"""The county: who is there, in which unit, since when, and where they work on a date."""
