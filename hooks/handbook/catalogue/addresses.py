"""Addresses of pages: where each one stands, where it stood before, and what was ever published.

Printed QR codes and links in other people's messages outlive a page's name, so
a published address must lead somewhere for ever.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from handbook.catalogue.catalog import Article, Catalog
from handbook.problem import Problem
from handbook.sections import DEFAULT_LANGUAGE, LANGUAGES

# The list, below the project's folder; one address a line.
PUBLISHED = "published-addresses.txt"
# Folders and files of the site that are no pages'; "index" and the like are files where addresses end in .html.
_RESERVED = frozenset(
    ("assets", "search", "schema", "ngoai-tuyen", "bien-tap", "index", "404", "sitemap", "tin-moi", "sw", *LANGUAGES)
)


@dataclass(frozen=True)
class Moved:
    """A page that stood at the address ``old`` (``chuyen-de/ten-cu``) and has the key ``key`` now."""

    old: str
    key: str


def address_of(key: str) -> str:
    """The address of a page below its language's home, without slashes around it: ``chuyen-de/a``, ``""``."""
    return "" if key == "index" else key.removesuffix("/index")


def path_of(address: str, language: str) -> str:
    """An address as a folder below the site's own: ``en/chuyen-de/a/``; ``""`` is the home page."""
    prefix = "" if language == DEFAULT_LANGUAGE else f"{language}/"
    return f"{prefix}{address}/" if address else prefix


def moved_pages(catalog: Catalog) -> tuple[Moved, ...]:
    """Every former address with its page, sorted; wrong ones are left out."""
    return tuple(
        sorted((moved for moved, problem in _declared(catalog) if problem is None), key=lambda moved: moved.old)
    )


def check_moved(catalog: Catalog) -> tuple[Problem, ...]:
    """Former addresses that another page has, or that stand in two places."""
    return tuple(problem for _, problem in _declared(catalog) if problem)


def read_published(file: Path) -> tuple[str, ...]:
    """The addresses of a list, the home page as ``""``; none when there is no such file."""
    if not file.is_file():
        return ()
    return tuple(line.strip().strip("/") for line in file.read_text(encoding="utf-8").splitlines())


def write_published(file: Path, addresses: Iterable[str]) -> None:
    """Write the list as :func:`read_published` reads it."""
    lines = (f"/{address}/\n" if address else "/\n" for address in addresses)
    file.write_text("".join(lines), encoding="utf-8", newline="\n")


def check_published(catalog: Catalog, published: Iterable[str], list_path: str) -> tuple[Problem, ...]:
    """Published addresses that lead nowhere any more, and former addresses that never were published.

    ``list_path`` is what messages call the file of published addresses.
    """
    known = tuple(published)
    here = {address_of(key) for key in catalog.keys}
    former = {moved.old for moved in moved_pages(catalog)}
    problems = [
        Problem(
            list_path,
            number,
            f"Địa chỉ “/{address}/” đã công bố mà không còn trang nào: mã QR đã in và liên kết đã gửi sẽ hỏng.",
            f"Ở đầu trang thay cho nó, thêm dòng old_paths: [{address}.md].",
            "dia-chi-mat",
        )
        for number, address in enumerate(known, 1)
        if address not in here and address not in former
    ]
    for moved, problem in _declared(catalog):
        if problem is None and moved.old not in known:
            article = catalog.articles[moved.key, DEFAULT_LANGUAGE]
            near = difflib.get_close_matches(moved.old, set(known) - here, n=1, cutoff=0.7)
            problems.append(
                Problem(
                    article.path,
                    _line(article, moved.old),
                    f"Địa chỉ cũ “{moved.old}” chưa từng có trong {list_path}.",
                    f"Có phải ý bạn là “{near[0]}”?"
                    if near
                    else "Kiểm tra chính tả; nếu đúng là địa chỉ cũ thì chạy make addresses.",
                    "dia-chi-la",
                )
            )
    return tuple(problems)


def all_addresses(catalog: Catalog, published: Iterable[str]) -> tuple[str, ...]:
    """The list with today's pages and their former addresses added; nothing is ever taken out."""
    return tuple(sorted({*published, *map(address_of, catalog.keys), *(moved.old for moved in moved_pages(catalog))}))


def _declared(catalog: Catalog) -> Iterator[tuple[Moved, Problem | None]]:
    here: Mapping[str, str] = {address_of(key): key for key in catalog.keys}
    seen: dict[str, Article] = {}
    for (key, language), article in sorted(catalog.articles.items()):
        for old in article.meta.old_paths:
            what = fix = ""
            if language != DEFAULT_LANGUAGE:
                what, fix = "Địa chỉ cũ chỉ khai ở bản tiếng Việt; bản dịch đi theo.", f"Chuyển dòng này sang {key}.md."
            elif old.split("/", 1)[0] in _RESERVED:
                what, fix = (
                    f"Địa chỉ cũ “{old}” nằm trong thư mục của hệ thống.",
                    "Ghi địa chỉ của bản tiếng Việt, tính từ docs/.",
                )
            elif old in here:
                what, fix = (
                    f"Địa chỉ cũ “{old}” đang là của trang {here[old]}.md.",
                    "Xóa dòng này hoặc đổi tên trang kia.",
                )
            elif old in seen:
                what, fix = f"Địa chỉ cũ “{old}” đã khai ở {seen[old].path}.", "Giữ lại một chỗ."
            seen.setdefault(old, article)
            problem = Problem(article.path, _line(article, old), what, fix, "dia-chi-cu") if what else None
            yield Moved(old, key), problem


def _line(article: Article, old: str) -> int:
    number = article.meta.old_paths.index(old)
    return article.lines.get(("old_paths", number)) or article.lines.get(("old_paths",), 0)
