"""Pages named in front matter must exist: what to read next, and the home page's ways in."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import partial

from handbook.catalogue.catalog import Article, Catalog
from handbook.problem import Problem
from handbook.source.guard import told
from handbook.source.schema import HomeMeta


def check_related(catalog: Catalog) -> tuple[Problem, ...]:
    """Problems of ``lien_quan`` on every page, of ``viec`` and ``vai_tro`` on the home page."""
    return tuple(
        problem
        for article in catalog.articles.values()
        for problem in told(article.path, partial(_check, article, catalog))
    )


def _check(article: Article, catalog: Catalog) -> Iterator[Problem]:
    for place, target in _targets(article):
        if target.removesuffix(".md") in catalog.keys:
            continue
        line = article.lines.get(place, article.lines.get(place[:-1], 1))
        near = difflib.get_close_matches(target, [key + ".md" for key in catalog.keys], n=1, cutoff=0.75)
        yield Problem(
            article.path,
            line,
            f"Trang liên quan “{target}” không có trong docs/.",
            f"Có phải ý bạn là “{near[0]}”?" if near else "Ghi đường dẫn tính từ docs/, ví dụ ky-nang/vneid.md.",
            "lien-quan-khong-co",
        )


def _targets(article: Article) -> Iterator[tuple[tuple, str]]:
    """Each page named, with its place in the front matter."""
    for index, target in enumerate(article.meta.related):
        yield ("lien_quan", index), target
    if isinstance(article.meta, HomeMeta):
        for name, doors in (("viec", article.meta.tasks), ("vai_tro", article.meta.roles)):
            for number, door in enumerate(doors):
                for index, target in enumerate(door.pages):
                    yield (name, number, "trang", index), target
