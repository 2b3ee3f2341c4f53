"""What a page looks for while it is converted, and whether anything is said of it."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from handbook.cache import Questions


def seen_from(page: Page, file: File | None) -> list | None:
    """Where ``file`` stands as seen from ``page``, as a JSON value."""
    # Not the file's own name: a translation stands where the original does.
    return [get_relative_url(file.url, page.file.url), file.inclusion.name] if file else None


class RecordedFiles:
    """``Files`` that notes which files a page looked for with ``find``; ``uris`` tells by which path each was found."""

    def __init__(self, files: Files, own: File, find: Callable[[str], File | None], questions: Questions) -> None:
        self._files, self._find, self._questions = files, find, questions
        self.uris = {own: ""}

    def get_file_from_path(self, path: str) -> File | None:
        self._questions.ask("file", path)
        file = self._find(path)
        if file:
            self.uris.setdefault(file, path)
        return file

    def __getattr__(self, name: str) -> object:
        return getattr(self._files, name)


class LogWatch(logging.Handler):
    """Whether anything was said that an editor sees."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.logged_anything = False

    def emit(self, record: logging.LogRecord) -> None:
        self.logged_anything = True


@contextmanager
def listening() -> Iterator[LogWatch]:
    """Tells, inside and after the block, whether anything was said in it."""
    watch = LogWatch()
    logging.getLogger("mkdocs").addHandler(watch)
    try:
        yield watch
    finally:
        logging.getLogger("mkdocs").removeHandler(watch)
