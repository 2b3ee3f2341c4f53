"""A chart as one SVG: its names for screen readers, unit, legend and drawing."""

from __future__ import annotations

from html import escape

from handbook.tables.chart.bars import fits_standing, lying, standing
from handbook.tables.chart.lines import lines
from handbook.tables.chart.svg_shapes import (
    FONT,
    LINE,
    WIDTH,
    ChartData,
    Point,
    bar,
    fmt,
    stroke,
    words,
)
from handbook.tables.words import UNIT


def draw(data: ChartData, standalone: bool) -> str:
    """The whole ``<svg>``; see :func:`handbook.tables.chart.chart.chart_svg`."""
    head, top = _head(data)
    if data.kind == "duong":
        body, height = lines(data, top)
    elif data.kind == "chong":
        body, height = lying(data, top, stacked=True)
    else:
        body, height = standing(data, top) if fits_standing(data) else lying(data, top)
    ids = f"bieu-do-{data.name}"
    font = (
        ' font-family="Source Sans 3, Source Sans Pro, DejaVu Sans, sans-serif" color="#1c1c1c"' if standalone else ""
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="bieu-do" viewBox="0 0 {WIDTH} {fmt(height)}" width="{WIDTH}" '
        f'height="{fmt(height)}" role="img" aria-labelledby="{ids}-ten {ids}-mo-ta" font-size="{FONT}"{font} fill="currentColor" '
        f'lang="{data.text_language}">\n<title id="{ids}-ten">{escape(data.title)}</title>\n'
        f'<desc id="{ids}-mo-ta">{escape(" ".join(data.description.split()))}</desc>\n'
        + "\n".join(head + body)
        + "\n</svg>"
    )
    return _colour(svg) if standalone else svg


def _colour(svg: str) -> str:
    """Typst knows no ``currentColor``: deep blue for the data, near black for words."""
    lines = [line.replace("currentColor", "#0b4a7d" if "bieu-do-so" in line else "#1c1c1c") for line in svg.split("\n")]
    return "\n".join(lines)


def _head(data: ChartData) -> tuple[list[str], float]:
    """Unit and, with several series, the legend."""
    parts, y = [], 4.0
    if data.unit:
        y += LINE
        parts.append(words(0, y - 4, f"{UNIT[data.language]}: {data.unit}"))
    if len(data.series) > 1:
        for number, series in enumerate(data.series):
            y += LINE + 2
            if data.kind == "duong":
                parts.append(stroke(number, [(0, y - 8), (22, y - 8)], True))
            else:
                parts.append(bar(number, Point(0, "", True), 0.5, y - 13, 20, 10))
            parts.append(words(28, y - 4, series.title))
    return parts, y + 4
