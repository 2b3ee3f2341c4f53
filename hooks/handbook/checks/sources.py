"""Sources: what a page states must be traceable, and nothing unverified is printed as fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.page import Page
from handbook.problem import Problem
from handbook.sections import Kind
from handbook.source.new_page_text import bare, sample_sentences

_NEED_SOURCES = (Kind.CHAPTER, Kind.TOPIC, Kind.STORY, Kind.TABLE)
_UNFINISHED = re.compile(r"\[?chua-xac-minh\]?|\bTODO\b|\bFIXME\b|\bTEN_BAI\b|\blorem\s+ipsum\b|\bLorem\b", re.UNICODE)
_EMPTY_LIST = re.compile(r"^nguon:[ ]*\[[ ]*\]", re.MULTILINE)
_PLACEHOLDER = re.compile(r"https://dia-chi-cua-nguon|https://…|Tên báo(?: hoặc cơ quan)?: nói điều gì")


def _needs_sources(page: Page) -> bool:
    article = page.article
    # Without readable front matter only that is reported.
    return page.is_vietnamese and article.kind in _NEED_SOURCES and not article.is_index and bool(article.lines)


def absent(page: Page) -> Iterator[Problem]:
    if _needs_sources(page) and ("nguon", 0) not in page.article.lines:
        line = page.article.lines.get(("nguon",), 1)
        if ("nguon",) in page.article.lines and not _EMPTY_LIST.search(page.text, 0, page.body_start):
            return  # something else stands there: told of by the schema
        yield Problem(
            page.article.path,
            line,
            "Trang chưa ghi nguồn nào.",
            "Thêm bốn dòng vào phần khai báo: “nguon:”, “  - ten: Tên báo hoặc cơ quan, nói điều gì”, "
            "“    url: https://…”, “    ngay: 2026-01-30” (giữ nguyên số dấu cách ở đầu dòng).",
        )


def undated(page: Page) -> Iterator[Problem]:
    if not _needs_sources(page):
        return
    lines = page.article.lines
    for place, line in lines.items():
        is_item = len(place) == 2 and place[0] == "nguon" and isinstance(place[1], int)
        is_source = is_item and any(key[:2] == place and len(key) > 2 for key in lines)
        if is_source and (*place, "ngay") not in lines:
            yield Problem(
                page.article.path,
                line,
                f"Nguồn thứ {place[1] + 1} chưa có ngày.",
                "Thêm ngay: 2026-01-30, 2026-01 hoặc 2026; không tìm được ngày thì ghi ngay: khong-ro.",
            )


def unfinished(page: Page) -> Iterator[Problem]:
    for match in _UNFINISHED.finditer(page.prose):
        yield page.problem(
            match.start(),
            f"Còn chữ đánh dấu chưa xong: “{match.group()}”.",
            "Kiểm chứng rồi xóa dấu này; chưa kiểm chứng được thì bỏ câu đó, ghi vào chua_ro ở phần khai báo.",
        )


def placeholder(page: Page) -> Iterator[Problem]:
    for match in _PLACEHOLDER.finditer(page.text, 0, page.body_start):
        yield page.problem(
            match.start(), f"Nguồn còn là chữ mẫu: “{match.group()}”.", "Thay bằng nguồn thật, hoặc xóa nguồn này."
        )


def sample(page: Page) -> Iterator[Problem]:
    """Sentences of the templates of ``make new`` that nobody has replaced yet."""
    if not page.is_vietnamese:
        return
    for number, line in enumerate(page.text.split("\n"), start=1):
        if bare(line) in sample_sentences():
            yield Problem(
                page.article.path,
                number,
                f"Còn câu mẫu “{bare(line).rstrip('.')}”.",
                "Thay bằng lời của bạn, hoặc xóa dòng này.",
            )
