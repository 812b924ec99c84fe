"""A hard bound that today already breaks becomes "no worse than today" (design 3.2).

Today is counted without those who must return from where they are: nobody keeps a borrowed worker to
reach a bound. Targets, and bounds that are soft, are left as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.allocation.counts import Counts, counts_today
from models.allocation.problem import Problem
from models.allocation.requirements import Kept, Maximum, PostMinimum, Requirement, TagMinimum


@dataclass(frozen=True, slots=True)
class Relaxed:
    """One relaxed bound: what was required and what it became."""

    kind: str  # name of the requirement's class
    site: int
    post: str | None
    required: int
    became: int
    tag: str | None = None


def no_worse_than_today(problem: Problem) -> tuple[Problem, tuple[Relaxed, ...]]:
    """Return the problem with its broken hard bounds relaxed, and which; a second time there are none."""
    today = counts_today(problem)
    found: list[Relaxed] = []
    requirements = tuple(_relax(requirement, today, found) for requirement in problem.requirements)
    return (replace(problem, requirements=requirements) if found else problem), tuple(found)


def _relax(requirement: Requirement, today: Counts, found: list[Relaxed]) -> Requirement:
    if requirement.level is not None:
        return requirement
    match requirement:
        case Kept(at_least=least):
            new = _relaxed("Kept", ((s, None, n, min(n, today.present[s])) for s, n in least.items()))
            found += new
            return replace(requirement, at_least={**least, **{r.site: r.became for r in new}})
        case Maximum(at_most=most):
            new = _relaxed("Maximum", ((s, None, n, max(n, today.present[s])) for s, n in most.items()))
            found += new
            return replace(requirement, at_most={**most, **{r.site: r.became for r in new}})
        case PostMinimum(at_least=by_post):
            new = _relaxed(
                "PostMinimum", ((s, p, n, min(n, today.on_post[s, p])) for (s, p), n in by_post.items())
            )
            found += new
            became = {(r.site, str(r.post)): r.became for r in new}
            return replace(requirement, at_least={**by_post, **became})
        case TagMinimum(at_least=by_tag):
            tagged = {place: min(n, today.tagged[place]) for place, n in by_tag.items()}
            found += [
                Relaxed("TagMinimum", site, None, n, tagged[site, tag], tag)
                for (site, tag), n in by_tag.items()
                if tagged[site, tag] != n
            ]
            return replace(requirement, at_least=tagged)
        case _:
            return requirement


def _relaxed(kind: str, bounds: Iterable[tuple[int, str | None, int, int]]) -> list[Relaxed]:
    return [Relaxed(kind, *bound) for bound in bounds if bound[2] != bound[3]]
