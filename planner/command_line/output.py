"""Where results go: JSON alone on standard output, sentences beside it, files only where they may."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from planner.command_line.contract import Json
from planner.errors import InputError
from planner.text import Language, Text


def refuse_out(out: Path, suffixes: tuple[str, ...], inputs: Sequence[Path]) -> None:
    """Raise InputError before any work where the result could not be written, or would be an input."""
    if out.suffix.lower() not in suffixes:
        raise InputError(
            Text(
                f"输出文件“{out.name}”的扩展名须为 {'、'.join(suffixes)}。",
                f"The result “{out.name}” must end in {' or '.join(suffixes)}.",
            )
        )
    if not out.absolute().parent.is_dir():
        raise InputError(
            Text(
                f"文件夹“{out.absolute().parent}”不存在,请先建立或另选位置。",
                f"The folder “{out.absolute().parent}” does not exist; create it or choose another place.",
            )
        )
    if out.is_dir() or (out.exists() and any(file.exists() and out.samefile(file) for file in inputs)):
        raise InputError(
            Text(
                f"“{out}”是输入文件或文件夹,为免覆盖,请另起文件名。",
                f"“{out}” is the input file or a folder; give the result another name.",
            )
        )


def print_json(value: Json) -> None:
    """Print what scripts read."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def tell(sentences: Iterator[Text] | list[Text], language: Language) -> None:
    """Say sentences where they do not mix with the output."""
    for sentence in sentences:
        print(sentence.in_language(language), file=sys.stderr)
