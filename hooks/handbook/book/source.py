"""A :class:`Book` as a file: the last build's pages, from which editions are made without building the site."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from handbook.book.model import Book

_BOOK = TypeAdapter(Book)


def write_source(book: Book, digest: str, folder: Path) -> None:
    """Keep ``book``, made from the files that ``digest`` stands for, in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    _place(folder, book.language).write_bytes(digest.encode() + b"\n" + _BOOK.dump_json(book))


def read_source(language: str, digest: str, folder: Path) -> Book | None:
    """The book kept in ``folder``; ``None`` if there is none or its files have changed since."""
    try:
        kept, _, text = _place(folder, language).read_bytes().partition(b"\n")
        return _BOOK.validate_json(text) if kept == digest.encode() else None
    except (OSError, ValidationError):
        return None


def digest_of(files: Iterable[Path], *more: str) -> str:
    """A name for the names and content of ``files`` and for ``more`` that a book depends on."""
    digest = hashlib.sha256("\0".join(more).encode())
    for file in sorted(set(files)):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(f"\0{file.as_posix()}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _place(folder: Path, language: str) -> Path:
    return folder / f"source-{language}.json"
