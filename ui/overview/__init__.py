"""The overview: figures, the bar per station, the findings, and how each figure was counted."""
