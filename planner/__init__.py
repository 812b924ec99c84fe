"""The police domain: counties, rules, plans, files, reports and the command line; never Qt."""
