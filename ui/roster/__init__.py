"""The Roster page (花名册)."""
