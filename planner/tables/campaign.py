"""The candidates for a campaign: who can be spared in which order, why or why not, and what it costs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from planner.campaign.answer import hours
from planner.campaign.planning import Campaign, Candidate, Chance
from planner.county.state import State
from planner.tables import names
from planner.tables.column import Column, Table
from planner.tables.kinds import choice, number, told, words
from planner.text import Text

CHANCES: Mapping[Chance, Text] = {
    Chance.CHOSEN: Text("可抽", "can go"),
    Chance.INSTEAD: Text("可替换", "in place of another"),
    Chance.BREAKS: Text("抽则破线", "breaks a line"),
    Chance.BARRED: Text("不可抽", "cannot go"),
}
_NONE = Text("不影响派出所在辖区时间", "no field time of a station")
_LOST = Text("在辖区时间 −{n} 小时", "{n} hours of field time")


class CandidateRow(NamedTuple):
    """A candidate and the county on the campaign's first day."""

    candidate: Candidate
    state: State

    @property
    def id(self) -> int:
        """The person's id."""
        return self.candidate.id

    @property
    def unit(self) -> str:
        """The home unit's name."""
        return self.state.unit_name(self.candidate.placed.home)

    @property
    def cost(self) -> Text:
        """What their going costs in field time, empty for those who cannot."""
        if self.candidate.chance is Chance.BARRED:
            return Text("", "")
        lost = self.candidate.lost
        return _NONE if lost is None else _LOST.format(n=hours(lost))


def candidate_rows(campaign: Campaign) -> list[CandidateRow]:
    """Return everybody on the books, those who can be spared first in the order they would be chosen."""
    return [CandidateRow(candidate, campaign.days[0].state) for candidate in campaign.candidates]


COLUMNS: tuple[Column[CandidateRow], ...] = (
    words("name", Text("姓名", "Name"), lambda r: r.candidate.placed.person.name, width=12),
    number("rank", Text("次序", "Order"), lambda r: r.candidate.rank, width=8),
    choice("chance", Text("能否抽调", "Can go"), lambda r: r.candidate.chance, CHANCES, width=14),
    words("unit", Text("单位", "Unit"), lambda r: r.unit, width=18),
    choice("post", Text("岗位", "Post"), lambda r: r.candidate.placed.post, names.POSTS, width=10),
    told("why", Text("理由", "Why"), lambda r: r.candidate.why, width=46),
    told("cost", Text("代价", "Cost"), lambda r: r.cost, width=24),
    words("badge_number", Text("警号", "Badge"), lambda r: r.candidate.placed.person.badge_number, width=9),
)
TABLE: Table[CandidateRow] = Table(
    "campaign_candidates", Text("专项行动人选", "Campaign candidates"), COLUMNS
)
