"""A :class:`Book` as a file: the last build's pages, from which editions are made without building the site."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from pydantic import TypeAdapter

from handbook.book.editions.commune_model import Commune
from handbook.book.model import Book, Chapter
from handbook.places.local import Local
from handbook.source.schema import Source

_FRAME, _CHAPTER = TypeAdapter(Book), TypeAdapter(Chapter)
for adapter in (_FRAME, _CHAPTER):  # handbook.book.model names these for type checkers only, so that it loads fast
    adapter.rebuild(_types_namespace={"Commune": Commune, "Local": Local, "Source": Source})


def write_source(book: Book, digest: str, folder: Path) -> None:
    """Keep ``book``, made from the files that ``digest`` stands for, in ``folder``.

    A line for the digest, one for the book without its chapters, one for each chapter, one for the hash of
    them all: a large handbook is never in memory a second time.
    """
    folder.mkdir(parents=True, exist_ok=True)
    frame = replace(book, front=(), parts=tuple(replace(part, chapters=()) for part in book.parts))
    seal = hashlib.sha256()
    with _place(folder, book.language).open("wb") as file:
        for line in chain(
            (digest.encode(), _FRAME.dump_json(frame), b" ".join(b"%d" % len(chapters) for chapters in _lists(book))),
            map(_CHAPTER.dump_json, chain(*_lists(book))),
        ):
            seal.update(line + b"\n")
            file.write(line + b"\n")
        file.write(seal.hexdigest().encode())


def has_source(language: str, digest: str, folder: Path) -> bool:
    """Whether a book of these very files is kept in ``folder``."""
    try:
        with _place(folder, language).open("rb") as file:
            return file.readline().rstrip() == digest.encode()
    except OSError:
        return False


def read_source(language: str, digest: str, folder: Path) -> Book | None:
    """The book kept in ``folder``; ``None`` if there is none, its files have changed since or it is damaged."""
    seal = hashlib.sha256()
    try:
        with _place(folder, language).open("rb") as file:

            def line() -> bytes:
                seal.update(read := file.readline())
                return read

            if line().rstrip() != digest.encode():
                return None
            frame = _FRAME.validate_json(line())
            front, *others = [
                tuple(_CHAPTER.validate_json(line()) for _ in range(int(count))) for count in line().split()
            ]
            if file.read() != seal.hexdigest().encode():
                return None
        return replace(
            frame,
            front=front,
            parts=tuple(replace(part, chapters=chapters) for part, chapters in zip(frame.parts, others, strict=True)),
        )
    except (OSError, ValueError):  # pydantic's errors are ValueErrors too
        return None


def _lists(book: Book) -> Iterator[tuple[Chapter, ...]]:
    yield book.front
    yield from (part.chapters for part in book.parts)


def digest_of(files: Iterable[Path], *more: str) -> str:
    """A name for the names and content of ``files`` and for ``more`` that a book depends on."""
    digest = hashlib.sha256("\0".join(more).encode())
    for file in sorted(set(files)):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(f"\0{file.as_posix()}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _place(folder: Path, language: str) -> Path:
    return folder / f"source-{language}.json"
