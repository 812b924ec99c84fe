"""What a change does, whom and what it is about, in one line of its own."""

from __future__ import annotations

from collections.abc import Mapping

from planner.document import Document
from planner.scenarios.records import Change, ChangeKind
from planner.tables.change_words import FIELDS
from planner.text import Text

_WORDS: Mapping[ChangeKind, Text] = {
    ChangeKind.TRANSFER: Text("{person} → {unit}", "{person} → {unit}"),
    ChangeKind.POST_CHANGE: Text("{person}改任{post}", "{person}: {post}"),
    ChangeKind.SECONDMENT: Text("{person} → {to}", "{person} → {to}"),
    ChangeKind.RETURN: Text("{person}", "{person}"),
    ChangeKind.RECRUIT: Text("{number} 人 → {unit}", "{number} → {unit}"),
    ChangeKind.RETIRE: Text("{person}", "{person}"),
    ChangeKind.LEAVE: Text("{person} {value}", "{person} {value}"),
    ChangeKind.CAMPAIGN: Text("{number} 人 → {to}", "{number} → {to}"),
    ChangeKind.OPEN_STATION: Text("{name}", "{name}"),
    ChangeKind.MERGE_STATION: Text("{unit} 并入 {into}", "{unit} into {into}"),
    ChangeKind.CLOSE_STATION: Text("{unit}", "{unit}"),
    ChangeKind.TARGET: Text("{key}:{value}", "{key}: {value}"),
    ChangeKind.CANCEL_REPORT: Text("{unit} 每月少 {number} 小时", "{unit}: {number} hours a month fewer"),
}
_ALSO: Mapping[str, Text] = {  # what a change may say beside, where it does and its kind asks for it
    "post": Text("{said},{post}", "{said}, {post}"),
    "into": Text("{said},人员到{into}", "{said}, people to {into}"),
    "name": Text("{said}({name})", "{said} ({name})"),
    "number": Text("{said},编制 {number}", "{said}, {number} posts"),
    "people": Text("{said}(指定 {people})", "{said} (named: {people})"),
    "until": Text("{said},至 {until}", "{said}, until {until}"),
}
_BESIDE: Mapping[ChangeKind, tuple[str, ...]] = {
    ChangeKind.TRANSFER: ("post",),
    ChangeKind.SECONDMENT: ("until",),
    ChangeKind.RETURN: ("post",),
    ChangeKind.RECRUIT: ("post", "name"),
    ChangeKind.LEAVE: ("until",),
    ChangeKind.CAMPAIGN: ("until", "people"),
    ChangeKind.OPEN_STATION: ("number",),
    ChangeKind.CLOSE_STATION: ("into",),
}
_NOT_GIVEN = Text("?", "?")
_DEFAULTS: Mapping[tuple[ChangeKind, str], Text] = {
    (ChangeKind.RECRUIT, "number"): Text("1", "1"),
    (ChangeKind.LEAVE, "value"): Text("请假", "leave"),
    (ChangeKind.CANCEL_REPORT, "unit"): Text("各派出所", "every station"),
}


def content(change: Change, document: Document) -> Text:
    """Return what a change does, without its date and kind; what it lacks stands as a question mark."""
    given = {key: field.words(change, document) for key, field in FIELDS.items()}
    if change.kind is ChangeKind.CAMPAIGN and change.number is None:
        given["number"] = Text(str(len(change.people)), str(len(change.people)))
    known = {
        key: words if words.zh else _DEFAULTS.get((change.kind, key), _NOT_GIVEN)
        for key, words in given.items()
    }
    said = _WORDS[change.kind].format(**known)
    for key in _BESIDE.get(change.kind, ()):
        if given[key].zh:
            said = _ALSO[key].format(said=said, **{key: given[key]})
    return said
