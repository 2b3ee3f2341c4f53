"""Translations: each has its original, is no older than it, and has the same headings in the same order."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.page import Content
from handbook.markdown.source_scan import headings
from handbook.problem import Problem
from handbook.sections import DEFAULT_LANGUAGE


def without_original(content: Content) -> Iterator[Problem]:
    for page in content.pages:
        article = page.article
        # A generated index is an original too: it stands in the catalogue without a file.
        if not page.is_vietnamese and (article.key, DEFAULT_LANGUAGE) not in content.catalog.articles:
            yield Problem(
                article.path,
                0,
                f"Bản dịch không có bản gốc docs/{article.key}.md.",
                "Đặt cùng tên với bản gốc, chỉ thêm .en trước .md; hoặc viết bản tiếng Việt trước.",
            )


def outdated(content: Content) -> Iterator[Problem]:
    """The date of the original is later: what was changed there may be missing here."""
    for page in content.pages:
        original = content.by_key.get((page.article.key, DEFAULT_LANGUAGE))
        if page.is_vietnamese or original is None:
            continue
        ours, theirs = page.article.meta.date, original.article.meta.date
        if ours and theirs and ours < theirs:
            yield Problem(
                page.article.path,
                page.article.lines.get(("ngay",), 1),
                f"Bản dịch ghi ngày {ours:%d/%m/%Y}, bản tiếng Việt đã sửa ngày {theirs:%d/%m/%Y}.",
                f"Đối chiếu với {original.article.path}, dịch chỗ đã đổi, rồi sửa ngày thành ngay: {theirs.isoformat()}.",
            )


def drifted(content: Content) -> Iterator[Problem]:
    for page in content.pages:
        original = content.by_key.get((page.article.key, DEFAULT_LANGUAGE))
        if page.is_vietnamese or original is None:
            continue
        theirs, ours = ([level for level, _ in headings(side.article.body)] for side in (original, page))
        if theirs == ours:
            continue
        at = next(
            (index for index, pair in enumerate(zip(theirs, ours, strict=False)) if pair[0] != pair[1]),
            min(len(theirs), len(ours)),
        )
        yield Problem(
            page.article.path,
            page.article.body_line,
            f"Bản dịch có {len(ours)} mục, bản tiếng Việt có {len(theirs)}; khác nhau từ mục thứ {at + 1}.",
            f"Đối chiếu với {original.article.path}, dịch phần còn thiếu hoặc bỏ phần đã xóa.",
        )
