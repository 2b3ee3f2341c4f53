"""Charts as static SVG."""

from __future__ import annotations

from handbook.problem import Problem
from handbook.schema import TableMeta
from handbook.tables.model import Table


def chart_svg(table: Table, meta: TableMeta, language: str, *, standalone: bool = False) -> tuple[str, tuple[Problem, ...]]:
    return "", ()
