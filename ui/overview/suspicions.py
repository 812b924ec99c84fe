"""Deciding about a suspicion of hidden secondment from its finding: it is one, or it is not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from planner.audit.results import Finding, Gravity
from planner.county.duty import DutyBook, Suspicion, Verdict
from planner.edits.suspicions import decide_suspicion, withdraw_decision
from planner.text import Text
from ui.forms.fields import text_field
from ui.forms.form_dialog import FormDialog
from ui.tables.session import LiveLanguage, OpenDocument

RULE = "hidden_secondment"
_CONFIRM, _CLEAR = (
    Text("认定为未备案借用", "Confirm a hidden secondment"),
    Text("排除疑似", "Clear a suspicion"),
)
_WITHDRAW = Text("撤销认定", "Withdraw the decision")
_MENU = {
    Verdict.CONFIRMED: Text("认定为未备案借用(&C)…", "&Confirm as a hidden secondment…"),
    Verdict.CLEARED: Text("排除疑似(&X)…", "It is &none…"),
}
_NOTE = Text("说明", "Note")
_REOPEN = Text("恢复疑似借用", "Take back a clearing")
_CLEARED = Text("恢复已排除的疑似(&K)", "&Take back a clearing")
_ONE = Text("{name}:{note}", "{name}: {note}")


def cleared_in(duty: DutyBook, month: date) -> list[Suspicion]:
    """Return the suspicions of a month that were cleared, and so are no findings."""
    first = month.replace(day=1)
    return [s for s in duty.suspicions if s.verdict is Verdict.CLEARED and s.month == first]


class Suspicions:
    """The entries of a finding's menu, and the form behind them.

    What was cleared is no finding any more: every menu offers to take back the clearings of the month.
    """

    def __init__(
        self,
        open_document: OpenDocument,
        language: LiveLanguage,
        parent: QWidget,
        month: Callable[[], date] | None = None,
        on_record: Callable[[], bool] = lambda: True,
    ) -> None:
        """`month` is the one in view, by default that of the date in force.

        Decisions are offered while `on_record`: of the county as it stands, and not within a scenario.
        """
        self._open_document, self._language, self._parent = open_document, language, parent
        self._month, self._on_record = month or (lambda: open_document.on), on_record

    def fill_menu(self, menu: QMenu, finding: Finding | None) -> None:
        """Offer what can be decided about a finding, if it is a suspicion, and about those cleared."""
        if not self._on_record():
            return
        if finding is not None and finding.rule == RULE:
            self._offer_decisions(menu, finding)
        cleared = cleared_in(self._open_document.document.duty, self._month())
        if not cleared:
            return
        menu.addSeparator()
        more = menu.addMenu(_CLEARED.in_language(self._language.current))
        for decided in cleared:
            words = self._words(decided)
            unmarked = Text(words.zh.replace("&", "&&"), words.en.replace("&", "&&"))  # no mnemonic in a note
            self._entry(more, unmarked, partial(self.reopen, decided))

    def cleared_words(self, people: Collection[int]) -> list[Text]:
        """Return who of some people is cleared of a suspicion this month, and why."""
        cleared = cleared_in(self._open_document.document.duty, self._month())
        return [self._words(decided) for decided in cleared if decided.person in people]

    def _words(self, decided: Suspicion) -> Text:
        name = self._open_document.document.county.people[decided.person].name
        return _ONE.format(name=name, note=decided.note)

    def _offer_decisions(self, menu: QMenu, finding: Finding) -> None:
        menu.addSeparator()
        if finding.gravity is Gravity.TO_VERIFY:
            self._entry(menu, _MENU[Verdict.CONFIRMED], lambda: self.ask(finding, Verdict.CONFIRMED))
        else:
            self._entry(menu, _WITHDRAW, lambda: self.withdraw(finding))
        self._entry(menu, _MENU[Verdict.CLEARED], lambda: self.ask(finding, Verdict.CLEARED))

    def _entry(self, menu: QMenu, words: Text, run: Callable[[], object]) -> None:
        menu.addAction(words.in_language(self._language.current), run)

    def ask(self, finding: Finding, verdict: Verdict) -> FormDialog:
        """Ask for the note of a decision and make it, one undo step."""
        title = _CONFIRM if verdict is Verdict.CONFIRMED else _CLEAR
        [person] = finding.people

        def submit(values: Mapping[str, Any]) -> None:
            self._open_document.apply(
                title, lambda d: decide_suspicion(d, person, finding.date, verdict, values["note"])
            )

        dialog = FormDialog(
            title,
            (text_field("note", _NOTE, needed=verdict is Verdict.CLEARED),),
            submit,
            self._open_document.document,
            self._language.current,
            self._parent,
            intro=finding.message,
        )
        dialog.open()
        return dialog

    def withdraw(self, finding: Finding) -> None:
        """Leave the month undecided again."""
        [person] = finding.people
        self._open_document.apply(_WITHDRAW, lambda d: withdraw_decision(d, person, finding.date))

    def reopen(self, decided: Suspicion) -> None:
        """Take back a clearing: the month is a suspicion again."""
        self._open_document.apply(_REOPEN, lambda d: withdraw_decision(d, decided.person, decided.month))
