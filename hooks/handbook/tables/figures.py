"""One figure of a table for running text."""
from __future__ import annotations
from collections.abc import Mapping
from handbook.problem import Problem
from handbook.tables.model import Table


def figure(table: Table, where: Mapping[str, str], column: str, language: str = "vi", path: str = "", line: int = 0) -> str | Problem:
    return ""
