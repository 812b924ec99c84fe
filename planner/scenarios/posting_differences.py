"""A corrected unit or post of somebody, said as a transfer or a post change."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from planner.county.belonging import about_people
from planner.county.in_force import still_open
from planner.county.records import County, Posting
from planner.county.state import Placed, state
from planner.document import Document
from planner.scenarios.records import ChangeKind
from planner.scenarios.telling import Added, by_change, fact, only
from planner.text import Text

_POSTINGS = Text("职务、专职、责任区等任职资料", "Position, dedication or beat")
_SECONDED = Text(
    "抽调借调中的人员改单位,借调会一并结束",
    "Somebody is seconded, and another unit would end the secondment too",
)


def posting_changes(before: Document, after: Document, on: date) -> Iterator[Added]:
    """Yield a transfer or a post change for everybody whose posting in force was corrected."""
    old, new = before.county.postings, after.county.postings
    if old is new:
        return
    differing = {r.person for one, other in ((old, new), (new, old)) for id_, r in one.items()
                 if other.get(id_) != r}  # fmt: skip
    stood, stand = _stand(before, differing, on), _stand(after, differing, on)
    seconded = still_open(about_people(before.county, frozenset(differing)), on)
    for id_ in sorted(differing, key=list(before.county.people).index):
        known, posting = stood[id_].posting or Posting(0, id_, None), stand[id_].posting
        if posting is None or not _corrects_place(posting, known, before.county):
            raise fact(_POSTINGS)
        if posting.unit == known.unit:
            yield ChangeKind.POST_CHANGE, on, {"person": id_, "post": posting.post}
        elif id_ in seconded:
            raise by_change(_SECONDED)
        else:
            yield ChangeKind.TRANSFER, on, {"person": id_, "unit": posting.unit, "post": posting.post}


def _corrects_place(posting: Posting, known: Posting, county: County) -> bool:
    """Return whether unit or post was corrected and nothing else; a move carried out may be written down."""
    words = () if posting.post is known.post else ("post_words",)
    days = {known.from_, *(m.effective for m in county.moves.values() if m.person == posting.person)}
    return (
        (posting.unit, posting.post) != (known.unit, known.post)
        and posting.from_ in days
        and only(posting, known, "id", "unit", "post", "from_", *words)
    )


def _stand(document: Document, people: Collection[int], on: date) -> Mapping[int, Placed]:
    return state(about_people(document.county, frozenset(people)), on, document.policy).placed
