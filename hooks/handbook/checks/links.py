"""Links between pages: the target file and the heading must exist."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from handbook.catalogue.catalog import Article, Catalog
from handbook.kit.source import ids_in
from handbook.problem import Problem
from handbook.sections import DEFAULT_LANGUAGE
from handbook.vietnamese.text import slug

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\1 *$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(r"\[(?<!\\\[)(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?(?P<target>[^\s)>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_DEFINED = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*<?(?P<target>[^\s>]+)", re.MULTILINE)
_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<text>.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_ID = re.compile(r"\{[^}]*#(?P<id>[\w-]+)[^}]*\}\s*$")
_MARKUP = re.compile(r"[*_`]|\[([^\]]*)\]\([^)]*\)")
_KEPT = 1 << 13  # pages; a preview reads the same ones again and again


@lru_cache(_KEPT)
def without_code(body: str) -> str:
    """``body`` with code blanked out, every other character where it was."""

    def blank(match: re.Match[str]) -> str:
        return re.sub(r"[^\n]", " ", match.group())

    if "```" in body or "~~~" in body:
        body = _FENCE.sub(blank, body)
    return _CODE.sub(blank, body) if "`" in body else body


@lru_cache(_KEPT)
def headings(body: str) -> tuple[tuple[int, str], ...]:
    """Level and anchor of each heading of ``body``, in order."""
    found: list[tuple[int, str]] = []
    taken: set[str] = set()
    for match in _HEADING.finditer(_FENCE.sub(lambda fence: "\n" * fence.group().count("\n"), body)):
        text = match["text"]
        explicit = _ID.search(text)
        base = explicit["id"] if explicit else slug(_MARKUP.sub(r"\1", text))
        name, number = base, 0
        while name in taken:  # as Python-Markdown's toc extension does
            number += 1
            name = f"{base}_{number}"
        taken.add(name)
        found.append((len(match["marks"]), name))
    return tuple(found)


def anchors_of(article: Article, catalog: Catalog) -> frozenset[str]:
    """The anchors of a page; a translation of the same shape has the original's."""
    own = headings(article.body)
    original = catalog.articles.get((article.key, DEFAULT_LANGUAGE), article)
    theirs = headings(original.body)
    same_shape = [level for level, _ in own] == [level for level, _ in theirs]
    return frozenset(name for _, name in (theirs if same_shape else own)) | ids_in(article.body)


def check_links(catalog: Catalog) -> tuple[Problem, ...]:
    """Problems of every relative link of every page."""
    anchors = {place: anchors_of(article, catalog) for place, article in catalog.articles.items()}
    return tuple(problem for article in catalog.articles.values() for problem in _check(article, catalog, anchors))


def link_targets(article: Article) -> Iterator[tuple[int, str]]:
    """Line and target of each link of a page, written in place or below as ``[name]: target``; no images."""
    for line, target in _targets(article.body):
        yield article.body_line + line, target


@lru_cache(_KEPT)
def _targets(body: str) -> tuple[tuple[int, str], ...]:
    text = without_code(body)
    return tuple(
        (text.count("\n", 0, match.start()), match["target"])
        for match in (*_LINK.finditer(text), *(_DEFINED.finditer(text) if "]:" in text else ()))
        if text[match.start() - 1 : match.start()] != "!"
    )


def _check(article: Article, catalog: Catalog, anchors: dict) -> Iterator[Problem]:
    folder = posixpath.dirname(article.key)
    for line, target in link_targets(article):
        parts = urlsplit(target)
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
