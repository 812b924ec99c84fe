"""The locks name every dependency by version and hash, agree with each other, and hold no address."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.sources import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
PINNED = re.compile(
    r"^([a-z0-9][a-z0-9._-]*)==(\S+)(.*)((?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)*)", re.MULTILINE
)


def _text(lock: str) -> str:
    return (ROOT / lock).read_text(encoding="utf-8")


def _versions(lock: str) -> dict[str, str]:
    return {name: version for name, version, _, _ in PINNED.findall(_text(lock))}


def _canonical(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~ ;\[]", requirement)[0]).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_dependency_has_hashes_and_none_an_address(lock: str) -> None:
    bare = [name for name, _, _, hashes in PINNED.findall(_text(lock)) if not hashes]
    assert _versions(lock)
    assert bare == []
    assert "://" not in _text(lock)


def test_every_dependency_of_the_project_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime = {_canonical(name) for name in project["project"]["dependencies"]}
    development = {_canonical(name) for name in project["dependency-groups"]["dev"]}
    assert runtime - set(_versions(LOCKS[0])) == set()
    assert (runtime | development) - set(_versions(LOCKS[1])) == set()


def test_tests_run_on_the_versions_the_program_ships_with() -> None:
    program, everything = (_versions(lock) for lock in LOCKS)
    assert {name: everything.get(name) for name in program} == program
