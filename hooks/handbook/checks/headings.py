"""Headings: the build prints the title, so a page starts at ``##`` and leaves no level out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.page import Page
from handbook.checks.prose_mask import COVER
from handbook.problem import Problem
from handbook.vietnamese.text import fold

# With one to three spaces before the marks Python-Markdown sees a paragraph, not a heading.
_HEADING = re.compile(r"^(?P<marks>#{1,6})(?P<text>[^#\n][^\n]*?)?[ \t]*#*[ \t]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(?P<text>[^\s#>|\-*+:=!?/\ufffc][^\n]*)\n={3,}[ \t]*$", re.MULTILINE)


def _headings(page: Page) -> Iterator[tuple[int, int, str]]:
    """Offset, level and text of each heading; headings in code are none."""
    prose = page.prose[page.body_start :]
    for match in _HEADING.finditer(prose):
        start, end = (page.body_start + place for place in match.span())
        text = page.text[start:end].strip("# \t")
        yield start, len(match["marks"]), re.sub(r"\{[^{}]*\}$", "", text).strip()


def top_level(page: Page) -> Iterator[Problem]:
    mend = "Viết “## …”: tên trang đã lấy từ title, mục lớn nhất trong bài là ##."
    for offset, level, text in _headings(page):
        if level == 1 and text:
            yield page.problem(offset, f"Mục “{text}” dùng một dấu #, là cấp dành cho tên trang.", mend)
    for match in _UNDERLINED.finditer(page.prose, page.body_start):
        yield page.problem(
            match.start(), f"Mục “{match['text'].strip()}” gạch dưới bằng ===, là cấp dành cho tên trang.", mend
        )


def skipped_level(page: Page) -> Iterator[Problem]:
    above = 1
    for offset, level, text in _headings(page):
        if level > above + 1:
            yield page.problem(
                offset,
                f"Mục “{text}” ở cấp {level} nhưng đứng ngay dưới cấp {above}: bỏ cách một cấp.",
                f"Viết “{'#' * (above + 1)} {text}”.",
            )
        above = level


def empty(page: Page) -> Iterator[Problem]:
    for offset, _, text in _headings(page):
        if not text.strip(COVER + " "):
            yield page.problem(offset, "Có dấu # mà không có tên mục.", "Viết tên mục sau dấu #, hoặc xóa dòng này.")


def repeated(page: Page) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    above: list[str] = []
    for offset, level, text in _headings(page):
        above[max(level - 2, 0) :] = [fold(text)]
        place = "/".join(above)
        line = page.text.count("\n", 0, offset) + 1
        if text and place in seen:
            yield page.problem(
                offset,
                f"Mục “{text}” trùng tên với mục ở dòng {seen[place]}.",
                "Đặt tên khác để người đọc và liên kết phân biệt được hai mục.",
            )
        seen.setdefault(place, line)
