"""Days in the front matter that have passed: steps tried long ago, questions that should have been asked."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.page import Content, Page
from handbook.labels import show_date
from handbook.pagekeys.tried import MONTHS, is_old
from handbook.problem import Problem


def tried_long_ago(content: Content) -> Iterator[Problem]:
    as_of = content.catalog.as_of
    for page in content.pages:
        for index, tried in enumerate(page.article.meta.tried):
            if as_of and is_old(tried, as_of):
                yield Problem(
                    page.article.path,
                    _line(page, "da_thu", index, "ngay"),
                    f"Các bước theo {tried.app} thử ngày {show_date(tried.date, 'vi')}, "
                    f"đã quá {MONTHS} tháng tính đến {show_date(as_of, 'vi')}.",
                    "Thử lại từng bước (hoặc đối chiếu với hướng dẫn mới), sửa bài rồi sửa ngay ở da_thu.",
                )


def tried_later(content: Content) -> Iterator[Problem]:
    as_of = content.catalog.as_of
    for page in content.pages:
        for index, tried in enumerate(page.article.meta.tried):
            if as_of and tried.date > as_of:
                yield Problem(
                    page.article.path,
                    _line(page, "da_thu", index, "ngay"),
                    f"Ngày thử {show_date(tried.date, 'vi')} sau ngày chốt nội dung {show_date(as_of, 'vi')}.",
                    "Sửa ngay ở da_thu, hoặc sửa as_of trong mkdocs.yml nếu đã rà soát tới ngày mới.",
                )


def asked_too_late(content: Content) -> Iterator[Problem]:
    as_of = content.catalog.as_of
    for page in content.pages:
        for index, question in enumerate(page.article.meta.open_questions):
            if as_of and question.by and question.by < as_of:
                whom = f" {question.whom}" if question.whom else ""
                yield Problem(
                    page.article.path,
                    _line(page, "chua_ro", index, "truoc"),
                    f"Đã quá hạn {show_date(question.by, 'vi')} mà chưa hỏi xong{whom}: “{question.statement}”.",
                    "Có câu trả lời thì viết vào bài, thêm nguồn, xóa mục này ở chua_ro; chưa có thì hỏi và lùi truoc.",
                )


def _line(page: Page, key: str, index: int, part: str) -> int:
    lines = page.article.lines
    return lines.get((key, index, part)) or lines.get((key, index)) or lines.get((key,), 1)
