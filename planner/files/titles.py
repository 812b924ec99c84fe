"""Lines above a unit's people, without their numbering and their count."""

from __future__ import annotations

import re
import unicodedata

from planner.files.cells import one_line

_NUMBER = "[一二三四五六七八九十百千万零〇\\d]+"
_NUMBERING = re.compile(rf"(?:第{_NUMBER}(?:部分|组)|{_NUMBER}(?=[、.,:)])|\({_NUMBER}\))[、.,:)\s]*")
_LABEL = re.compile(r"(?:单位|部门)(?:名称)?\s*:\s*")
_COUNT = re.compile(
    r"[\s:,]*(?:[(\[][^()\[\]]*\d+\s*[人名]?[^()\[\]]*[)\]]|(?:共计|共|计|实有|在编)?\s*\d+\s*[人名])\s*\Z"
)


def title_unit(words: str) -> str:
    """Return what a title names: 二、政工室(9人), 单位:政工室 and 政工室:9人 are all 政工室."""
    bare = one_line(unicodedata.normalize("NFKC", words)).strip()
    bare = _NUMBERING.sub("", bare, count=1) if _NUMBERING.match(bare) else bare
    bare = _LABEL.sub("", bare, count=1) if _LABEL.match(bare) else bare
    return _COUNT.sub("", bare).strip(" :")
