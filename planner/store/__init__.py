"""The document on disk: one `*.jingli` file, a SQLite database saved atomically."""

from planner.store.reading import open_document
from planner.store.writing import save_document

__all__ = ["open_document", "save_document"]
