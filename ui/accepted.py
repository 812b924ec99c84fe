"""What becomes of moves that were accepted: recorded as proposed, or within a scenario as its changes."""

from __future__ import annotations

from planner.text import Text
from ui.open_document import OpenDocument

_PROPOSED = Text(
    "已采纳 {n} 项,登记为“拟议”。在“调整建议”的“已采纳的调整”中批准后,自生效日期起计入数字。",
    "{n} moves are recorded as proposed. Approve them under “Recorded moves” on the Proposal page;"
    " they count from their effective dates.",
)
_WITHIN = Text(
    "已将 {n} 项写入方案“{name}”的变动,自生效日期起计入该方案的数字。",
    "{n} moves are now changes of the scenario “{name}” and count in it from their dates.",
)


def accepted_words(opened: OpenDocument, n: int) -> Text:
    """Return what was done with so many accepted moves."""
    within = opened.scenario_in_view
    return _PROPOSED.format(n=n) if within is None else _WITHIN.format(n=n, name=within.name)
