"""One module per kind of change; each gives the changed document, or refuses with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from planner.document import Document
from planner.scenarios.records import Change, ChangeKind

Kind = Callable[[Document, Change], Document]


@cache
def kinds() -> Mapping[ChangeKind, Kind]:
    """Return what makes each kind of change: the place for the next one."""
    from planner.scenarios.kinds.campaign import campaign
    from planner.scenarios.kinds.cancel_report import cancel_report
    from planner.scenarios.kinds.close_station import close_station
    from planner.scenarios.kinds.leave import leave
    from planner.scenarios.kinds.merge_station import merge_station
    from planner.scenarios.kinds.open_station import open_station
    from planner.scenarios.kinds.post_change import post_change
    from planner.scenarios.kinds.recruit import recruit
    from planner.scenarios.kinds.retire import retire
    from planner.scenarios.kinds.return_home import return_home
    from planner.scenarios.kinds.secondment import secondment
    from planner.scenarios.kinds.target import target
    from planner.scenarios.kinds.transfer import transfer

    return {
        ChangeKind.TRANSFER: transfer,
        ChangeKind.POST_CHANGE: post_change,
        ChangeKind.SECONDMENT: secondment,
        ChangeKind.RETURN: return_home,
        ChangeKind.RECRUIT: recruit,
        ChangeKind.RETIRE: retire,
        ChangeKind.LEAVE: leave,
        ChangeKind.CAMPAIGN: campaign,
        ChangeKind.OPEN_STATION: open_station,
        ChangeKind.MERGE_STATION: merge_station,
        ChangeKind.CLOSE_STATION: close_station,
        ChangeKind.TARGET: target,
        ChangeKind.CANCEL_REPORT: cancel_report,
    }
