"""The campaign planner: n people for k weeks from a date, who can go, who covers, and what it costs."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from planner.campaign.answer import answer, hurt_words, ways_words
from planner.campaign.planning import Campaign, Chance, Meaning, planned
from planner.campaign.ways_out import WaysOut, ways_out
from planner.document import Document
from planner.errors import InputError
from planner.scenarios.applying import same_county
from planner.scenarios.kinds.campaign import where_to
from planner.scenarios.records import Change
from planner.tables.campaign import candidate_rows
from planner.text import Text, joined
from ui.following_page import FollowingPage
from ui.latest import Latest
from ui.marks import Mark
from ui.scenarios.campaign_parts import CampaignParts

if TYPE_CHECKING:
    from ui.shell import Shell

_WRITE = Text("专项行动写入方案", "Write a campaign into a scenario")
_WRITTEN = Text(
    "已把专项行动({n} 人)写入方案“{name}”,一步可撤销。",
    "The campaign ({n} people) written into the scenario “{name}”, one undo step.",
)
_CHANGED = Text("正在按新的条件测算,请稍候再写入。", "The question has changed; write once it is answered.")
_CANNOT = Text("{name}:{why},不能抽调。", "{name}: {why}; cannot go.")
_EMPTY = Text("先打开或导入花名册,再测算专项行动。", "Open or import a roster first, then plan a campaign.")
_NAMED = 3  # of those who cannot go
_COUNTING = Text("正在测算……", "Working it out …")


class CampaignPanel(FollowingPage):
    """Asks in the background whenever the question or what is in view changes; ticks recount at once."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._opened, self._show_card = shell.open_document, shell.navigation.show_card
        self.campaign: Campaign | None = None
        self.meaning: Meaning | None = None
        self._question: tuple[Document, Change] | None = None
        self._own_choice = False  # the user ticked somebody else
        self._ticking = False  # the panel ticks
        self.parts = CampaignParts(shell, self)
        self._planning = Latest(shell.background, self._take, self)
        self._searching = Latest(shell.background, self._take_ways, self)
        self._recounting = Latest(shell.background, self._take_meaning, self)
        self._connect()
        shell.open_document.changed.connect(self.parts.told.hush)
        self.keep_up_with(shell.open_document.changed, shell.language.changed, shell.theme.changed)

    def _connect(self) -> None:
        parts = self.parts
        parts.form.changed.connect(self._ask)
        parts.model.ticked_changed.connect(self._ticked)
        parts.cheapest_button.clicked.connect(self.tick_cheapest)
        parts.write_button.clicked.connect(self.write)
        parts.view.card_requested.connect(self._show_card)

    def show_document(self) -> None:
        """Show the panel for what is in view."""
        self.parts.form.offer_borrowers(self._opened.document)
        self.parts.form.start_after(self._opened.on)
        self.parts.retranslate()
        self._ask()
        if self.meaning is not None:
            self.parts.show_meaning(self.meaning)

    # asking

    def _ask(self) -> None:
        """Ask anew where the question or the document is another one."""
        document, answered = self._opened.document, self.parts.answer
        if self._opened.is_empty:
            self._show_nothing(_EMPTY)
            return
        try:
            change = replace(self.parts.form.asked(document), note="")
        except InputError as fault:
            self._show_nothing(fault.message)
            return
        known = self._question
        if known is not None and known[1] == change and same_county(known[0], document):
            return
        if known is None or known[1] != change:
            self._own_choice = False
            self.parts.told.hush()
        self._question = document, change
        self._searching.forget()
        answered.show_answer(Mark.NO_DATA, _COUNTING)
        self._planning.order(lambda *_: _planned(document, change))

    def _show_nothing(self, why: Text) -> None:
        for work in (self._planning, self._searching, self._recounting):
            work.forget()
        self._question = self.campaign = self.meaning = None
        self.parts.answer.show_answer(Mark.TO_VERIFY, why)
        self.parts.show_candidates([])
        self.parts.show_meaning(None)
        self._show_ticks()

    def _take(self, found: Campaign | InputError) -> None:
        if isinstance(found, InputError):
            self._show_nothing(found.message)
            return
        self.campaign = found
        wanted, can = found.change.number or 0, len(found.spared.people)
        self.parts.answer.show_answer(Mark.MET if can >= wanted else Mark.NOT_MET, answer(found))
        self.parts.show_candidates(candidate_rows(found))
        if can < wanted and self._question is not None:
            document, change = self._question
            self.parts.answer.look_for_ways()
            self._searching.order(lambda _, stop: ways_out(document, change, stop))
        barred = {c.id for c in found.candidates if c.chance is Chance.BARRED}
        self._tick(self.parts.model.ticked - barred if self._own_choice else frozenset(found.cheapest))

    def _take_ways(self, found: WaysOut) -> None:
        if self.campaign is not None:
            self.parts.answer.show_ways(ways_words(found, self.campaign.change.number or 0))

    # ticks

    def tick_cheapest(self) -> None:
        """Tick those who would be chosen."""
        self._own_choice = False
        self._tick(frozenset(self.campaign.cheapest if self.campaign is not None else ()))

    def _tick(self, people: frozenset[int]) -> None:
        model, self._ticking = self.parts.model, True
        model.tick(model.ticked - people, False)
        model.tick(people)
        self._ticking = False
        self._recount()

    def _ticked(self) -> None:
        """Take a tick of the user; who cannot go at all is unticked with the reason."""
        if self.campaign is None or self._ticking:
            return
        self._own_choice = True
        ticked = self.parts.model.ticked
        barred = [c for c in self.campaign.candidates if c.id in ticked and c.chance is Chance.BARRED]
        if barred:
            self._tick(ticked - {c.id for c in barred})
        else:
            self._recount()
        self.parts.told.hush()
        if some := barred[:_NAMED]:
            self.parts.told.tell(joined(_CANNOT.format(name=c.placed.person.name, why=c.why) for c in some))

    def _recount(self) -> None:
        self._show_ticks()
        if self.campaign is not None:
            self._recounting.order(partial(_recounted, self.campaign, self.parts.model.ticked))

    def _take_meaning(self, meaning: Meaning) -> None:
        self.meaning = meaning
        self.parts.show_hurts(hurt_words(meaning.hurts, len(meaning.gone)), bool(meaning.hurts))
        self.parts.show_meaning(meaning)

    def _show_ticks(self) -> None:
        wanted = self.campaign.change.number if self.campaign is not None else 0
        self.parts.show_ticks(len(self.parts.model.ticked) if self.campaign is not None else 0, wanted or 0)

    # writing

    def write(self) -> None:
        """Write the campaign with the people ticked into the scenario chosen, as one undo step."""
        if self.campaign is None:
            return
        people = tuple(c.id for c in self.campaign.candidates if c.id in self.parts.model.ticked)
        try:
            change = self.parts.form.asked(self._opened.document)
            where_to(self._opened.document, change)
            if self._planning.busy or replace(change, note="") != self.campaign.change:
                self._ask()
                self.parts.told.tell(_CHANGED)
                return
            made = replace(change, people=people, number=len(people))
            name = self.parts.target.write(_WRITE, [made])
        except InputError as fault:
            self.parts.told.tell(fault.message)
            return
        self.parts.told.tell(_WRITTEN.format(name=name, n=len(people)))


def _planned(document: Document, change: Change) -> Campaign | InputError:
    """Return the campaign planned, or why it cannot be asked for."""
    try:
        return planned(document, change)
    except InputError as fault:
        return fault


def _recounted(campaign: Campaign, ticked: frozenset[int], *_: object) -> Meaning:
    return campaign.meaning(ticked)
