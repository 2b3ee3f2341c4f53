"""Several processes convert pages and leave them in the cache; MkDocs' own loop then finds them there.

So the pages are the same as without.  One of which anything is to be said, or that fails, is left to the loop.
"""

import logging
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from handbook.cache.processes import in_parallel, processes
from handbook.mkdocs.fast.packed_page import PackedPage, let_go
from handbook.mkdocs.session import Session

#: Fewer are quicker done than handed out: a chapter or two in a preview.
LEAST = 8


def convert_in_parallel(session: Session, config: MkDocsConfig, files: Files) -> None:
    """A page is about to be converted; after a few of them, all that follow are converted at once."""
    session.conversion.not_cached += 1
    store = session.cache.store
    if session.conversion.not_cached != LEAST or not store or processes() < 2:
        return
    waiting = [
        file
        for file in files.documentation_pages()
        if file.page and not isinstance(file.page, PackedPage) and file.page.content is None
    ]
    store.flush()
    with suppress(BrokenProcessPool):  # one was killed: the loop does what is left
        for rows in in_parallel(partial(_convert, session, config, files), waiting, partial(begin_copy, session)):
            store.give(rows)


def begin_copy(session: Session) -> None:
    """What a process that is a copy of this one does first."""
    if session.cache.store:
        session.cache.reopen_in_copy()
    # What is to be said of a page is said when the loop comes to it.
    for name in (None, "mkdocs"):
        logging.getLogger(name).handlers.clear()
    logging.lastResort = None


def _convert(session: Session, config: MkDocsConfig, files: Files, file: File) -> list:
    """What MkDocs does with a page up to its HTML; what is new in the cache by it."""
    page = file.page
    try:
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(page.markdown, page=page, config=config, files=files)
        page.render(config, files)
        page.content = config.plugins.on_page_content(page.content, page=page, config=config, files=files)
        for make in session.conversion.after_convert:
            make(page.content)
    except Exception:  # whatever it is, the loop meets it again and tells it
        return []
    finally:
        let_go(page)
    return session.cache.store.take()
