"""What time has done to the pages: sources that are gone, reviews that are due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handbook.catalogue.catalog import Catalog

GONE = frozenset({404, 410})
# An issue holds 65,536 characters.
MOST_CHARACTERS = 60_000


@dataclass(frozen=True)
class Answer:
    """What the server of ``url`` said: an HTTP status, or why there was none."""

    url: str
    status: int | None
    error: str = ""

    @property
    def is_gone(self) -> bool:
        """Whether the page is certainly not there; a refused robot or a slow server proves nothing."""
        return self.status in GONE or self.error == "dns"


def source_places(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """The address of each source → ``path:line`` where it is named, sorted."""
    places: dict[str, set[str]] = {}
    for article in catalog.articles.values():
        for index, source in enumerate(article.meta.sources):
            if source.url:
                line = article.lines.get(("nguon", index), 1)
                places.setdefault(source.url, set()).add(f"{article.path}:{line}")
    return {url: tuple(sorted(found)) for url, found in sorted(places.items())}


def report(catalog: Catalog, today: dt.date, places: Mapping[str, Iterable[str]], answers: Iterable[Answer]) -> str:
    """The report in Markdown; empty when nothing needs anybody."""
    due = sorted(
        {
            (article.meta.review_by, article.path, article.meta.title)
            for article in catalog.articles.values()
            if article.meta.review_by and article.meta.review_by <= today
        }
    )
    to_ask = sorted(
        (question.by, article.path, question.statement, f", hỏi {question.whom}" if question.whom else "")
        for article in catalog.articles.values()
        for question in article.meta.open_questions
        if question.by and question.by <= today
    )
    answers = sorted(answers, key=lambda answer: answer.url)
    gone = [answer for answer in answers if answer.is_gone]
    unsure = [answer for answer in answers if not answer.is_gone and (answer.status is None or answer.status >= 400)]
    lines = []
    if due:
        lines += ["## Trang đến hạn rà soát", ""]
        lines += [*(f"- [ ] `{path}`: {title} (hạn {day:%d/%m/%Y})" for day, path, title in due), ""]
    if to_ask:
        lines += ["## Điều phải hỏi đến hạn", ""]
        lines += [
            *(f"- [ ] `{path}`: {statement} (hạn {day:%d/%m/%Y}{whom})" for day, path, statement, whom in to_ask),
            "",
        ]
    if gone:
        lines += ["## Nguồn không còn", ""]
        lines += ["Tìm bản khác của nguồn hoặc nguồn khác; không có thì bỏ điều lấy từ nguồn ấy.", ""]
        lines += [
            f"- [ ] <{answer.url}> ({answer.status or 'không có tên miền'}): {', '.join(places[answer.url])}"
            for answer in gone
        ]
        lines.append("")
    if not lines:
        return ""
    if unsure:
        lines += [
            f"{len(unsure)} nguồn khác không trả lời hoặc từ chối chương trình tự động; "
            "mở bằng trình duyệt có thể vẫn xem được.",
            "",
        ]
    return _shortened("\n".join(lines))


def _shortened(text: str) -> str:
    if len(text) <= MOST_CHARACTERS:
        return text
    kept = text[:MOST_CHARACTERS].rsplit("\n", 1)[0]
    return f"{kept}\n\nCòn {text.count(chr(10)) - kept.count(chr(10))} dòng nữa: chạy `make weekly` để xem đủ.\n"
