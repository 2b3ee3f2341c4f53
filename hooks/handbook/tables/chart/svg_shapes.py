"""The shapes of a chart as SVG elements: text, bars, rules, strokes.

One unit is one pixel on a 400-pixel phone.  Shades tell series apart in black
and white; values that are not exact are dashed outlines, or only their words.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from handbook.tables.chart.scale import text_width

WIDTH, FONT, LINE = 400, 12, 16
_SHADES = (0.85, 0.4, 0.15, 0.62)
_DASHES = ("", "6 3", "2 3", "9 3 2 3")


@dataclass(frozen=True)
class Point:
    """A value with its text; ``value`` is ``None`` where there is nothing to draw but the text."""

    value: float | None
    text: str
    exact: bool


@dataclass(frozen=True)
class Series:
    title: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class ChartData:
    """All that a chart shows; ``positions`` place the labels in time."""

    name: str
    kind: str
    labels: tuple[str, ...]
    positions: tuple[float, ...] | None
    series: tuple[Series, ...]
    unit: str
    title: str
    description: str
    language: str
    text_language: str


def fmt(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def words(x: float, y: float, text: str, anchor: str = "start", extra: str = "") -> str:
    place = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text class="bieu-do-chu" x="{fmt(x)}" y="{fmt(y)}"{place}{extra}>{escape(text)}</text>'


def value_words(x: float, y: float, point: Point, anchor: str, limit: float = WIDTH) -> str:
    text = point.text
    while len(text) > 4 and text_width(text, FONT) > limit:
        text = f"{text.rstrip('…')[:-1].rstrip()}…"
    return words(x, y, text, anchor, "" if point.exact else ' font-style="italic"')


def bar(number: int, point: Point, x: float, y: float, width: float, height: float) -> str:
    """One bar of series ``number``; a dashed, empty outline where the value is not exact."""
    look = f'fill-opacity="{_SHADES[number]}"' if point.exact else 'fill-opacity="0" stroke-dasharray="3 2"'
    kind = "bieu-do-so" if point.exact else "bieu-do-so bieu-do-uoc"
    return (
        f'<rect class="{kind} bieu-do-{number + 1}" x="{fmt(x)}" y="{fmt(y)}" width="{fmt(max(width, 0.5))}" '
        f'height="{fmt(max(height, 0.5))}" fill="currentColor" stroke="currentColor" {look}/>'
    )


def rule(x1: float, y1: float, x2: float, y2: float, opacity: float = 0.6) -> str:
    return (
        f'<line class="bieu-do-truc" x1="{fmt(x1)}" y1="{fmt(y1)}" x2="{fmt(x2)}" y2="{fmt(y2)}" stroke="currentColor" '
        f'stroke-opacity="{opacity}"/>'
    )


def stroke(number: int, run: list[tuple[float, float]], exact: bool) -> str:
    dash = _DASHES[number] if exact else "1 4"
    pattern = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<polyline class="bieu-do-so bieu-do-{number + 1}" points="{" ".join(f"{fmt(x)},{fmt(y)}" for x, y in run)}" '
        f'fill="none" stroke="currentColor" stroke-width="2"{pattern}/>'
    )
