"""Which values may not stand in one chart, because it would mislead."""

from __future__ import annotations

from collections.abc import Sequence

from handbook.problem import Problem
from handbook.source.schema import ChartMeta
from handbook.tables.chart.svg_shapes import ChartData
from handbook.tables.model import Cell, Table

_FEWEST = 3  # points; fewer are read faster as a sentence
# Columns that say what a row counts: rows that differ in them have no common scale.
_BASES = ("don_vi", "don_vi_tinh", "dvt", "chi_tieu", "chi_so")


def chart_columns(table: Table, chart: ChartMeta, path: str) -> tuple[int, list[int], list[Problem]]:
    """The positions of x and of the y columns, which must be numbers of one unit."""
    found, problems = [], []
    for key, name in (("x", chart.x), *(("y", name) for name in chart.y)):
        position = table.find_column(name)
        if position is None:
            keys = ", ".join(column.key for column in table.columns)
            problems.append(
                _refuse(path, f"Biểu đồ: không có cột “{name}” ({key}) trong bảng.", f"chọn một trong: {keys}.", key)
            )
        elif key == "y" and table.columns[position].kind != "so":
            problems.append(
                _refuse(
                    path,
                    f"Biểu đồ: cột “{name}” không phải cột số.",
                    "chọn cột số cho y, hoặc khai kieu: so cho cột.",
                    "y",
                )
            )
        found.append(position or 0)
    units = {table.columns[y].unit or "" for y in found[1:]}
    if not problems and len(units) > 1:
        problems.append(
            _refuse(
                path,
                f"Biểu đồ: các cột y khác đơn vị ({', '.join(sorted(units))}), không vẽ chung được.",
                "chỉ vẽ các cột cùng đơn vị.",
                "y",
            )
        )
    return found[0], found[1:], problems


def base_problems(
    table: Table, chart: ChartMeta, x: int, ys: Sequence[int], rows: Sequence[int], path: str
) -> list[Problem]:
    """Rows that have no common scale: other units, other indicators, two numbers for one label."""
    drawn = [row for row in rows if any(is_drawn(table.rows[row][y], chart) for y in ys)]
    problems = []
    for position, column in enumerate(table.columns):
        texts = sorted({table.rows[row][position].raw for row in drawn})
        if position != x and column.key in _BASES and len(texts) > 1:
            problems.append(
                _refuse(
                    path,
                    f"Biểu đồ: cột “{column.title}” có nhiều giá trị ({', '.join(texts[:3])}…), "
                    "các hàng không cùng một thước đo.",
                    f"lọc bằng loc: {{{column.key}: “{texts[0]}”}}.",
                )
            )
    seen: dict[tuple[str, int], int] = {}
    for row in drawn:
        name = table.rows[row][x].raw
        for y in ys:
            if (
                table.rows[row][y].value is not None
                and table.rows[row][y].exact
                and seen.setdefault((name, y), row) != row
            ):
                problems.append(
                    _refuse(
                        path,
                        f"Biểu đồ: “{name}” có hai con số khác hàng, có thể khác cách tính.",
                        "lọc bằng loc để mỗi mục chỉ còn một con số.",
                    )
                )
    return problems


def is_drawn(cell: Cell, chart: ChartMeta) -> bool:
    """Whether a cell becomes a shape; an inexact one only where the metadata asks for it."""
    return cell.value is not None and (cell.exact or chart.draw_inexact)


def drawing_problems(data: ChartData, chart: ChartMeta, path: str) -> list[Problem]:
    """A chart of too few points, of stacks with a piece missing, of too many series."""
    problems = []
    shown = sum(any(series.points[i].value is not None for series in data.series) for i in range(len(data.labels)))
    if shown < _FEWEST:
        problems.append(
            _refuse(
                path,
                f"Biểu đồ: chỉ có {shown} điểm có số chính xác, cần ít nhất {_FEWEST}.",
                "bỏ bieu_do, hoặc đổi loc để có thêm điểm (số ước lượng chỉ vẽ khi khai ve_so_uoc: true).",
            )
        )
    if chart.kind == "chong" and any(
        point.value is None or point.value < 0 for series in data.series for point in series.points
    ):
        problems.append(
            _refuse(
                path,
                "Biểu đồ chồng: có ô trống, số âm hoặc số không chính xác nên tổng sẽ sai.",
                "dùng loai: cot-nhom, hoặc lọc bỏ hàng thiếu số.",
            )
        )
    if len(data.series) > 4:
        problems.append(
            _refuse(
                path,
                f"Biểu đồ: {len(data.series)} cột y là quá nhiều để phân biệt khi in đen trắng.",
                "vẽ tối đa 4 cột.",
                "y",
            )
        )
    return problems


def _refuse(path: str, message: str, fix: str, key: str = "") -> Problem:
    return Problem(path, 0, message, f"Cách sửa: {fix}", "bieu-do", key=("bieu_do", key) if key else ("bieu_do",))
