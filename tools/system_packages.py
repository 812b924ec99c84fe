"""What a bare Linux lacks: each library or program, and the Debian package that brings it."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Need:
    """Something of the system: what to look for, its packages by preference, whether all rests on it."""

    probe: str
    packages: tuple[str, ...]
    vital: bool = True

    def is_met(self) -> bool:
        """Whether the library loads or the program is on the path."""
        if ".so" not in self.probe:
            return shutil.which(self.probe) is not None
        try:
            ctypes.CDLL(self.probe)
        except OSError:
            return False
        return True


ON_X11 = bool(os.environ.get("DISPLAY"))

NEEDS = (
    Need("libGL.so.1", ("libgl1",)),
    Need("libEGL.so.1", ("libegl1",)),
    Need("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0")),
    Need("libfontconfig.so.1", ("libfontconfig1",)),
    Need("libxkbcommon.so.0", ("libxkbcommon0",)),
    Need("libdbus-1.so.3", ("libdbus-1-3",)),
    # A window on X11 needs these too; where icccm or keysyms is missing, Qt wrongly blames cursor.
    Need("libxcb-cursor.so.0", ("libxcb-cursor0",), vital=ON_X11),
    Need("libxcb-icccm.so.4", ("libxcb-icccm4",), vital=ON_X11),
    Need("libxcb-keysyms.so.1", ("libxcb-keysyms1",), vital=ON_X11),
    Need("libxcb-shape.so.0", ("libxcb-shape0",), vital=ON_X11),
    Need("libxkbcommon-x11.so.0", ("libxkbcommon-x11-0",), vital=ON_X11),
    # Only tests of the real window and of printed pages.
    Need("Xvfb", ("xvfb",), vital=False),
    Need("xauth", ("xauth",), vital=False),
    Need("xdotool", ("xdotool",), vital=False),
    Need("pdftotext", ("poppler-utils",), vital=False),
)


def missing() -> list[Need]:
    """Return what this machine lacks; nothing anywhere but on Linux."""
    return [need for need in NEEDS if not need.is_met()] if sys.platform == "linux" else []


def package_names(needs: Iterable[Need]) -> list[str]:
    """Return the package names of `needs` as this release of Debian or Ubuntu spells them."""
    return [next((name for name in need.packages if _offered(name)), need.packages[-1]) for need in needs]


def _offered(package: str) -> bool:
    if not shutil.which("apt-cache"):
        return False
    shown = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
    return shown.returncode == 0
