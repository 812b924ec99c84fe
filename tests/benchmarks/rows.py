"""Imports and recounts, one generator of rows per target of the design."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.measuring import Row, median_seconds, seconds_of


def imports(officers: int, auxiliaries: int) -> Iterator[Row]:
    """Measure the import of one large roster against pandas with openpyxl only reading the same file."""
    import pandas as pd

    from planner.files.importing import import_workbook
    from planner.files.reading import read_workbook
    from planner.samples import generate, write_workbook

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "roster.xlsx"
        sample = generate(1, officers, auxiliaries=auxiliaries)
        write_workbook(sample, path)
        ours = seconds_of(lambda: import_workbook(read_workbook(path)))
        theirs = seconds_of(lambda: pd.read_excel(path, sheet_name=None, header=None, engine="openpyxl"))
    yield Row(
        "import of a roster", f"{len(sample.people)} rows", ours, "openpyxl", theirs,
        note="the peer reads the cells and understands nothing",
    )  # fmt: skip


def recounts(sizes: Sequence[int], repetitions: int) -> Iterator[Row]:
    """Measure a recount of every figure and finding."""
    from planner.document import Document
    from planner.samples import AS_OF, generate
    from planner.tables.figures import figures
    from tests.planner.samples.as_county import as_county

    for size in sizes:
        document = Document(as_county(generate(1, size, auxiliaries=0)))

        def recount(document: Document = document) -> object:
            audit = document.audit(AS_OF)
            return audit.findings, audit.margins, figures(audit, audit)

        yield Row("recount", f"{size} officers", median_seconds(recount, repetitions))
