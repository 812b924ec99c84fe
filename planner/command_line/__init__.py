"""The `jingli` verbs: the same engine without a window, with JSON alone on standard output (design 11)."""
