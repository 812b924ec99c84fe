"""Set up everything in `.venv`: system libraries, locked dependencies, the project itself.

Runs on any Python 3.11 with the standard library alone, and again in a moment when nothing changed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from system_packages import Need, missing, package_names

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements-dev.lock"
STAMP = VENV / "set-up"
APT = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]


def main() -> int:
    """Make the machine ready; say in one sentence what stands in the way."""
    if not system_packages_ready():
        return 1
    wanted = fingerprint()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return 0
    try:
        make_environment()
        install()
    except subprocess.CalledProcessError as problem:
        step = " ".join(map(str, problem.cmd[:4]))
        print(
            f"Set-up stopped at {step} …: see above, and the table of systems in README.md.", file=sys.stderr
        )
        return 1
    STAMP.write_text(wanted, encoding="utf-8")
    print("Set-up is complete.")
    return 0


def fingerprint() -> str:
    """Return what the state of `.venv` depends on, as one digest."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in (LOCK, ROOT / "pyproject.toml", Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make_environment() -> None:
    """Create `.venv`, anew if the one that is there cannot be used."""
    usable = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    if PYTHON.exists() and subprocess.run([PYTHON, "-c", usable], check=False).returncode == 0:
        return
    print(f"Creating .venv with Python {sys.version.split()[0]}", flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)


def install() -> None:
    """Install exactly what the lock names, then the project in place."""
    print("Installing the locked dependencies (about 300 MB, once)", flush=True)
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    pip: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--no-input",
        "install",
        *quiet,
    ]
    subprocess.run([*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", LOCK], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT], check=True)


def system_packages_ready() -> bool:
    """Install the system libraries that are missing where that is allowed; elsewhere name them."""
    lacking = missing()
    if not lacking:
        return True
    may_install = install_system_packages(lacking)
    lacking = missing() if may_install else lacking
    vital = [need for need in lacking if need.vital]
    if lacking:
        tell(vital or lacking, stops=bool(vital))
    return not vital


def install_system_packages(needs: Iterable[Need]) -> bool:
    """Install the packages of `needs` with apt; False where there is no apt or no right to use it."""
    if not shutil.which("apt-get"):
        return False
    if os.geteuid() == 0:
        root: list[str] = []
    elif subprocess.run(["sh", "-c", "sudo -n true"], capture_output=True, check=False).returncode == 0:
        root = ["sudo"]
    else:
        return False
    subprocess.run([*root, *APT, "update"], check=False, stdout=subprocess.DEVNULL)
    names = package_names(needs)
    print(f"Installing {' '.join(names)}", flush=True)
    install = [*root, *APT, "install", "-y", "--no-install-recommends", *names]
    subprocess.run(install, check=False, stdout=subprocess.DEVNULL)
    return True


def tell(needs: list[Need], *, stops: bool) -> None:
    """Name what is missing and how to get it."""
    what = ", ".join(need.probe for need in needs)
    how = f"Debian and Ubuntu: sudo apt-get install {' '.join(package_names(needs))}"
    if stops:
        print(f"The window needs {what}: install that ({how}), then run this again.", file=sys.stderr)
    else:
        print(f"Not found: {what}; only a window on X11 and some tests need them. {how}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
