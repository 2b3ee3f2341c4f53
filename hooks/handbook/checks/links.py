"""Links between pages: the target file and the heading must exist."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from urllib.parse import unquote

from handbook.catalogue.catalog import Article, Catalog
from handbook.kit.source import ids_in
from handbook.markdown.source_scan import headings, targets_in
from handbook.problem import Problem
from handbook.sections import DEFAULT_LANGUAGE
from handbook.source.guard import told
from handbook.source.web_address import UNREADABLE, split_address


def anchors_of(article: Article, catalog: Catalog) -> frozenset[str]:
    """The anchors of a page; a translation of the same shape has the original's."""
    own = headings(article.body)
    original = catalog.articles.get((article.key, DEFAULT_LANGUAGE), article)
    theirs = headings(original.body)
    same_shape = [level for level, _ in own] == [level for level, _ in theirs]
    return frozenset(name for _, name in (theirs if same_shape else own)) | ids_in(article.body)


def check_links(catalog: Catalog) -> tuple[Problem, ...]:
    """Problems of every relative link of every page, and of addresses that nobody can open."""
    anchors = {place: anchors_of(article, catalog) for place, article in catalog.articles.items()}
    return tuple(
        problem
        for article in catalog.articles.values()
        for problem in told(article.path, partial(_check, article, catalog, anchors))
    )


def link_targets(article: Article) -> Iterator[tuple[int, str]]:
    """Line and target of each link of a page, written in place or below as ``[name]: target``; no images."""
    for line, target in targets_in(article.body):
        yield article.body_line + line, target


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"


def _check(article: Article, catalog: Catalog, anchors: dict) -> Iterator[Problem]:
    folder = posixpath.dirname(article.key)
    for line, target in link_targets(article):
        parts = split_address(target)
        if parts.scheme == UNREADABLE:
            yield Problem(
                article.path,
                line,
                f"Địa chỉ “{_short(target)}” viết sai nên không mở được.",
                "Mở trang đó trong trình duyệt, chép lại địa chỉ; sau https:// chỉ có tên trang, không có ngoặc vuông.",
                "lien-ket-dang",
            )
            continue
        if parts.scheme or parts.netloc or PurePosixPath(parts.path).suffix not in ("", ".md", ".html", ".htm"):
            continue
        if parts.path.startswith("/") or (parts.path and not parts.path.endswith(".md")):
            yield Problem(
                article.path,
                line,
                f"Liên kết “{target}” phải trỏ tới tệp .md, tính từ trang này.",
                "Ví dụ: ../ky-nang/vneid.md.",
                "lien-ket-dang",
            )
            continue
        key = (
            posixpath.normpath(posixpath.join(folder, unquote(parts.path))).removesuffix(".md")
            if parts.path
            else article.key
        )
        linked = catalog.article(key, article.language)
        if linked is None:
            moved = catalog.moved.get(key)
            known = [posixpath.relpath(other + ".md", folder or ".") for other in catalog.keys]
            near = difflib.get_close_matches(parts.path, known, n=1, cutoff=0.75)
            if moved:
                yield Problem(
                    article.path,
                    line,
                    f"Trang “{target}” đã đổi tên.",
                    f"Viết {posixpath.relpath(moved + '.md', folder or '.')}.",
                    "lien-ket-hong",
                )
                continue
            yield Problem(
                article.path,
                line,
                f"Liên kết tới “{target}” nhưng không có trang đó.",
                f"Có phải ý bạn là “{near[0]}”?"
                if near
                else "Ghi đường dẫn tính từ thư mục của bài này, ví dụ ../ky-nang/vneid.md.",
                "lien-ket-hong",
            )
        elif parts.fragment and unquote(parts.fragment) not in anchors[linked.key, linked.language]:
            near = difflib.get_close_matches(parts.fragment, anchors[linked.key, linked.language], n=1, cutoff=0.5)
            yield Problem(
                article.path,
                line,
                f"Trang “{linked.meta.title}” không có mục “#{parts.fragment}”.",
                f"Có phải ý bạn là “#{near[0]}”?"
                if near
                else "Ghi tên mục không dấu, chữ thường, nối bằng gạch: mục “Cài ứng dụng” là #cai-ung-dung.",
                "lien-ket-muc",
            )
