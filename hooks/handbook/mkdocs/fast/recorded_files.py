"""What a page looks for while it is converted, and whether anything is said of it."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from handbook.mkdocs.fast.page_questions import questions


def seen_from(page: Page, file: File | None) -> list | None:
    """Where ``file`` stands as seen from ``page``, as a JSON value."""
    # Not the file's own name: a translation stands where the original does.
    return [get_relative_url(file.url, page.file.url), file.inclusion.name] if file else None


class AskedFiles:
    """``Files`` that notes which files a page looked for with ``find``; ``uris`` tells by which path each was found."""

    def __init__(self, files: Files, own: File, find: Callable[[str], File | None]) -> None:
        self._files, self._find = files, find
        self.uris = {own: ""}

    def get_file_from_path(self, path: str) -> File | None:
        questions.ask("file", path)
        file = self._find(path)
        self.uris.setdefault(file, path)
        return file

    def __getattr__(self, name: str) -> object:
        return getattr(self._files, name)


class Told(logging.Handler):
    """Whether anything was said that an editor sees."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.anything = False

    def emit(self, record: logging.LogRecord) -> None:
        self.anything = True


@contextmanager
def listening() -> Iterator[Told]:
    """Tells, inside and after the block, whether anything was said in it."""
    told = Told()
    logging.getLogger("mkdocs").addHandler(told)
    try:
        yield told
    finally:
        logging.getLogger("mkdocs").removeHandler(told)
