"""A sample county as an Excel workbook, laid out and misspelt the way county HR offices do it."""
