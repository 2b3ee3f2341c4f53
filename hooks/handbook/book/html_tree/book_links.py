"""Where a link of a page leads inside the book, or on the web."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import unquote, urljoin

from handbook.book.model import Chapter, Part
from handbook.source.web_address import UNREADABLE, split_address

_ID = re.compile(r"""<[a-z][^<>]*?\sid=["']([^"'<>]+)["']""")
_LIVE_SCHEMES = ("http", "https", "mailto", "tel", "sms")


@dataclass(frozen=True)
class Target:
    """A link's end: a ``label`` of the book, a ``web`` address, or ``nothing``.

    ``missing`` is the heading that a page of the book turned out not to have.
    """

    kind: Literal["label", "web", "nothing"]
    value: str = ""
    missing: str = ""


def label_of(key: str, fragment: str = "") -> str:
    """The name of a place in the book: a chapter, or an id inside it."""
    return f"{key}#{fragment}" if fragment else key


@dataclass(frozen=True)
class LinkIndex:
    """The pages of one book: the ids in each, the online address of each, and pages that only have a row in a list."""

    ids: Mapping[str, frozenset[str]]
    urls: Mapping[str, str]
    keys_by_url: Mapping[str, str]
    rows: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, chapters: Iterable[Chapter], parts: Iterable[Part] = ()) -> LinkIndex:
        """The index of ``chapters`` and of the opening pages of ``parts``; linear in their HTML."""
        ids: dict[str, frozenset[str]] = {}
        urls: dict[str, str] = {}
        rows: dict[str, str] = {}
        for part in parts:
            if part.key:
                ids[part.key] = frozenset(_ID.findall(part.intro_html))
        for chapter in chapters:
            ids[chapter.key] = frozenset(_ID.findall(chapter.html))
            urls[chapter.key] = chapter.url
            rows |= {key: label_of(chapter.key, key.rpartition("/")[2]) for key in chapter.stands_for}
        return cls(ids, urls, {url: key for key, url in urls.items() if url}, rows)

    def resolve(self, href: str, key: str) -> Target:
        """The end of ``href`` as written in the HTML of the page ``key``."""
        parts = split_address(href)
        if parts.scheme == UNREADABLE:
            return Target("nothing")
        if not parts.scheme and not parts.netloc:
            page = self._page(unquote(parts.path), key)
            if page is not None:
                return self._inside(page, unquote(parts.fragment))
        elif parts.scheme in ("http", "https"):
            page = self.keys_by_url.get(href.partition("#")[0])
            if page is not None:
                return self._inside(page, unquote(parts.fragment))
        address = urljoin(self.urls.get(key, ""), href)
        return Target("web", address) if split_address(address).scheme in _LIVE_SCHEMES else Target("nothing")

    def _inside(self, page: str, fragment: str) -> Target:
        if page not in self.ids:
            return Target("label", self.rows[page])
        if fragment and fragment not in self.ids[page]:
            return Target("label", label_of(page), missing=fragment)
        return Target("label", label_of(page, fragment))

    def _page(self, path: str, key: str) -> str | None:
        if not path:
            return key if key in self.ids else None
        if path.startswith("/"):
            return None
        is_file = path.endswith((".html", ".md"))
        folder = posixpath.dirname(key) if is_file or posixpath.basename(key) == "index" else key
        found = posixpath.normpath(posixpath.join(folder, path))
        if is_file:
            found = posixpath.splitext(found)[0]
        candidates = ("index",) if found == "." else (found, f"{found}/index")
        return next((name for name in candidates if name in self.ids or name in self.rows), None)

    def file_of(self, source: str, key: str) -> str:
        """The path below ``docs/`` of a picture as the page ``key`` names it; a web address as it is."""
        if split_address(source).scheme:
            return source
        folder = posixpath.dirname(key) if posixpath.basename(key) == "index" else key
        return posixpath.normpath(posixpath.join(folder, unquote(source))).lstrip("./")
