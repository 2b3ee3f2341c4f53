"""Bars: standing where every word fits under or over its bar, else lying."""

from __future__ import annotations

from html import escape

from handbook.tables.chart.scale import text_width, wrap
from handbook.tables.chart.svg_shapes import (
    FONT,
    LINE,
    WIDTH,
    ChartData,
    Point,
    bar,
    fmt,
    rule,
    value_words,
    words,
)


def fits_standing(data: ChartData) -> bool:
    slot = WIDTH / len(data.labels)
    bar = slot * 0.86 / len(data.series)
    return all(text_width(point.text, FONT) <= bar for series in data.series for point in series.points) and all(
        len(wrap(label, slot - 4, FONT)) <= 2 for label in data.labels
    )


def standing(data: ChartData, top: float) -> tuple[list[str], float]:
    values = [point.value or 0 for series in data.series for point in series.points]
    low, high = min(0, *values), max(0, *values)
    plot, first = 170.0, top + LINE + 2
    unit = plot / ((high - low) or 1)
    base = first + high * unit
    bottom = first + plot + (LINE if low < 0 else 0)
    slot = WIDTH / len(data.labels)
    width = min(slot * 0.86 / len(data.series), 64)
    parts = []
    for i, label in enumerate(data.labels):
        middle = slot * (i + 0.5)
        for number, series in enumerate(data.series):
            point = series.points[i]
            x = middle + (number - len(data.series) / 2) * width
            if point.value is None:
                if point.text:
                    parts.append(value_words(x + width / 2, base - 5, point, "middle", slot))
                continue
            y = base - max(point.value, 0) * unit
            parts.append(bar(number, point, x + 1, y, width - 2, abs(point.value) * unit))
            parts.append(
                value_words(
                    x + width / 2, y - 5 if point.value >= 0 else y + abs(point.value) * unit + 13, point, "middle"
                )
            )
        parts += [
            words(middle, bottom + LINE * (k + 1) - 2, line, "middle")
            for k, line in enumerate(wrap(label, slot - 4, FONT))
        ]
    parts.append(rule(0, base, WIDTH, base))
    lines = max(len(wrap(label, slot - 4, FONT)) for label in data.labels)
    return parts, bottom + LINE * lines + 6


def lying(data: ChartData, top: float, stacked: bool = False) -> tuple[list[str], float]:
    points = [point for series in data.series for point in series.points if point.value is not None]
    totals = (
        [sum(series.points[i].value or 0 for series in data.series) for i in range(len(data.labels))] if stacked else []
    )
    values = [0.0, *(point.value for point in points if point.value is not None)]
    low, high = min(values), max([*values, *totals])
    room = 8 + (0 if stacked else min(150, max(text_width(point.text, FONT) for point in points)))
    widest = max(text_width(label, FONT) for label in data.labels)
    beside = widest <= 92 and low == 0 and (stacked or len(data.series) == 1)  # short labels stand before their bar
    left = widest + 8 if beside else room if low < 0 else 1
    unit = (WIDTH - room - left) / ((high - low) or 1)
    base = left - low * unit
    thick = 18 if stacked else 14
    parts, y = [], top + 2
    for i, label in enumerate(data.labels):
        for line in () if beside else wrap(label, WIDTH, FONT):
            y += LINE
            parts.append(words(0, y - 4, line))
        parts += [words(left - 6, y + thick - 3, label, "end")] if beside else []
        x, begin = base, y
        for number, series in enumerate(data.series):
            point = series.points[i]
            if point.value is None:
                parts.append(
                    value_words(base + 4, y + 12, point, "start", WIDTH - base - 4)
                    if point.text
                    else words(base + 4, y + 12, "–")
                )
            elif stacked:
                parts.append(bar(number, point, x, y, point.value * unit, thick))
                if text_width(point.text, FONT) + 6 < point.value * unit:
                    parts += _label_on(x + point.value * unit / 2, y + 13, point)
                x += point.value * unit
            else:
                start = base + min(point.value, 0) * unit
                parts.append(bar(number, point, start, y, abs(point.value) * unit, thick))
                end, anchor = (base + point.value * unit + 5, "start") if point.value >= 0 else (start - 5, "end")
                parts.append(value_words(end, y + 12, point, anchor, room))
            y += 0 if stacked else thick + 3
        y += thick if stacked else 0
        parts.append(rule(base, begin - 2, base, y - (0 if stacked else 1)))
        y += 7
    return parts, y


def _label_on(x: float, y: float, point: Point) -> list[str]:
    """A value inside a stack, on a light field: no shade behind it can then hide it."""
    width = text_width(point.text, FONT) + 4
    return [
        f'<rect class="bieu-do-nen" x="{fmt(x - width / 2)}" y="{fmt(y - 11)}" width="{fmt(width)}" height="14" rx="2" fill="#fff"/>',
        f'<text class="bieu-do-chu-nen" x="{fmt(x)}" y="{fmt(y)}" text-anchor="middle" fill="#111">{escape(point.text)}</text>',
    ]
