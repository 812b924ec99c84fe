"""The window: PySide6 over `planner`; never a solver."""
