"""Where each page of the language being built stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from handbook.cache.memo import memo
from handbook.mkdocs.session import Session, key_of

_relative = memo(1 << 12)(get_relative_url)


def remember_urls(session: Session, files: Files) -> None:
    """Note where each page of the language being built will stand."""
    session.urls = {key_of(file): file.url for file in files.documentation_pages()}


@dataclass(frozen=True)
class _SeenFrom:
    """Equal to another one that gives the same addresses, so that what was made with it may be kept."""

    page: str
    urls: Mapping[str, str]

    def __call__(self, target: str) -> str:
        return _relative(self.urls.get(target, target), self.page)


def url_for(session: Session, page: Page) -> Callable[[str], str]:
    """From a page's key, or the site path of a file, to an address as seen from ``page``."""
    return _SeenFrom(page.url, session.urls)
