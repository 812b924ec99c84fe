from __future__ import annotations

import pytest

from planner.county.state import Standing
from planner.edits.refused import RefusedError
from planner.scenarios.records import ChangeKind
from tests.planner.scenarios.town import BEFORE, MARCH, Town, stand


def test_the_date_is_the_first_day_not_served() -> None:
    town = Town()
    after = town.changed(ChangeKind.RETIRE, person=town.beat[0])
    assert stand(after, town.beat[0], BEFORE).standing is Standing.AT_HOME
    assert stand(after, town.beat[0], MARCH).standing is Standing.NOT_SERVING


def test_nobody_retires_twice() -> None:
    town = Town()
    gone = town.person(town.office, left_on=BEFORE)
    with pytest.raises(RefusedError, match="no longer serves"):
        town.changed(ChangeKind.RETIRE, person=gone)
