"""Edits: what a user does to a document, as pure functions from one document to the next."""
