"""The table of the site's builds: rows of a new run take the place of the same rows, all others stay as they were measured."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from measuring import Run

HEAD = (
    "| số thứ tiếng: chương trình | trang | giây | × | giây của các nhân | bộ nhớ, MiB | MB ghi ra | số mũ | lượt | ngày đo |\n"
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|---|"
)
_ROW = re.compile(
    r"\| (\d: [^|]+?) \| ([\d.]+) \| ([\d.]+) \| ([\d.]*) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|[^|]*\| (\d+) \| (\S+) \|"
)


@dataclass(frozen=True)
class Row:
    """One program at one size: medians of ``runs`` runs on ``day``; ``ratio`` to our clean build of the same run, if it took part."""

    program: str
    pages: int
    run: Run
    ratio: float | None
    runs: int
    day: str


def reference(program: str) -> str:
    """Our clean build in as many languages as ``program`` builds."""
    return f"{program[0]}: ours, clean"


def read_rows(text: str) -> tuple[Row, ...]:
    """The rows of the table in ``text``; what is not a row of this table is left out."""
    return tuple(
        Row(
            program,
            int(pages),
            Run(float(wall), float(cpu), float(memory), float(size)),
            float(ratio) if ratio else None,
            int(runs),
            day,
        )
        for program, pages, wall, ratio, cpu, memory, size, runs, day in _ROW.findall(text)
    )


def merged(old: Iterable[Row], new: Iterable[Row], order: Iterable[str]) -> tuple[Row, ...]:
    """One row a program and size, the newer one; in the order of the programs, then by size."""
    rows = {(row.program, row.pages): row for row in (*old, *new)}
    places = {program: place for place, program in enumerate(order)}
    return tuple(sorted(rows.values(), key=lambda row: (places.get(row.program, len(places)), row.program, row.pages)))


def table(rows: Iterable[Row]) -> str:
    """The rows in Markdown, each with its growth since the smallest size of its program."""
    found = tuple(rows)
    smallest: Mapping[str, Row] = {row.program: row for row in sorted(found, key=lambda row: -row.pages)}
    return "\n".join((HEAD, *(_line(row, smallest[row.program]) for row in found)))


def _line(row: Row, first: Row) -> str:
    growth = (
        f"{math.log(row.run.wall / first.run.wall) / math.log(row.pages / first.pages):.2f}"
        if row.pages > first.pages
        else ""
    )
    ratio = f"{row.ratio:.2f}" if row.ratio else ""
    return (
        f"| {row.program} | {row.pages} | {row.run.wall:.1f} | {ratio} | {row.run.cpu:.1f} | {row.run.memory:.0f} | {row.run.size:.0f} "
        f"| {growth} | {row.runs} | {row.day} |"
    )
