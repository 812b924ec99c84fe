"""The Duty page: a month of one unit, people by days, with its margins."""
