"""The Scenarios page of a window on a small town."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pytestqt.qtbot import QtBot

from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario
from planner.scenarios.records import Change, ChangeKind, Scenario
from planner.tables.change_rows import ChangeRow
from tests.planner.scenarios.town import MARCH, Town
from tests.ui.windows import Scene
from ui.forms.form_dialog import FormDialog
from ui.scenarios.changes_panel import ChangesPanel
from ui.scenarios.scenario_tree import ScenarioTree
from ui.scenarios.scenarios_page import ScenariosPage

TOWN = Town()
UNTIL = date(2027, 3, 31)


def badge(person: int) -> str:
    return TOWN.county.people[person].badge_number


def retiring() -> Document:
    """A scenario that retires a clerk and moves another one, and one on it that moves the first."""
    document = new_scenario(TOWN.document, "退休")
    document = add_change(document, 1, ChangeKind.RETIRE, MARCH, person=TOWN.clerks[0])
    document = add_change(document, 1, ChangeKind.TRANSFER, MARCH, person=TOWN.clerks[1], unit=TOWN.small)
    document = new_scenario(document, "调动", 1)
    return add_change(document, 2, ChangeKind.TRANSFER, MARCH, person=TOWN.clerks[0], unit=TOWN.small)


class ScenariosScene(Scene):
    """The page in a window, with what is worked out in the background at hand."""

    def __init__(self, qtbot: QtBot, document: Document | None = None, chosen: int | None = None) -> None:
        super().__init__(qtbot, document or TOWN.document)
        self.opened = self.document
        self.scenarios_page = self.page("scenarios", ScenariosPage)
        self.settle()
        if chosen is not None:
            self.tree.choose(chosen)

    @property
    def tree(self) -> ScenarioTree:
        return self.scenarios_page.panel.tree

    @property
    def changes(self) -> ChangesPanel:
        return self.scenarios_page.changes

    @property
    def rows(self) -> Sequence[ChangeRow]:
        return self.changes.model.shown

    @property
    def listed(self) -> list[str]:
        return [row.name.zh for row in self.tree.rows]

    def scenario(self, id_: int) -> Scenario:
        return self.opened.base.scenarios[id_]

    def kept(self, id_: int) -> tuple[Change, ...]:
        return self.scenario(id_).changes

    def do(self, key: str) -> None:
        """Trigger an action of the list."""
        self.scenarios_page.panel.actions_[key].trigger()

    def form(self) -> FormDialog:
        """Return the form that is open."""
        forms = [f for f in self.window.findChildren(FormDialog) if f.isVisible()]
        assert len(forms) == 1
        return forms[0]

    def fill(self, **words: str) -> FormDialog:
        """Fill the open form in and press OK."""
        form = self.form()
        for key, typed in words.items():
            form.fill(key, typed)
        form.accept()
        return form

    def select(self, *ids: int) -> None:
        self.changes.view.select_rows(set(ids))
