"""Open an editor's file by what it really is, not by its name."""

from __future__ import annotations

from pathlib import Path

from handbook.problem import Problem
from handbook.reading import read_text
from handbook.tables.grid import Grid
from handbook.tables.separated import read_separated
from handbook.tables.workbooks import read_workbook


def read_grid(path: Path, display_path: str, sheet: str | None) -> tuple[Grid | None, tuple[Problem, ...]]:
    """The raw cells of a CSV, XLSX, ODS or XLS file."""
    head = path.read_bytes()[:8]
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return read_workbook(path, display_path, sheet)
    text, problems = read_text(path, display_path)
    if text is None:
        return None, problems
    grid, more = read_separated(text, display_path)
    return grid, problems + more
