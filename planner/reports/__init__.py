"""Reports: one template and one gathering function each, as PDF and as Excel."""
