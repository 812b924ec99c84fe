"""The return calendar: in which order drawn-off officers come home, month by month."""
