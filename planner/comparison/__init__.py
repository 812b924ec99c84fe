"""Scenarios side by side: the county as it stands and with each scenario, in figures, names and costs."""
