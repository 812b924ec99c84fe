from __future__ import annotations

from random import Random

import pytest

from planner.document import Document
from planner.optimise.planning import plan
from planner.policy.settings import PLANNING_RULES
from tests.planner.building import TODAY
from tests.planner.optimise.enumeration import Enumeration, limit, tiny

SMALL_ENOUGH = 20_000


def _drawn(seed: int) -> tuple[Document, Enumeration]:
    """Return the first county from this seed on that can be enumerated; some have hard or reordered rules."""
    random = Random(seed)
    while True:
        b = tiny(random)
        if random.random() < 0.5:
            limit(b, random)
        if random.random() < 0.3:
            b.override("planning.order", random.sample(PLANNING_RULES, len(PLANNING_RULES)))
        for rule in PLANNING_RULES:
            if random.random() < 0.1:
                b.override(f"{rule}.enforcement", "hard")
        document = Document(b.county, b.policy)
        enumeration = Enumeration(document)
        if enumeration.size <= SMALL_ENOUGH:
            return document, enumeration


@pytest.mark.parametrize("block", range(10))
def test_no_plan_of_a_tiny_county_is_better_than_the_one_proposed(block: int) -> None:
    for seed in range(block * 20, block * 20 + 20):
        document, enumeration = _drawn(seed)
        proposal = plan(document, TODAY, both=False)
        best = enumeration.best()
        if best is None:
            assert (proposal.status, proposal.moves) == ("infeasible", ()), seed
        else:
            assert proposal.status == "optimal", seed
            assert tuple(level.value for level in proposal.levels)[:-1] == best, seed
