"""All that the adapters know of one run of MkDocs, which runs every event once a language on the same settings.

Only this module knows how static-i18n, which builds the other languages in its ``on_post_build``, tells its passes apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs_static_i18n.plugin import I18n

from handbook.book.editions.published import Edition
from handbook.cache.last_result import Latest
from handbook.catalogue.catalog import Catalog
from handbook.catalogue.cited_pages import CitedPages
from handbook.editing.edit_links import Repository
from handbook.mkdocs.conversion import Conversion
from handbook.mkdocs.fast.build_cache import BuildCache
from handbook.packs import PackFile
from handbook.quiz import Quiz
from handbook.search import SearchPage
from handbook.sections import DEFAULT_LANGUAGE
from handbook.site.pictures import Version
from handbook.site.share.cards import Card


class Session:
    """One run of MkDocs, ``command`` "build" or "serve"; a preview builds many times in it."""

    def __init__(self, command: str = "build") -> None:
        self.is_preview = command == "serve"  # an editor looks while writing: nothing is made that only readers need
        self.cache = BuildCache(remembers=self.is_preview)
        self.conversion = Conversion()
        self.rendered: Latest[str] = Latest()  # pages in their templates, in a preview

        # The handbook, read anew in each build.
        self.catalog: Catalog
        self.repository: Repository | None = None
        self.scripts: tuple[str, ...] = ()  # that a page may hold, as patterns
        self.books = ""  # which are made: HANDBOOK_BOOK
        self.offers: dict[str, tuple[Edition | PackFile, ...]] = {}  # files made for "Tải về", by language
        self.quizzes: dict[str, Quiz] = {}  # by language

        # The language that is being built.
        self.cited = CitedPages()  # which pages cite which document
        self.urls: Mapping[str, str] = {}  # where each page stands
        self.files: Files
        self.search_pages: dict[str, SearchPage] = {}

        # What is gathered for the end of a build.
        self.texts: dict[str, dict[str, tuple[str, str]]] = {}  # by language and key: converted text and address
        self.pictures: dict[str, tuple[int, int, tuple[Version, ...]] | None] = {}  # by place in the site
        self.cards: dict[str, Card] = {}
        self.feeds, self.manifests = dict[str, str](), dict[str, str]()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have been built."""
        return tuple(self.texts)

    def per_page_results(self) -> tuple[dict, ...]:
        """What grows while pages are put into their templates, and so in whichever process does it."""
        return self.cards, self.feeds, self.search_pages

    def begin_build(self) -> None:
        """Forget what was gathered in the build before."""
        for gathered in (self.pictures, self.cards, self.feeds, self.offers, self.quizzes):
            gathered.clear()


def is_first_pass(config: MkDocsConfig) -> bool:
    """Whether this is the default language's pass, which comes before the others; at the end: whether all are done."""
    return not _i18n(config).building


def language(config: MkDocsConfig) -> str:
    """The language being built, ``"vi"`` or ``"en"``."""
    return _i18n(config).current_language or DEFAULT_LANGUAGE


def key_of(file: File) -> str:
    """The catalogue key of a page's file, whatever language it is in."""
    return getattr(file, "norm_src_uri", file.src_uri).removesuffix(".md")


def _i18n(config: MkDocsConfig) -> I18n:
    return cast(I18n, config.plugins["i18n"])
