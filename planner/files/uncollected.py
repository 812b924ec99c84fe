"""Work that makes many records which all stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking hundreds of thousands of young records again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # and thawed, they are old at once, without the walk that would find nothing to free
        gc.unfreeze()
        if was_on:
            gc.enable()
