"""One door for FILE: a `.jingli` document or a spreadsheet, with the options for foreign headers."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from planner.command_line.contract import Issue
from planner.document import Document
from planner.errors import InputError
from planner.files.choices import ImportChoices
from planner.policy.policy import Policy, named_policy
from planner.recognising import is_document
from planner.text import Text

SHARES = ("station_minimum", "station_share", "community_share")  # what needs stations


def read(options: Namespace) -> tuple[Document, Sequence[Issue]]:
    """Return the document in FILE as the options say, and what its import could not take as it stands.

    Raises InputError for a file that cannot be used.
    """
    document, issues = (_open if is_document(options.file) else _import)(options)
    policy = document.policy
    if getattr(options, "policy", None):
        policy = _chosen(options.policy, policy)
    return replace(document, policy=policy), issues


def _open(options: Namespace) -> tuple[Document, Sequence[Issue]]:
    given = [o for o in ("map", "value", "stations", "single_unit") if getattr(options, o)]
    if given:
        names = ", ".join("--" + name.replace("_", "-") for name in given)
        raise InputError(
            Text(
                f"{names} 只用于表格,“{options.file.name}”已是 .jingli 文件,请去掉该选项。",
                f"{names} is for spreadsheets; “{options.file.name}” is a document already, leave it out.",
            )
        )
    from planner.store import open_document

    return open_document(options.file), ()


def _import(options: Namespace) -> tuple[Document, Sequence[Issue]]:
    from planner.files.importing import import_workbook
    from planner.files.reading import read_workbook

    imported = import_workbook(read_workbook(options.file), _choices(options))
    document = imported.document
    if options.single_unit:
        document = replace(document, policy=_without_shares(document.policy))
    return document, imported.issues


def _choices(options: Namespace) -> ImportChoices:
    choices = ImportChoices(stations=options.stations or "", single_unit=options.single_unit)
    for field, column in options.map:
        choices = choices.with_column(column, field)
    for field, cell, code in options.value:
        choices = choices.with_value(field, cell, code)
    return choices


def _without_shares(policy: Policy) -> Policy:
    for rule in SHARES:
        policy = policy.with_override(f"{rule}.enforcement", "off")
    return policy


def _chosen(name: str, own: Policy) -> Policy:
    """Return the named packs over the default ones; this bureau's own values stay where they say nothing."""
    policy = named_policy(name)
    shipped = {p.id for p in own.packs}
    named = {key for p in policy.packs if p.id not in shipped for key in p.values}
    overrides = {k: v for k, v in own.overrides.items() if k not in named}
    return replace(policy, overrides=overrides, later=tuple(v for v in own.later if v.key not in named))
