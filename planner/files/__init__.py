"""Spreadsheets in and out: read, understood, turned into a county, and written back in the user's layout."""
