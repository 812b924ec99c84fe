"""达标情况: where the county stands, on one page for the leadership and in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.audit.ledgers import Ledger
from planner.audit.results import Audit
from planner.reports.difference import DifferenceRow, difference_rows
from planner.reports.figures import counts, percentage, ratio, required_words
from planner.reports.findings_list import FindingRow, finding_rows
from planner.reports.margins import margin_sentences
from planner.reports.paper import Ratio, Request
from planner.reports.stations import StationRow, station_rows
from planner.reports.targets import TargetRow, Verdict, target_rows
from planner.text import Text

_NONE_PENDING = Text("没有已批准而未到位的调整", "no approved move is still to come")
_PENDING = Text(
    "已批准的调整全部到位后:在岗 {percent}({counts})", "after approved moves: present {percent} ({counts})"
)
_PROPOSED = Text(
    "拟调整方案实施后:在岗 {percent}({counts})", "with the proposal: present {percent} ({counts})"
)
_ALL_MET = Text("有数据的各项指标在岗口径均达标。", "Every target that has data is met by who is present.")
_NOTHING_JUDGED = Text("没有可评价的指标。", "No target can be judged.")
_SHORT_OF = Text("在岗口径未达标:{targets}。", "Not met by who is present: {targets}.")
_SHORTFALL = Text("{title}差 {n} 人", "{title} ({n} short)")
_ONLY_ON_PAPER = Text(
    "派出所警力占比在编达标、在岗未达标。", "The station share is met on the books but not by who is present."
)
_DIFFERENCE = Text(
    "派出所在编 {books} 人、在岗 {present} 人:在编而不在岗 {gone} 人,机关下派等增加 {more} 人。",
    "Stations have {books} on the books and {present} present: {gone} are away, {more} come from elsewhere.",
)


@dataclass(frozen=True, slots=True)
class Headline:
    """The station share on both ledgers, and what it becomes."""

    books: Ratio
    present: Ratio
    met: bool
    next: Text


@dataclass(frozen=True, slots=True)
class Compliance:
    """What the compliance summary says; the one page leaves out what its template does not draw."""

    headline: Headline | None  # None where the rule is off
    conclusion: Text
    targets: Sequence[TargetRow]
    margins: Sequence[Text]
    stations: Sequence[StationRow]
    required: Ratio  # the community share the bars are drawn against
    required_words: str
    difference: Sequence[DifferenceRow]
    difference_words: Text
    verified: Sequence[DifferenceRow]  # whom the leadership may read by name
    findings: Sequence[FindingRow]


def gather_compliance(request: Request) -> Compliance:
    """Return the figures of both compliance papers; only the full one names what is to be verified."""
    now = request.audit
    targets = target_rows(now, request.after)
    difference = difference_rows(now)
    share = now.state.policy.share("community_share.required")
    return Compliance(
        _headline(request),
        _conclusion(now, targets),
        targets,
        margin_sentences(now),
        station_rows(now),
        Ratio(share.numerator, share.denominator),
        required_words(share),
        difference,
        _difference_words(now, difference),
        [row for row in difference if not row.to_verify],
        finding_rows(now),
    )


def _headline(request: Request) -> Headline | None:
    now, rule = request.audit, "station_share"
    books, present = ratio(now.target(rule, Ledger.BOOKS)), ratio(now.target(rule))
    target = now.target(rule)
    if books is None or present is None or target is None:
        return None
    return Headline(books, present, target.met, _next(request, present))


def _next(request: Request, now: Ratio) -> Text:
    after = ratio(request.after.target("station_share"))
    pending = after is not None and (after != now or _moves_pending(request))
    parts = [_filled(_PENDING, after) if pending and after is not None else _NONE_PENDING]
    if request.proposal is not None and request.proposal.moves:
        proposed = ratio(request.proposal.after.target("station_share"))
        if proposed is not None:
            parts.append(_filled(_PROPOSED, proposed))
    return Text(";".join(p.zh for p in parts), "; ".join(p.en for p in parts))


def _moves_pending(request: Request) -> bool:
    return request.after.state.placed != request.state.placed


def _filled(sentence: Text, share: Ratio) -> Text:
    return sentence.format(percent=percentage(share), counts=counts(share))


def _conclusion(now: Audit, targets: Sequence[TargetRow]) -> Text:
    short = [row for row in targets if row.verdict is Verdict.SHORT]
    if not short:
        return _ALL_MET if any(row.verdict is Verdict.MET for row in targets) else _NOTHING_JUDGED
    parts = [_SHORTFALL.format(title=row.title, n=row.shortfall or 0) for row in short]
    named = Text("、".join(p.zh for p in parts), "; ".join(p.en for p in parts))
    words = _SHORT_OF.format(targets=named)
    books, here = now.target("station_share", Ledger.BOOKS), now.target("station_share")
    if books is not None and here is not None and books.met and not here.met:
        words = Text(words.zh + _ONLY_ON_PAPER.zh, f"{words.en} {_ONLY_ON_PAPER.en}")
    return words


def _difference_words(now: Audit, rows: Sequence[DifferenceRow]) -> Text:
    stations = [u.id for u in now.state.stations()]
    books, present = (
        sum(now.ledgers.unit(ledger, u).officers for u in stations)
        for ledger in (Ledger.BOOKS, Ledger.PRESENT)
    )
    gone = sum(row.change < 0 for row in rows)
    return _DIFFERENCE.format(books=books, present=present, gone=gone, more=len(rows) - gone)


def compliance_lead(body: Compliance) -> Sequence[Text]:
    """Return the sentences under the title of the full paper."""
    lead = [body.conclusion]
    if body.headline is not None:
        head = Text(
            "派出所警力占比:在编 {books}({b}) · 在岗 {present}({p});{next}。",
            "Station share: books {books} ({b}) · present {present} ({p}); {next}.",
        ).format(
            books=percentage(body.headline.books),
            b=counts(body.headline.books),
            present=percentage(body.headline.present),
            p=counts(body.headline.present),
            next=body.headline.next,
        )
        lead = [head, *lead]
    return [*lead, body.difference_words, *body.margins]


def one_page_drawing(body: Compliance) -> Mapping[str, object]:
    """Return what the one page draws beside its table: no finding, and nobody who is to be verified."""
    names = ("headline", "conclusion", "targets", "margins", "stations", "required", "required_words")
    drawn: dict[str, object] = {name: getattr(body, name) for name in names}
    return {**drawn, "difference_words": body.difference_words, **_named(body)}


def _named(body: Compliance) -> Mapping[str, object]:
    named = [row.short for row in body.verified]
    return {"names": named, "unnamed": len(body.difference) - len(named)}
