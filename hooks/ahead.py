"""What the adapters share to do pages in several processes at once (no hook: it is imported by those).

What the processes convert they leave in the store, what they write in the site; MkDocs'
own loops then find it there, so the pages are the same as without.  A page of which
anything is to be said, or that fails, is left to the loop.
"""

import logging
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial

from asked_files import listening
from handbook.parallel import in_parallel, processes
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from page_memory import borrow_store, store

# Fewer are quicker done than handed out: a chapter or two in a preview.
_LEAST = 8
#: How many pages of the running language had to be converted.
missed = {"pages": 0}
#: What is made later of a page's text, with ``made_of``.
later: list[Callable[[str], object]] = []
#: The mappings in which adapters gather what they learn of each page while it is written.
gathered: list[Callable[[], dict]] = []


def convert_ahead(config: MkDocsConfig, files: Files) -> None:
    """A page is about to be converted; after a few of them, all that follow are converted at once."""
    missed["pages"] += 1
    if missed["pages"] != _LEAST or not store() or processes() < 2:
        return
    waiting = [file for file in files.documentation_pages() if file.page and file.page.content is None]
    store().flush()
    with suppress(BrokenProcessPool):  # one was killed: the loop does what is left
        for rows in in_parallel(partial(_convert, config, files), waiting, _begin):
            store().give(rows)


def write_ahead(write: Callable[[File], None], waiting: list[File]) -> set[File]:
    """Write pages, if they are many; those that need not be written again."""
    if len(waiting) < _LEAST or processes() < 2:
        return set()
    written = set()
    with suppress(BrokenProcessPool):
        for file, learned in zip(waiting, in_parallel(partial(_write, write), waiting, _begin), strict=True):
            if learned is not None:
                written.add(file)
                for known, new in zip(gathered, learned, strict=True):
                    known().update(new)
    return written


def _begin() -> None:
    if store():
        borrow_store()
    # What is to be said of a page is said when the loop comes to it.
    for name in (None, "mkdocs"):
        logging.getLogger(name).handlers.clear()
    logging.lastResort = None


def _convert(config: MkDocsConfig, files: Files, file: File) -> list:
    """What MkDocs does with a page up to its HTML; what is new in the store by it."""
    page = file.page
    try:
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(page.markdown, page=page, config=config, files=files)
        page.render(config, files)
        page.content = config.plugins.on_page_content(page.content, page=page, config=config, files=files)
        for make in later:
            make(page.content)
    except Exception:  # whatever it is, the loop meets it again and tells it
        return []
    return store().take()


def _write(write: Callable[[File], None], file: File) -> list[dict] | None:
    """Write the page; what the adapters learned of it, or nothing if the loop is to do it again."""
    for known in gathered:
        known().clear()
    try:
        with listening() as told:
            write(file)
    except Exception:
        return None
    return None if told.anything else [dict(known()) for known in gathered]
