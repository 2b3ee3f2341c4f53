"""Related pages named in front matter must exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from handbook.catalog import Article, Catalog
from handbook.problem import Problem


def check_related(catalog: Catalog) -> tuple[Problem, ...]:
    """Problems of ``lien_quan`` on every page."""
    return tuple(problem for article in catalog.articles.values() for problem in _check(article, catalog))


def _check(article: Article, catalog: Catalog) -> Iterator[Problem]:
    for index, target in enumerate(article.meta.related):
        if target.removesuffix(".md") in catalog.keys:
            continue
        line = article.lines.get(("lien_quan", index), article.lines.get(("lien_quan",), 1))
        near = difflib.get_close_matches(target, [key + ".md" for key in catalog.keys], n=1, cutoff=0.75)
        yield Problem(article.path, line, f"Trang liên quan “{target}” không có trong docs/.",
                      f"Có phải ý bạn là “{near[0]}”?" if near else "Ghi đường dẫn tính từ docs/, ví dụ ky-nang/vneid.md.",
                      "lien-quan-khong-co")
