"""The pages, headings and documents that the tables of situations and sayings name must exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from handbook.catalogue.catalog import Catalog
from handbook.checks.links import anchors_of
from handbook.glossary import OLD_DOCUMENT
from handbook.problem import Problem
from handbook.sections import DEFAULT_LANGUAGE


def check_situations(catalog: Catalog) -> tuple[Problem, ...]:
    """Problems of every situation's page and heading, and of what stands for an old document."""
    return (*_check(catalog), *_check_documents(catalog))


def _check(catalog: Catalog) -> Iterator[Problem]:
    path = catalog.vocabulary.situations_path
    for situation in catalog.vocabulary.situations:
        page = catalog.articles.get((situation.page, situation.language))
        suffix = ".md" if situation.language == DEFAULT_LANGUAGE else f".{situation.language}.md"
        if page is None:
            moved = catalog.moved.get(situation.page)
            near = [moved] if moved else difflib.get_close_matches(situation.page, catalog.keys, n=1, cutoff=0.6)
            yield Problem(
                path,
                situation.line,
                f"Không có trang “{situation.page}{suffix}”.",
                f"Có phải ý bạn là “{near[0]}{suffix}”?"
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


def _check_documents(catalog: Catalog) -> Iterator[Problem]:
    if not catalog.register:
        return
    numbers = [document.number for document in catalog.register.documents]
    for saying in catalog.vocabulary.sayings:
        if saying.kind != OLD_DOCUMENT:
            continue
        if saying.meaning not in numbers:
            near = difflib.get_close_matches(saying.meaning, numbers, n=1, cutoff=0.6)
            yield Problem(
                catalog.vocabulary.sayings_path,
                saying.line,
                f"Danh mục văn bản không có “{saying.meaning}”.",
                f"Có phải ý bạn là “{near[0]}”?" if near else "Ghi số hiệu đúng như ở van-ban/van-ban.csv.",
                "cach-noi-van-ban",
            )
        for form in saying.forms:
            if form in numbers:
                yield Problem(
                    catalog.vocabulary.sayings_path,
                    saying.line,
                    f"“{form}” đã có trong danh mục văn bản.",
                    "Xóa ở đây; ghi văn bản thay thế ở van-ban/van-ban.csv, cột van_ban_thay_the.",
                    "cach-noi-van-ban",
                )
