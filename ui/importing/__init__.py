"""The import page: what was read of a spreadsheet, what only the user can say about it, and then in."""
