"""Scenarios in a workbook: the sheet 方案, a row for each dated change."""
