from __future__ import annotations

import pytest

from models.rostering.columns import compiling
from models.rostering.columns.compiling import COMPILES, compiled


def doubled(number: int) -> int:
    return 2 * number


def from_nowhere() -> object:
    """Return a function whose file does not exist, as in a frozen program."""
    names: dict[str, object] = {}
    exec(compile("def thrice(number): return 3 * number", "no/such/file.py", "exec"), names)
    return names["thrice"]


def test_compiled_code_gives_the_same() -> None:
    assert compiled(doubled)(21) == 42


@pytest.mark.skipif(not COMPILES, reason="numba is not installed")
def test_code_that_cannot_be_kept_is_compiled_all_the_same() -> None:
    thrice = from_nowhere()
    assert callable(thrice)
    fast = compiled(thrice)
    assert fast is not thrice
    assert fast(7) == 21


def test_without_a_compiler_functions_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "COMPILES", False)
    assert compiled(doubled) is doubled
