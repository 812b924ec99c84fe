"""Reports: one template and one gathering function each, as PDF and as Excel."""

from planner.reports.catalogue import REPORTS
from planner.reports.write import report_pdf, report_xlsx, write_report

__all__ = ["REPORTS", "report_pdf", "report_xlsx", "write_report"]
