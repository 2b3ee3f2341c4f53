"""``/// hinh-ve``: a line drawing of the register, in the one style of the handbook, with what people saw in it.

A drawing is written as SVG path data (W3C SVG 2, section 9.3) on a square of 64 units, so that every drawing has
the same lines and none can run or fetch anything.  ``net`` is a line, ``mang`` a line around a tinted area.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from html import escape

from handbook.kit.markup import Surroundings, foot, labelled, rich, tag
from handbook.kit.model import Common, common
from handbook.kit.reader import Reader, parts
from handbook.kit.source import Entry

KEYS = ("nghia", "mo-ta", "net", "mang", "thu")
MOST_BYTES = 2000
UNITS = 64
_PATH = re.compile(r"[MmLlHhVvCcSsQqTtAaZz0-9 ,.\-]+")
_STARTS = re.compile(r"[Mm]\s*-?[\d.]")


@dataclass(frozen=True)
class Line:
    """Path data; ``is_area`` says that what it encloses is tinted."""

    path: str
    is_area: bool


@dataclass(frozen=True)
class FieldTest:
    """Who was asked what the drawing shows: when, where, how many people, and how many named it."""

    date: dt.date
    place: str
    asked: int
    named: int


@dataclass(frozen=True)
class Drawing(Common):
    """``meaning`` is what the drawing stands for, ``description`` what is seen (its text alternative)."""

    meaning: str
    description: str
    lines: tuple[Line, ...]
    tests: tuple[FieldTest, ...]

    kind = "hinh-ve"


def read(reader: Reader) -> Drawing:
    entries = reader.entries(KEYS)
    lines = tuple(
        Line(entry.value, entry.key == "mang")
        for entry in entries
        if entry.key in ("net", "mang") and _is_path(reader, entry)
    )
    if not lines:
        reader.problem(
            reader.raw.start, "hình chưa có nét nào.", "Thêm dòng net: M8 24 L24 8 … (dữ liệu path của SVG)."
        )
    drawing = Drawing(
        **common(reader, entries, 40, needs_id=True),
        meaning=reader.text(entries, "nghia", 120, required="hình này nói việc gì"),
        description=reader.text(entries, "mo-ta", 160, required="thấy gì trong hình, cho người không nhìn thấy"),
        lines=lines,
        tests=tuple(test for entry in entries if entry.key == "thu" and (test := _test(reader, entry))),
    )
    size = len(svg_of(drawing).encode())
    if size > MOST_BYTES:
        reader.problem(
            reader.raw.start, f"hình nặng {size} byte, nhiều nhất {MOST_BYTES}.", "Bớt nét, bớt chữ số sau dấu chấm."
        )
    return drawing


def _is_path(reader: Reader, entry: Entry) -> bool:
    if _PATH.fullmatch(entry.value) and _STARTS.match(entry.value):
        return True
    reader.problem(
        entry.number,
        f"{entry.key} không phải dữ liệu path của SVG.",
        "Bắt đầu bằng M, chỉ có chữ cái của path, số, dấu cách, dấu phẩy, ví dụ net: M8 24 L24 8.",
    )
    return False


def _test(reader: Reader, entry: Entry) -> FieldTest | None:
    written = parts(entry.value)
    try:
        day, place, asked, named = written
        test = FieldTest(dt.date.fromisoformat(day), place, int(asked), int(named))
        if 0 <= test.named <= test.asked and test.asked and place:
            return test
    except ValueError:
        pass
    reader.problem(
        entry.number,
        f"không hiểu lần thử “{entry.value}”.",
        "Viết thu: ngày | nơi | hỏi mấy người | mấy người gọi đúng tên, ví dụ 2026-12-10 | chợ xã | 20 | 17.",
    )
    return None


def svg_of(drawing: Drawing, colour: str = "currentColor") -> str:
    """The drawing as SVG in ``colour``, with its text alternative."""
    paths = "".join(
        f'<path d="{line.path}"' + (f' fill="{colour}" fill-opacity=".16"' if line.is_area else "") + "/>"
        for line in drawing.lines
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {UNITS} {UNITS}" role="img" '
        f'aria-label="{escape(drawing.description)}" fill="none" stroke="{colour}" stroke-width="2.6" '
        f'stroke-linecap="round" stroke-linejoin="round">{paths}</svg>'
    )


def html(drawing: Drawing, around: Surroundings) -> str:
    """The drawing small and large, its meaning, how it is named in a block, and how often people knew it."""
    words = around.words
    svg = svg_of(drawing)
    hidden = svg.replace('role="img"', 'aria-hidden="true"').replace(f' aria-label="{escape(drawing.description)}"', "")
    below = labelled(words["meaning"], drawing.meaning, "kit-lam")
    below += tag("p", f"{words['use_drawing']} <code>hinh: {drawing.id}</code>", "noprint")
    for test in drawing.tests:
        below += tag(
            "p",
            f"{words['tried_on']} {test.date:%d/%m/%Y}, {rich(test.place)}: "
            f"{test.named}/{test.asked} {words['named_it']}",
            "kit-chan",
        )
    if not drawing.tests:
        below += tag("p", words["not_tried"], "kit-chan")
    return (
        tag("figcaption", rich(drawing.title))
        + f'<div class="kit-hai-co"><span>{hidden}</span>{svg}</div>'
        + below
        + foot(drawing.sources, drawing.expires, around)
    )
