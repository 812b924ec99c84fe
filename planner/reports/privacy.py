"""What must never be printed: reasons of health, pregnancy and family, and names of other candidates."""

from __future__ import annotations

import re
from collections.abc import Collection

from planner.text import Text

# Offices that have such a word in their name (疾病预防控制中心, 卫生健康局, 残疾人联合会) are no reason.
_PRIVATE = re.compile(
    "病(?!预防)|癌|疾患|伤残|残疾(?!人联合会)|手术|住院|治疗|体检|健康(?!局|委)|抑郁|身体|"
    "孕|产假|产前|产后|分娩|生育|哺乳|流产|家庭|家属|家人|配偶|妻|丈夫|爱人|子女|孩子|儿子|女儿|父母|父亲|母亲|"
    "老人|赡养|照顾|照料|两地分居|离婚|结婚|停职|羁押|被立案|[接被]受?调查|处分|"
    r"\b(?:ill|illness|sick\w*|disease|cancer|surgery|hospital\w*|medical|ill health|"
    r"health (?:reason|condition|problem)s?|disab\w+|depress\w+|pregnan\w+|matern\w+|nursing|breast\w*|birth|"
    r"famil\w+|spouse|wife|husband|child\w*|son|daughter|parents?|mother|father|elderly|divorc\w+|marri\w+|investigated|"
    r"under investigation|suspended|detained)\b",
    re.IGNORECASE,
)
_CLAUSE_ZH = re.compile("[;;。]")
_CLAUSE_EN = re.compile(r"[;;]|\.(?=\s|$)")
_PLAIN = Text("工作需要。", "As the work requires.")


def is_private(words: str) -> bool:
    """Return whether words touch health, pregnancy, family or an inquiry."""
    return _PRIVATE.search(words) is not None


def printable_reason(reason: Text, others: Collection[str], units: Collection[str] = ()) -> Text:
    """Return a reason clause by clause without what is private and without `others`' names.

    A name inside the name of one of `units` is no name (金山 in 金山派出所). Where nothing is left of a
    reason in words, a plain sentence stands for it.
    """
    zh = _kept(_CLAUSE_ZH, reason.zh, others, units)
    en = _kept(_CLAUSE_EN, reason.en, others, units)
    if not reason.zh.strip() and not reason.en.strip():
        return Text("", "")
    return Text(
        ";".join(zh) + "。" if zh else _PLAIN.zh,
        "; ".join(en) + "." if en else _PLAIN.en,
    )


def _kept(
    separator: re.Pattern[str], words: str, others: Collection[str], units: Collection[str]
) -> list[str]:
    clauses = (clause.strip() for clause in separator.split(words))
    return [c for c in clauses if c and not is_private(c) and not _names_somebody(c, others, units)]


def _names_somebody(clause: str, others: Collection[str], units: Collection[str]) -> bool:
    if not any(name in clause for name in others):
        return False
    for unit in sorted(units, key=len, reverse=True):
        clause = clause.replace(unit, " ")
    return any(name in clause for name in others)
