from __future__ import annotations

from planner.tables.findings import TABLE, finding_rows
from tests.planner.building import TODAY
from tests.planner.tables.counties import varied


def test_every_finding_of_the_audit_is_a_row_with_its_people() -> None:
    audit = varied().audit(TODAY)
    rows = finding_rows(audit)
    assert len(rows) == len(audit.findings)
    assert any("张伟" in row.people.zh for row in rows)
    assert all(all(line[:2]) for line in TABLE.texts(rows, "en"))
