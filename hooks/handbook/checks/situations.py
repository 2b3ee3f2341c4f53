"""The pages and headings that ``tinh-huong.csv`` names must exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from handbook.catalogue.catalog import Catalog
from handbook.checks.links import anchors_of
from handbook.problem import Problem
from handbook.sections import DEFAULT_LANGUAGE


def check_situations(catalog: Catalog) -> tuple[Problem, ...]:
    """Problems of every situation's page and heading."""
    return tuple(_check(catalog))


def _check(catalog: Catalog) -> Iterator[Problem]:
    path = catalog.vocabulary.situations_path
    for situation in catalog.vocabulary.situations:
        page = catalog.articles.get((situation.page, DEFAULT_LANGUAGE))
        if page is None:
            moved = catalog.moved.get(situation.page)
            near = [moved] if moved else difflib.get_close_matches(situation.page, catalog.keys, n=1, cutoff=0.6)
            yield Problem(
                path,
                situation.line,
                f"Không có trang “{situation.page}.md”.",
                f"Có phải ý bạn là “{near[0]}.md”?"
                if near
                else "Ghi đường dẫn tính từ docs/, ví dụ ky-nang/vneid.md#kich-hoat-tren-dien-thoai.",
                "tinh-huong-trang",
            )
        elif situation.anchor and situation.anchor not in (anchors := anchors_of(page, catalog)):
            near = difflib.get_close_matches(situation.anchor, anchors, n=1, cutoff=0.4)
            yield Problem(
                path,
                situation.line,
                f"Trang “{page.meta.title}” không có mục “#{situation.anchor}”.",
                f"Có phải ý bạn là “#{near[0]}”?"
                if near
                else "Ghi tên mục không dấu, chữ thường, nối bằng gạch: mục “Cài ứng dụng” là #cai-ung-dung.",
                "tinh-huong-muc",
            )
