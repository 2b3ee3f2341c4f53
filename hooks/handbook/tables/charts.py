"""Which values of a table may stand in one chart, and the chart as static SVG.

Own drawing (:mod:`handbook.tables.drawing`) after measuring libraries on one
five-bar chart: pygal 3.1 17.8 KB and a ``<style>`` element, matplotlib 3.11
11.8 KB, ``style`` attributes, 1.1 s to import and 120 MB to install,
vl-convert 1.9 7.6 KB, 0.6 s and 84 MB.  None draws in ``currentColor`` (dark
mode), and a strict content policy refuses the inline styles of the first two.
Ours: about 2.5 KB, below a millisecond, nothing to install.
"""

from __future__ import annotations

from collections.abc import Sequence

from handbook.problem import Problem
from handbook.schema import ChartMeta, TableMeta
from handbook.tables.drawing import draw
from handbook.tables.formats import cell_text
from handbook.tables.model import Cell, Column, Table
from handbook.tables.selecting import select_rows
from handbook.tables.shapes import ChartData, Point, Series

_FEWEST = 3  # points; fewer are read faster as a sentence
# Columns that say what a row counts: rows that differ in them have no common scale.
_BASES = ("don_vi", "don_vi_tinh", "dvt", "chi_tieu", "chi_so")


def chart_svg(table: Table, meta: TableMeta, language: str, *, standalone: bool = False) -> tuple[str, tuple[Problem, ...]]:
    """The chart that the metadata declares, or ``""`` and why it would mislead.

    Inline (the default) it is drawn in ``currentColor`` and styled by the
    page; ``standalone`` gives a file with colours and fonts of its own, for
    Typst.  The title is not drawn: a caption beside the chart says it.
    """
    chart = meta.chart
    if chart is None:
        return "", ()
    path = f"{table.path.rpartition('.')[0]}.md"
    x, ys, problems = _columns(table, chart, path)
    rows, wrong = select_rows(table, chart.where, path)
    problems += wrong
    if not problems:
        problems += _bases(table, chart, x, ys, rows, path)
    if problems:
        return "", tuple(problems)
    data = _data(table, meta, chart, x, ys, rows, language)
    problems = _honesty(data, chart, path)
    return ("" if problems else draw(data, standalone)), tuple(problems)


def _columns(table: Table, chart: ChartMeta, path: str) -> tuple[int, list[int], list[Problem]]:
    found, problems = [], []
    for key, name in (("x", chart.x), *(("y", name) for name in chart.y)):
        position = table.find_column(name)
        if position is None:
            keys = ", ".join(column.key for column in table.columns)
            problems.append(_refuse(path, f"Biểu đồ: không có cột “{name}” ({key}) trong bảng.", f"chọn một trong: {keys}."))
        elif key == "y" and table.columns[position].kind != "so":
            problems.append(_refuse(path, f"Biểu đồ: cột “{name}” không phải cột số.", "chọn cột số cho y, hoặc khai kieu: so cho cột."))
        found.append(position or 0)
    units = {table.columns[y].unit or "" for y in found[1:]}
    if not problems and len(units) > 1:
        problems.append(_refuse(path, f"Biểu đồ: các cột y khác đơn vị ({', '.join(sorted(units))}), không vẽ chung được.",
                                "chỉ vẽ các cột cùng đơn vị."))
    return found[0], found[1:], problems


def _bases(table: Table, chart: ChartMeta, x: int, ys: Sequence[int], rows: Sequence[int], path: str) -> list[Problem]:
    drawn = [row for row in rows if any(_is_drawn(table.rows[row][y], chart) for y in ys)]
    problems = []
    for position, column in enumerate(table.columns):
        texts = sorted({table.rows[row][position].raw for row in drawn})
        if position != x and column.key in _BASES and len(texts) > 1:
            problems.append(_refuse(path, f"Biểu đồ: cột “{column.title}” có nhiều giá trị ({', '.join(texts[:3])}…), "
                                    "các hàng không cùng một thước đo.", f"lọc bằng loc: {{{column.key}: “{texts[0]}”}}."))
    seen: dict[tuple[str, int], int] = {}
    for row in drawn:
        name = table.rows[row][x].raw
        for y in ys:
            if table.rows[row][y].value is not None and table.rows[row][y].exact and seen.setdefault((name, y), row) != row:
                problems.append(_refuse(path, f"Biểu đồ: “{name}” có hai con số khác hàng, có thể khác cách tính.",
                                        "lọc bằng loc để mỗi mục chỉ còn một con số."))
    return problems


def _is_drawn(cell: Cell, chart: ChartMeta) -> bool:
    return cell.value is not None and (cell.exact or chart.draw_inexact)


def _data(table: Table, meta: TableMeta, chart: ChartMeta, x: int, ys: Sequence[int], rows: Sequence[int],
          language: str) -> ChartData:
    if chart.kind == "duong" and all(table.rows[row][x].value is not None for row in rows):
        rows = sorted(rows, key=lambda row: table.rows[row][x].value)
    labels = tuple(cell_text(table.rows[row][x], table.columns[x], language) for row in rows)
    series = tuple(Series(table.columns[y].title_in(language),
                          tuple(_point(table.rows[row][y], table.columns[y], chart, language) for row in rows)) for y in ys)
    english = language == "en"
    title = (english and chart.title_en) or chart.title or meta.title
    description = (english and chart.description_en) or chart.description
    return ChartData(table.name, chart.kind, labels, _positions(table, x, rows), series, table.columns[ys[0]].unit or "",
                     title, description, language, language if not english or chart.description_en else "vi")


def _positions(table: Table, x: int, rows: Sequence[int]) -> tuple[float, ...] | None:
    """Where points stand on a time axis; ``None`` if the labels are no times."""
    values = [table.rows[row][x].value for row in rows]
    if table.columns[x].kind not in ("nam", "ngay") or None in values:
        return None
    return tuple(float(value if isinstance(value, int) else value.toordinal()) for value in values)


def _point(cell: Cell, column: Column, chart: ChartMeta, language: str) -> Point:
    drawn = _is_drawn(cell, chart)
    return Point(float(cell.value) if drawn else None, cell_text(cell, column, language), cell.exact)


def _honesty(data: ChartData, chart: ChartMeta, path: str) -> list[Problem]:
    problems = []
    shown = sum(any(series.points[i].value is not None for series in data.series) for i in range(len(data.labels)))
    if shown < _FEWEST:
        problems.append(_refuse(path, f"Biểu đồ: chỉ có {shown} điểm có số chính xác, cần ít nhất {_FEWEST}.",
                                "bỏ bieu_do, hoặc đổi loc để có thêm điểm (số ước lượng chỉ vẽ khi khai ve_so_uoc: true)."))
    if chart.kind == "chong" and any(point.value is None or point.value < 0 for series in data.series for point in series.points):
        problems.append(_refuse(path, "Biểu đồ chồng: có ô trống, số âm hoặc số không chính xác nên tổng sẽ sai.",
                                "dùng loai: cot-nhom, hoặc lọc bỏ hàng thiếu số."))
    if len(data.series) > 4:
        problems.append(_refuse(path, f"Biểu đồ: {len(data.series)} cột y là quá nhiều để phân biệt khi in đen trắng.", "vẽ tối đa 4 cột."))
    return problems


def _refuse(path: str, message: str, fix: str) -> Problem:
    return Problem(path, 0, message, f"Cách sửa: {fix}", "bieu-do")
