"""From the county and its policy to an allocation problem, and from the answer to a checked proposal."""
