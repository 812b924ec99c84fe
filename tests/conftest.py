"""What holds in every test: no display is needed, no network is reachable, nobody's home is touched."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# matplotlib lists every font once per folder: a lasting one keeps that second out of each run.
os.environ.setdefault("MPLCONFIGDIR", str(ROOT / ".cache" / "matplotlib"))

settings.register_profile("jingli", derandomize=True, deadline=None, database=None)
settings.load_profile("jingli")


def _stays_here(address: object) -> bool:
    if not isinstance(address, tuple):
        return True  # a Unix socket
    host = str(address[0])
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect" and not _stays_here(arguments[1]):
        raise PermissionError(f"a test tried to reach {arguments[1]!r}")
    if event == "socket.getaddrinfo" and not _stays_here((arguments[0] or "localhost",)):
        raise PermissionError(f"a test asked for the address of {arguments[0]!r}")


sys.addaudithook(_refuse_network)


def point_user_folders_at(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Send settings, data, caches and state of the current user to `folder`, on every system."""
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        place = folder / name.lower()
        place.mkdir(parents=True, exist_ok=True)
        patch.setenv(f"XDG_{name}_HOME", str(place))
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        patch.setenv(name, str(folder))
    for name in ("APPDATA", "LOCAL_APPDATA"):
        patch.setenv(f"WIN_PD_OVERRIDE_{name}", str(folder))


@pytest.fixture(scope="session", autouse=True)
def _nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        point_user_folders_at(tmp_path_factory.mktemp("home"), patch)
        yield
