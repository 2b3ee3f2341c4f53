"""Measures for drawing: widths of text, round axis ticks, lines of a label."""

from __future__ import annotations

import math

_NARROW = set("iíìỉĩịlIt.,;:()/'|j1 f-–")
_WIDE = set("mMwWƠƯĐO%@—…")


def text_width(text: str, size: float) -> float:
    """About how wide ``text`` is in a sans serif of ``size``; never less than it is."""
    return size * sum(
        0.36 if char in _NARROW else 0.9 if char in _WIDE else 0.7 if char.isupper() else 0.57 for char in text
    )


def wrap(text: str, width: float, size: float) -> list[str]:
    """``text`` in lines of at most ``width``, broken at spaces; a longer word stands alone."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def nice_ticks(low: float, high: float, count: int = 4) -> list[float]:
    """Round numbers (1, 2 or 5 times a power of ten) from below ``low`` to above ``high``."""
    span = (high - low) or abs(high) or 1.0
    step = 10 ** math.floor(math.log10(span / count))
    step *= next(factor for factor in (1, 2, 5, 10) if span / (step * factor) <= count)
    first, last = math.floor(low / step), math.ceil(high / step)
    return [round(index * step, 12) for index in range(first, last + 1)]
