"""What the reports are called: light to import, for whoever only offers them."""

from __future__ import annotations

from collections.abc import Mapping

from planner.text import Text

KINDS: Mapping[str, Text] = {
    "compliance": Text("派出所警力达标情况", "Compliance summary"),
    "compliance_full": Text("派出所警力达标情况(全)", "Compliance in full"),
    "secondments": Text("抽调借调人员台账", "Secondment ledger"),
    "returns": Text("返岗日历", "Return calendar"),
    "proposal": Text("拟调整人员名册", "Roster of proposed moves"),
    "findings": Text("问题清单", "Findings"),
    "comparison": Text("方案比较", "Scenario comparison"),
    "duty": Text("值班表", "Duty roster"),
}
"""Names by id, in the order in which they are offered."""
OF_A_MONTH = frozenset({"duty"})
"""Those about one unit's month, which has to be given."""
