"""Tables for the tests: written to a file and read back, as an editor's would be."""

from __future__ import annotations

from pathlib import Path

from handbook.source.schema import TableMeta
from handbook.tables import Table, read_table


def meta(**keys) -> TableMeta:
    return TableMeta.model_validate({"title": "Bảng thử", "ngay": "2026-01-01", **keys})


def table(folder: Path, text: str, name: str = "thu", **keys) -> Table:
    """The table in the CSV ``text``; fails loudly when it has problems."""
    path = folder / f"{name}.csv"
    path.write_text(text, encoding="utf-8")
    found, problems = read_table(path, meta(**keys) if keys else None, f"docs/so-lieu/{name}.csv")
    assert found, [str(problem) for problem in problems]
    return found
