"""What a page points at inside the handbook: data tables and related pages."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from handbook.catalog import Article, Catalog
from handbook.problem import Problem

_TABLE_BLOCK = re.compile(r"^ {0,3}/{3,} *so-lieu *\| *(?P<name>\S*)", re.MULTILINE)


def tables_in(body: str) -> Iterator[tuple[str, int]]:
    """The names after ``/// so-lieu |`` in ``body`` and their line, from 1."""
    for match in _TABLE_BLOCK.finditer(body):
        yield match["name"], body.count("\n", 0, match.start()) + 1


def check_references(catalog: Catalog) -> tuple[Problem, ...]:
    """Problems of all pages: tables and related pages that do not exist."""
    return tuple(problem for article in catalog.articles.values() for problem in _check(article, catalog))


def _check(article: Article, catalog: Catalog) -> Iterator[Problem]:
    names = [key.split("/", 1)[1] for key in catalog.tables]
    for name, line in tables_in(article.body):
        if name not in names:
            yield Problem(article.path, article.body_line + line - 1, f"Không có bảng số liệu “{name}”.",
                          _did_you_mean(name, names, "Xem tên bảng trong docs/so-lieu/."), "bang-khong-co")
    for index, target in enumerate(article.meta.related):
        if target.removesuffix(".md") not in catalog.keys:
            line = article.lines.get(("lien_quan", index), article.lines.get(("lien_quan",), 1))
            yield Problem(article.path, line, f"Trang liên quan “{target}” không có trong docs/.",
                          _did_you_mean(target, [key + ".md" for key in catalog.keys],
                                        "Ghi đường dẫn tính từ docs/, ví dụ ky-nang/vneid.md."), "lien-quan-khong-co")


def _did_you_mean(name: str, known: list[str], otherwise: str) -> str:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.75)
    return f"Có phải ý bạn là “{near[0]}”?" if near else otherwise
