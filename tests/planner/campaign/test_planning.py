from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.campaign.answer import answer, hurt_words
from planner.campaign.breaking import hurt
from planner.campaign.planning import Campaign, Chance, planned
from planner.county.records import AbsenceKind
from planner.document import Document
from planner.edits.refused import RefusedError
from planner.samples.generate import generate
from planner.scenarios.kinds.campaign import campaign
from planner.scenarios.records import Change, ChangeKind
from tests.planner.campaign.fields import CampaignTown
from tests.planner.samples.as_county import as_county
from tests.planner.scenarios.town import MARCH


def plan(town: CampaignTown, number: int = 3, **fields: object) -> Campaign:
    return planned(town.document, town.asked(number, **fields))


def why(found: Campaign, person: int) -> tuple[Chance, str]:
    [row] = [row for row in found.candidates if row.id == person]
    return row.chance, row.why.en


def test_the_plain_answer_names_both_sources_and_what_is_missing() -> None:
    town = CampaignTown()
    assert answer(plan(town, 5)).zh == (
        "派出所一个也不能抽:指标口径最多容许抽调借调 0 人,2027-03-01 已有 1 人(不计经批准保留的)。"
        "需 5 人,机关可抽 3 人,派出所可抽 0 人,缺 2 人。"
    )
    assert answer(plan(town, 5)).en == (
        "None from stations: the policy allows 0 draw-offs, and 1 are drawn off on 2027-03-01, "
        "those kept with approval not counted. "
        "5 wanted: 3 can come from headquarters, 0 from stations; 2 are missing."
    )
    assert answer(plan(town, 3)).zh.endswith("派出所可抽 0 人,够。")
    assert answer(plan(town, 30)).zh == "全县只有民警 18 人,需要 30 人。"


def test_candidates_come_in_the_order_the_campaign_would_choose_them() -> None:
    town = CampaignTown()
    found = plan(town)
    ranked = [row.id for row in found.candidates if row.rank]
    assert ranked == [town.clerks[0], town.clerks[1], town.detectives[0]]
    assert list(found.cheapest) == ranked
    made = campaign(town.document, found.change)
    gone = [s.person for s in made.county.secondments.values() if s.to_outside]
    assert gone == ranked


def test_everybody_else_has_a_reason() -> None:
    town = CampaignTown()
    pinned = town.person(town.office, pin="机要")
    later = town.person(town.office)
    town.second(later, town.brigade, from_=date(2027, 4, 5), until=date(2027, 4, 20))
    sent = town.person(town.office)
    town.absent(sent, AbsenceKind.MATERNITY, date(2027, 5, 1), date(2027, 8, 1))
    found = plan(town)
    assert why(found, town.leader) == (Chance.BARRED, "unit head")
    assert why(found, pinned) == (Chance.BARRED, "pinned")
    assert why(found, later) == (Chance.BARRED, "seconded elsewhere from 2027-04-05")
    assert why(found, sent) == (Chance.BARRED, "not present at the unit from 2027-05-01")
    assert why(found, town.drawn) == (Chance.BARRED, "already at 政工室 then")
    assert why(found, town.sick) == (Chance.BARRED, "long absent then")
    assert why(found, town.clerks[3])[0] is Chance.INSTEAD
    chance, reason = why(found, town.case[1])
    assert chance is Chance.BREAKS
    assert "1 → 2 (0 required" in reason
    assert len(found.candidates) == len(found.days[0].state.counted())


def test_the_borrowing_unit_lends_nobody_to_itself() -> None:
    town = CampaignTown()
    found = plan(town, unit=town.brigade, name="")
    assert why(found, town.detectives[0]) == (Chance.BARRED, "works at the borrowing unit")


def test_whoever_retires_during_the_campaign_is_not_sent() -> None:
    town = CampaignTown()
    town.override("planning.years_to_retirement", 0)
    old = town.old(town.office)
    assert why(plan(town), old) == (Chance.BARRED, "leaves the service on 2027-04-01")


def test_a_unit_whose_strength_falls_during_the_campaign_gives_fewer() -> None:
    town = CampaignTown()
    town.override("planning.kept_share", "75%")
    assert len(plan(town).spared.office) == 1
    town.old(town.office)
    town.old(town.brigade)
    found = plan(town)
    assert [p.id for p in found.spared.office] == [
        town.clerks[0]
    ]  # 5 of 4 kept on the first day, 4 of 3 later
    town.absent(town.clerks[3], AbsenceKind.LONG_SICK, date(2027, 4, 20), date(2027, 12, 31))
    town.override("planning.kept_share", "100%")
    assert plan(town).spared.office == ()


def test_a_time_that_cannot_be_is_refused() -> None:
    with pytest.raises(RefusedError, match="before the first"):
        plan(CampaignTown(), until=date(2027, 1, 1))


def test_the_meaning_of_a_choice_is_counted_for_just_these_people() -> None:
    town = CampaignTown()
    found = plan(town)
    fine, hurting = found.meaning(found.cheapest), found.meaning([*town.clerks])
    assert hurt_words(fine.hurts, 3).en == "With these 3 away no line breaks or grows worse."
    assert hurt_words(hurting.hurts, 4).zh == "所选 4 人去后:政工室·最低保留 4 → 0(要求 2,自 2027-03-01 起)。"
    assert [cover.unit.id for cover in hurting.covers] == [town.office]
    assert hurt_words((), 0).zh == "尚未勾选人员。"


@given(seed=st.integers(0, 50), number=st.integers(1, 40), weeks=st.integers(1, 30))
def test_those_who_would_be_chosen_hurt_no_line_on_any_day(seed: int, number: int, weeks: int) -> None:
    document = Document(as_county(generate(seed % 6, 120)))
    last = date.fromordinal(MARCH.toordinal() + 7 * weeks - 1)
    change = Change(1, ChangeKind.CAMPAIGN, MARCH, number=number, until=last, name="省公安厅")
    found = planned(document, change)
    assert hurt(found.days, found.cheapest) == []
    going = found.meaning(found.cheapest)
    assert sum(len(cover.gone) for cover in going.covers) == len(found.cheapest)
    assert all(cover.left >= cover.required for cover in going.covers)
