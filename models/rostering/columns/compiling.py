"""Compiling of loops over numbers where numba is there; where it is not, they run as they stand."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])

COMPILES = importlib.util.find_spec("numba") is not None


def compiled(function: F) -> F:
    """Return the function compiled, and keep compiled code for the next start where there is room for it.

    What is kept is renewed with the function's own file: it may only call functions of the same file.
    """
    if not COMPILES:
        return function
    from numba import njit

    try:
        return cast(F, njit(cache=True, nogil=True)(function))
    except RuntimeError:  # no folder to keep it in, as in a frozen or read-only installation
        return cast(F, njit(nogil=True)(function))
