"""The scenarios of the version in force, applied and judged once, in the background where there is one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from planner.audit.results import Audit
from planner.document import Document
from planner.scenarios.applying import Applied, applied
from ui.background import Background
from ui.latest import Latest

# The version, the date, the scenario (None: as it stands), what it made, and its figures.
_Judged = tuple[Document, date, int | None, Applied | None, Audit]

_VERSIONS = 8  # of which what was applied is kept


class Branches(QObject):
    """What is at hand of every scenario; what an edit leaves as it was is not worked out again."""

    changed = Signal()  # more is at hand

    def __init__(self, background: Background | None, parent: QObject) -> None:
        super().__init__(parent)
        self._base, self._on = Document(), date.min
        self._applied: dict[int, Applied] = {}
        self._audits: dict[int | None, Audit] = {}
        self._earlier: dict[int, Applied] = {}  # of the versions before, to go on from
        self._past: list[tuple[Document, dict[int, Applied]]] = []  # for undo and redo
        self._expected: tuple[Document, int, Applied] | None = None  # of the version to come
        self._work = Latest(background, self._take, self) if background is not None else None
        self._soon = QTimer(self, singleShot=True, interval=0)  # what is in view comes first
        self._soon.timeout.connect(self._work_out_next)

    def of(self, scenario: int) -> Applied | None:
        """Return a scenario applied; None while it is being worked out."""
        return self._applied.get(scenario)

    def audit(self, scenario: int | None) -> Audit | None:
        """Return the audit of a scenario, or as it stands; None while it is being worked out."""
        return self._audits.get(scenario)

    def applied_now(self, scenario: int) -> Applied:
        """Return a scenario applied, worked out on the spot where it is not at hand."""
        if scenario not in self._applied:
            made = applied(self._base, scenario, self._earlier.get(scenario))
            self._applied[scenario] = self._earlier[scenario] = made
        return self._applied[scenario]

    def expect(self, base: Document, scenario: int, made: Applied) -> None:
        """Take over a scenario applied to a version that is about to come into force."""
        self._expected = (base, scenario, made)

    def keep_audit(self, scenario: int | None, audit: Audit) -> None:
        """Take over an audit that was made elsewhere, of the version and date in force."""
        self._audits[scenario] = audit

    def show(self, base: Document, on: date) -> None:
        """Follow to another version or date, and begin to work out what is not at hand for it."""
        if base is self._base and on == self._on:
            return
        if base is not self._base:
            self._past = [(self._base, self._applied), *self._past][:_VERSIONS]
            self._applied = next((made for version, made in self._past if version is base), {})
            self._earlier = {
                id_: made for id_, made in {**self._earlier, **self._applied}.items() if id_ in base.scenarios
            }
        self._audits.clear()
        self._base, self._on = base, on
        if self._expected is not None and self._expected[0] is base:
            _, scenario, made = self._expected
            self._applied[scenario] = self._earlier[scenario] = made
        self._expected = None
        self._soon.start()

    def _work_out_next(self) -> None:
        wanted = (*self._base.scenarios, None) if self._base.scenarios else ()
        waiting = [id_ for id_ in wanted if id_ not in self._audits]
        if self._work is None or not waiting:
            return
        base, on, scenario = self._base, self._on, waiting[0]
        known, earlier = self._applied.get(scenario or 0), self._earlier.get(scenario or 0)

        def judged() -> _Judged:
            if scenario is None:
                return base, on, None, None, base.audit(on)
            made = known or applied(base, scenario, earlier)
            return base, on, scenario, made, made.document.audit(on)

        self._work.order(lambda *_: judged())

    def _take(self, judged: _Judged) -> None:
        base, on, scenario, made, audit = judged
        if base is self._base:
            if scenario is not None and made is not None:
                self._applied.setdefault(scenario, made)
                self._earlier[scenario] = self._applied[scenario]
            if on == self._on:
                self._audits.setdefault(scenario, audit)
            self.changed.emit()
        self._work_out_next()
