"""Column generation: a column is one worker's whole roster (design 4.2)."""
