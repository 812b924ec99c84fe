"""One module per rule: a function that adds the rule to a grid for CP-SAT."""
