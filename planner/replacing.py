"""Putting a finished file in its place in one step, or saying in a sentence why that cannot be."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from planner.errors import InputError
from planner.text import Text

_NO_FOLDER = Text(
    "文件夹“{folder}”不存在,请先建立或另选位置。",
    "The folder “{folder}” does not exist; create it or choose another place.",
)
_IS_FOLDER = Text("“{path}”是文件夹,请另起文件名。", "“{path}” is a folder; give another file name.")
_REFUSED = Text(
    "“{path}”无法写入({why}):请关闭正在打开它的程序,或另选位置。",
    "“{path}” cannot be written ({why}): close the program that has it open, or choose another place.",
)


def require_place(path: Path) -> None:
    """Raise InputError where no file can be written at `path`, before the work of making one."""
    if path.is_dir():
        raise InputError(_IS_FOLDER.format(path=path))
    if not path.absolute().parent.is_dir():
        raise InputError(_NO_FOLDER.format(folder=path.absolute().parent))


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` in the place of `path` in one step, with the rights any new file has.

    Raises InputError where that fails; an older file there then stays as it was.
    """
    temporary = path.with_name(f".{path.stem}.{secrets.token_hex(4)}{path.suffix}")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as fault:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise InputError(_REFUSED.format(path=path, why=fault.strerror or str(fault))) from fault


def as_file_name(words: str) -> str:
    """Return words as they can name a file on every system."""
    return "".join("_" if c in '\\/:*?"<>|' else c for c in words)
