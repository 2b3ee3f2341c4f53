"""Several processes put pages into their templates and write them; MkDocs' own loop then finds them written.

A page of which anything is to be said, or that fails, is left to the loop.
"""

from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial

from mkdocs.structure.files import File

from handbook.cache.processes import in_parallel, processes
from handbook.mkdocs.fast.parallel_conversion import LEAST, begin_copy
from handbook.mkdocs.fast.recorded_files import listening
from handbook.mkdocs.session import Session


def write_in_parallel(session: Session, write: Callable[[File], None], waiting: list[File]) -> set[File]:
    """Write pages, if they are many; those that need not be written again."""
    if len(waiting) < LEAST or processes() < 2:
        return set()
    written = {}
    jobs = in_parallel(partial(_write, session, write), waiting, partial(begin_copy, session))
    with suppress(BrokenProcessPool):
        for file, learned in zip(waiting, jobs, strict=True):
            if learned is not None:
                written[file] = learned
    # Not before: the processes that begin later clear what this one knows.
    for learned in written.values():
        for known, new in zip(session.per_page_results(), learned, strict=True):
            known.update(new)
    return set(written)


def _write(session: Session, write: Callable[[File], None], file: File) -> list[dict] | None:
    """Write the page; what the adapters learned of it, or nothing if the loop is to do it again."""
    for known in session.per_page_results():
        known.clear()
    try:
        with listening() as log:
            write(file)
    except Exception:
        return None
    return None if log.logged_anything else [dict(known) for known in session.per_page_results()]
