"""Repair while editing: after an edit that breaks a line, the cheapest repair is looked for and offered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from planner.audit.results import Audit
from planner.errors import InputError
from planner.optimise.accept import accept
from planner.optimise.lines import broken_lines, once_approved
from planner.optimise.running import Stop
from planner.text import Text
from ui.accepted import accepted_words
from ui.latest import Latest
from ui.shell import Shell

if TYPE_CHECKING:
    from planner.optimise.repair import Repair

Repairing = Callable[[Audit, Audit, Stop], "Repair | None"]
_PAUSE = 15  # milliseconds in which the window shows the edit itself first
_ACCEPT = Text("采纳补救({n} 项)", "Accept a repair ({n} moves)")


def cheapest_repair(before: Audit, after: Audit, stop: Stop) -> Repair | None:
    """Return the repair of what an edit broke; the solvers are imported here, off the GUI thread."""
    was, now = once_approved(before), once_approved(after)
    if not broken_lines(was, now):
        return None
    from planner.optimise.repair import repair

    return repair(was, now, stop=stop)


class Repairs(QObject):
    """Follows the open document; what it offers belongs to the version in force and to no other."""

    offered = Signal(object)  # Repair, None when there is nothing to offer any more
    accepted = Signal(object)  # Text

    def __init__(self, shell: Shell, parent: QObject, repairing: Repairing = cheapest_repair) -> None:
        super().__init__(parent)
        self._shell, self._repairing = shell, repairing
        self._looking = Latest(shell.background, self._offer, self)
        self.offer: Repair | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._look)
        shell.open_document.changed.connect(self._changed)

    @property
    def looking(self) -> bool:
        """Whether a repair is being looked for, or soon will be."""
        return self._looking.busy or self._soon.isActive()

    def _changed(self) -> None:
        self.withdraw()
        if self._shell.open_document.previous_audit is not None:
            self._soon.start()

    def _look(self) -> None:
        before, after = self._shell.open_document.previous_audit, self._shell.open_document.audit
        if before is not None:
            self._looking.order(lambda _report, stop: self._repairing(before, after, stop))

    def withdraw(self) -> None:
        """Stop looking, and take back what is offered."""
        self._soon.stop()
        self._looking.forget()
        if self.offer is not None:
            self._offer(None)

    def _offer(self, repair: Repair | None) -> None:
        if repair is not self.offer:
            self.offer = repair
            self.offered.emit(repair)

    def accept(self) -> None:
        """Record the moves of what is offered."""
        if self.offer is not None and self.offer.people:
            said = record(self._shell, self.offer)
            if said is not None:
                self.accepted.emit(said)


def record(shell: Shell, repair: Repair) -> Text | None:
    """Record a repair's moves as proposed from the date in view, as one undo step; return what was done."""
    n, on = len(repair.people), shell.open_document.on
    try:
        shell.open_document.apply(
            _ACCEPT.format(n=n), lambda document: accept(document, repair.proposal, repair.people, on)
        )
    except InputError as fault:
        shell.messages.complain(fault.message)
        return None
    return accepted_words(shell.open_document, n)
