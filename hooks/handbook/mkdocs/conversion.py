"""What is known while pages become HTML: the page, what its text asks, and what is made beside HTML."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from handbook.cache import Questions


class Conversion:
    """The conversion of the page that is at hand."""

    def __init__(self) -> None:
        self.page: Page
        #: What the text of a page asks the rest of the handbook; part of what a cached page depends on.
        self.questions = Questions()
        #: What a conversion gives beside HTML: a name and a function that gives it of the HTML, as a JSON value.
        self.byproducts: dict[str, Callable[[str], object]] = {}
        #: The byproducts of the page that was converted, or found in the cache, last.
        self.of_page: dict[str, object] = {}
        #: What is made of a page's HTML later on, with the cache: made at once by whichever process converts it.
        self.after_convert: list[Callable[[str], object]] = []
        #: Of the language being built: pages that were not in the cache, and files by the path in the text of a page.
        self.not_cached = 0
        self.found_files: dict[str, File | None] = {}
