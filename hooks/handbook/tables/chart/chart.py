"""Which values of a table may stand in one chart, and the chart as static SVG.

Own drawing (:mod:`handbook.tables.chart.svg_chart`) after measuring libraries on one
five-bar chart: pygal 3.1 17.8 KB and a ``<style>`` element, matplotlib 3.11
11.8 KB, ``style`` attributes, 1.1 s to import and 120 MB to install,
vl-convert 1.9 7.6 KB, 0.6 s and 84 MB.  None draws in ``currentColor`` (dark
mode), and a strict content policy refuses the inline styles of the first two.
Ours: about 2.5 KB, below a millisecond, nothing to install.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from handbook.problem import Problem
from handbook.source.schema import ChartMeta, TableMeta
from handbook.tables.chart.chart_rules import base_problems, chart_columns, drawing_problems, is_drawn
from handbook.tables.chart.svg_chart import draw
from handbook.tables.chart.svg_shapes import ChartData, Point, Series
from handbook.tables.model import Cell, Column, Table, Value
from handbook.tables.number_text import cell_text
from handbook.tables.output.row_filter import select_rows


def chart_svg(
    table: Table, meta: TableMeta, language: str, *, standalone: bool = False
) -> tuple[str, tuple[Problem, ...]]:
    """The chart that the metadata declares, or ``""`` and why it would mislead.

    Inline (the default) it is drawn in ``currentColor`` and styled by the
    page; ``standalone`` gives a file with colours and fonts of its own, for
    Typst.  The title is not drawn: a caption beside the chart says it.
    """
    chart = meta.chart
    if chart is None:
        return "", ()
    path = f"{table.path.rpartition('.')[0]}.md"
    x, ys, problems = chart_columns(table, chart, path)
    rows, wrong = select_rows(table, chart.where, path)
    problems += (replace(problem, key=("bieu_do", "loc")) for problem in wrong)
    if not problems:
        problems += base_problems(table, chart, x, ys, rows, path)
    if problems:
        return "", tuple(problems)
    data = _data(table, meta, chart, x, ys, rows, language)
    problems = drawing_problems(data, chart, path)
    return ("" if problems else draw(data, standalone)), tuple(problems)


def _data(
    table: Table, meta: TableMeta, chart: ChartMeta, x: int, ys: Sequence[int], rows: Sequence[int], language: str
) -> ChartData:
    if chart.kind != "duong":  # a name without a bar or a word beside it looks like nothing, not like "not known"
        rows = [row for row in rows if any(table.rows[row][y].raw for y in ys)]
    places = {row: _place(table.rows[row][x].value) for row in rows}
    if chart.kind == "duong" and None not in places.values():
        rows = sorted(rows, key=lambda row: places[row] or 0)
    labels = tuple(cell_text(table.rows[row][x], table.columns[x], language) for row in rows)
    series = tuple(
        Series(
            table.columns[y].title_in(language),
            tuple(_point(table.rows[row][y], table.columns[y], chart, language) for row in rows),
        )
        for y in ys
    )
    english = language == "en"
    title = (english and chart.title_en) or chart.title or meta.title
    description = (english and chart.description_en) or chart.description
    return ChartData(
        table.name,
        chart.kind,
        labels,
        _positions(table, x, rows),
        series,
        table.columns[ys[0]].unit or "",
        title,
        description,
        language,
        language if not english or chart.description_en else "vi",
    )


def _positions(table: Table, x: int, rows: Sequence[int]) -> tuple[float, ...] | None:
    """Where points stand on a time axis; ``None`` if the labels are no times."""
    places = [_place(table.rows[row][x].value) for row in rows]
    if table.columns[x].kind not in ("nam", "ngay"):
        return None
    known = tuple(float(place) for place in places if place is not None)
    return known if len(known) == len(places) else None


def _place(value: Value) -> Decimal | int | None:
    """Where a value stands among those of its column: a date by its day, a number by itself."""
    return value.toordinal() if isinstance(value, dt.date) else value


def _point(cell: Cell, column: Column, chart: ChartMeta, language: str) -> Point:
    number = cell.value if is_drawn(cell, chart) and isinstance(cell.value, Decimal | int) else None
    return Point(None if number is None else float(number), cell_text(cell, column, language), cell.exact)
