"""Deciding about a suspicion of hidden secondment from its finding: it is one, or it is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from planner.audit.results import Finding, Gravity
from planner.county.duty import Verdict
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


class Suspicions:
    """The entries of a finding's menu, and the form behind them."""

    def __init__(self, open_document: OpenDocument, language: LiveLanguage, parent: QWidget) -> None:
        self._open_document, self._language, self._parent = open_document, language, parent

    def fill_menu(self, menu: QMenu, finding: Finding) -> None:
        """Offer what can be decided about a finding; nothing where it is no suspicion."""
        if finding.rule != RULE:
            return
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
