"""Lines over time, their points where the dates are."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal

from handbook.tables.chart.scale import nice_ticks, text_width, wrap
from handbook.tables.chart.svg_shapes import (
    FONT,
    LINE,
    WIDTH,
    ChartData,
    Series,
    fmt,
    rule,
    stroke,
    value_words,
    words,
)
from handbook.tables.number_text import number_text


def lines(data: ChartData, top: float) -> tuple[list[str], float]:
    values = [point.value for series in data.series for point in series.points if point.value is not None]
    ticks = (
        nice_ticks(min(values), max(values))
        if min(values) > 0.5 * max(values)
        else nice_ticks(min(0, *values), max(values))
    )
    tick_texts = [number_text(Decimal(f"{tick:.10g}"), data.language) for tick in ticks]
    left = max(text_width(text, FONT) for text in tick_texts) + 8
    first, plot, right = top + LINE, 170.0, WIDTH - 24

    def y_of(value: float) -> float:
        return first + plot - (value - ticks[0]) / (ticks[-1] - ticks[0]) * plot

    places = data.positions or tuple(float(i) for i in range(len(data.labels)))
    span = (max(places) - min(places)) or 1
    xs = [left + 14 + (place - min(places)) / span * (right - left - 14) for place in places]
    parts = []
    for tick, text in zip(ticks, tick_texts, strict=False):
        parts += [rule(left, y_of(tick), WIDTH, y_of(tick), 0.2), words(left - 6, y_of(tick) + 4, text, "end")]
    for number, series in enumerate(data.series):
        run: list[tuple[float, float]] = []
        exact = True
        for x, point in zip(xs, series.points, strict=False):
            if point.value is None:  # a gap is not drawn over
                parts += [stroke(number, run, exact)] if len(run) > 1 else []
                run = []
                parts += [value_words(x, first + plot - 5, point, "middle", 90)] if point.text else []
                continue
            if run and exact and not point.exact or run and not exact:
                parts += [stroke(number, run, exact)] if len(run) > 1 else []
                run = run[-1:]
            run.append((x, y_of(point.value)))
            exact = point.exact
        parts += [stroke(number, run, exact)] if len(run) > 1 else []
        parts += _markers(number, xs, y_of, series, len(values) <= 14)
    bottom, last = first + plot, -math.inf
    for x, label in zip(xs, data.labels, strict=False):
        text = wrap(label, 70, FONT)[0]
        half = text_width(text, FONT) / 2
        if x - half > last + 4:
            place = min(x, WIDTH - half)
            parts.append(words(place, bottom + LINE, text, "middle"))
            last = place + half
    return parts, bottom + LINE + 8


def _markers(number: int, xs: list[float], y_of: Callable[[float], float], series: Series, labelled: bool) -> list[str]:
    parts = []
    for x, point in zip(xs, series.points, strict=False):
        if point.value is None:
            continue
        y = y_of(point.value)
        look = 'fill="currentColor"' if point.exact else 'fill="none" stroke-dasharray="2 1"'
        parts.append(
            f'<circle class="bieu-do-so bieu-do-{number + 1}" cx="{fmt(x)}" cy="{fmt(y)}" r="3.5" stroke="currentColor" {look}/>'
        )
        if labelled:
            half = text_width(point.text, FONT) / 2
            parts.append(value_words(min(x, WIDTH - half), y - 7 if number % 2 == 0 else y + 16, point, "middle", 110))
    return parts
