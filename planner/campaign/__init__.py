"""The campaign planner: who can be spared for a time, who covers, what it costs, and the ways out."""
