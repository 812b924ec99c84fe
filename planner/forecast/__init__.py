"""What lies ahead: the county month by month, when each line breaks and by whom, and how likely it holds."""
