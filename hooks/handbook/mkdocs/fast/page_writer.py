"""Adapter: the pages are put into their templates by several processes at once, and let go when they are written.

MkDocs has no event around the writing of a page, so its function is replaced while
the site is built; tests/site/test_processes.py tells when it is not called any more.
"""

from jinja2 import Environment
from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from handbook.mkdocs.fast.packed_page import let_go
from handbook.mkdocs.fast.parallel_writing import write_in_parallel
from handbook.mkdocs.session import Session

_one_by_one = build._build_page


def take_over(session: Session, files: Files) -> None:
    session.files = files
    for file in files.documentation_pages():
        file.page.markdown = ""  # converted; the catalogue has the text (None would mean: not read yet)
    # A preview remembers what it rendered (preview_cache.py), which copies of the process would take with them.
    if not session.is_preview:
        build._build_page = _Writer(session)


def let_go_of_texts(session: Session) -> None:
    # MkDocs holds the pages of every language until the end; their texts are written by now.
    for file in session.files.documentation_pages():
        let_go(file.page)


def give_back() -> None:
    build._build_page = _one_by_one


class _Writer:
    """Stands in for MkDocs' function while one language is written."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._has_begun = False
        self._written: set[File] = set()

    def __call__(
        self,
        page: Page,
        config: MkDocsConfig,
        doc_files: list[File],
        nav: Navigation,
        env: Environment,
        dirty: bool = False,
        excluded: bool = False,
    ) -> None:
        def write(one: Page, is_excluded: bool = False) -> None:
            _one_by_one(one, config, doc_files, nav, env, dirty, is_excluded)
            let_go(one)

        if page.file not in self._written:
            write(page, excluded)
        if not self._has_begun:  # the first page has compiled the templates
            self._has_begun = True
            waiting = [file for file in doc_files if file.page is not page and not file.inclusion.is_excluded()]
            self._written = write_in_parallel(self._session, lambda file: write(file.page), waiting)
