"""From a :class:`Book` to the bytes of its PDF, through the Typst compiler in the wheel."""

from __future__ import annotations

import filecmp
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from handbook.book.layout.headings_and_labels import every_node
from handbook.book.model import Book, Chapter, Part
from handbook.book.press.compress_pdf import finish
from handbook.book.press.fonts import FONT_FILES
from handbook.book.press.manuscript import manuscript
from handbook.book.press.pdf_cache import digest_of, made_once
from handbook.book.press.printable import Press, check_letters, check_pictures, replaced
from handbook.book.variants import chapter_edition, part_edition
from handbook.book.words import WORDS
from handbook.cache.sealed import put
from handbook.problem import Problem

TEMPLATES = Path(__file__).resolve().parents[4] / "overrides" / "book"
# PDF/UA-1 (ISO 14289-1) for readers with assistive technology, PDF/A-2a
# (ISO 19005-2) for archives; the compiler refuses what breaks either.
STANDARDS: tuple[Literal["ua-1", "a-2a"], ...] = ("ua-1", "a-2a")


def typeset(book: Book, work_dir: Path, press: Press | None = None) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The PDF of ``book``, or ``None`` when it cannot be made, and what is wrong.

    ``work_dir`` receives templates, fonts, pictures and data; nothing else is
    read, so that the same book gives the same bytes on every machine.  PDFs
    made earlier are kept there by a digest of all that went into them.  Many
    editions in a row share one ``press`` of :func:`open_press`.
    """
    press = press or open_press(work_dir)
    pdf, problems, failure = _set(book, press)
    if failure:
        mended, broken = _without_broken(book, press)
        if broken:
            pdf, _, failure = _set(mended, press)
        problems += broken + failure
    return pdf, problems


@dataclass(frozen=True)
class _Copy:
    """What a book's pages are made from: the template's data, its pictures, the problems met."""

    text: str
    pictures: frozenset[str]
    problems: tuple[Problem, ...]
    is_empty: bool


def _set(book: Book, press: Press) -> tuple[bytes | None, tuple[Problem, ...], tuple[Problem, ...]]:
    """The PDF, the problems of the content, and the compiler's refusal if there is no PDF."""
    commune, own = book.options.commune, book.options.own
    book = replace(book, options=replace(book.options, commune=None, own=None))
    copy = press.once(book, lambda: _copy(book, press))
    if copy.is_empty:
        return None, copy.problems, ()
    # A commune's names stand in a file of their own: what all communes share is read and set once.
    about = commune.model_dump(exclude={"classes", "packs"}) | {"own": _own_chapter(own, book)} if commune else None
    inputs = {"data": copy.text, "commune": json.dumps(about, ensure_ascii=False) if about else ""}
    inputs["commune"] = replaced(inputs["commune"], check_letters(inputs["commune"], book, press)[0])
    refused: list[Problem] = []

    def print_it() -> bytes | None:
        files = {name: f"{name}-{os.getpid()}.json" for name, text in inputs.items() if text}
        for name, file in files.items():
            (press.work_dir / file).write_text(inputs[name], encoding="utf-8")
        pdf, found = compile_pdf(press, "main.typ", book.title, **files)
        for file in files.values():
            (press.work_dir / file).unlink()
        refused.extend(found)
        return finish(pdf) if pdf else None

    pdf = made_once(press.work_dir, _digest(inputs.values(), copy.pictures, press.work_dir), print_it)
    if pdf is None:
        return None, copy.problems, tuple(refused)
    return pdf, copy.problems + tuple(refused), ()


def _own_chapter(own: Chapter | None, book: Book) -> dict | None:
    """A commune's own chapter for the template."""
    if own is None:
        return None
    alone, _ = manuscript(replace(book, front=(), parts=(Part("", chapters=(own,)),)))
    return alone["parts"][0]["chapters"][0]


def _copy(book: Book, press: Press) -> _Copy:
    """The data of ``book`` for the template, with what cannot be printed replaced."""
    data, problems = manuscript(book)
    pictures: set[str] = set()
    for chapter, body in _bodies(book, data):
        nodes = list(every_node(body))
        problems += check_pictures(nodes, chapter, book.docs_dir, press)
        pictures |= {node["file"].lstrip("/") for node in nodes if "file" in node}
    text = json.dumps(data, ensure_ascii=False)
    table, missing = check_letters(text, book, press)
    return _Copy(
        replaced(text, table),
        frozenset(pictures),
        problems + missing,
        book.options.kind == "cards" and not data["cards"],
    )


def _without_broken(book: Book, press: Press) -> tuple[Book, tuple[Problem, ...]]:
    """``book`` with a notice instead of each page that the compiler refuses, and those pages' problems.

    Every page is set alone to find them: slow, but a book that lacks a page is
    better than none, and the message then names the editor's file.
    """
    problems: list[Problem] = []

    def notice(html: str, path: str, alone: Book) -> str:
        failure = _set(alone, press)[2] if html else ()
        if not failure:
            return html
        problems.append(
            Problem(
                path,
                0,
                f"Trang này không dàn được vào sách; sách in lời báo thay vào. {failure[0].message}",
                "Viết phần lạ của trang đơn giản hơn rồi dựng lại.",
                "sach-trang-hong",
            )
        )
        return f"<p>{WORDS[book.language]['not_set']}</p>"

    def chapter(one: Chapter) -> Chapter:
        return replace(one, html=notice(one.html, one.path, chapter_edition(book, one)))

    front = tuple(map(chapter, book.front))
    parts = tuple(
        replace(
            part,
            chapters=tuple(map(chapter, part.chapters)),
            intro_html=notice(
                part.intro_html, part.path or f"docs/{part.key}.md", part_edition(book, replace(part, chapters=()))
            ),
        )
        for part in book.parts
    )
    return replace(book, front=front, parts=parts), tuple(problems)


def open_press(work_dir: Path) -> Press:
    """A compiler for books, with templates and fonts put into ``work_dir``."""
    prepare(work_dir)
    return Press(work_dir)


def prepare(work_dir: Path) -> None:
    """Put templates and fonts into ``work_dir``."""
    fonts = work_dir / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    for file in FONT_FILES:
        if not (fonts / file.name).exists() or not filecmp.cmp(file, fonts / file.name, shallow=False):
            put(fonts / file.name, file.read_bytes())
    for template in sorted(TEMPLATES.glob("*.typ")):
        shutil.copyfile(template, work_dir / template.name)


def compile_pdf(press: Press, template: str, what: str, **inputs: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Compile ``template`` in the press's folder; a compiler message becomes a problem."""
    import typst  # not on every machine (libraries.py)

    try:
        pdf, warnings = press.compiler(template).compile_with_warnings(
            pdf_standards=[*STANDARDS], format="pdf", timestamp=0, sys_inputs=inputs
        )
    except typst.TypstError as error:
        return None, (_problem(error.diagnostic, what),)
    problems = tuple(_problem(str(warning), what) for warning in warnings)
    return pdf if isinstance(pdf, bytes) else None, problems


def _bodies(book: Book, data: dict) -> Iterable[tuple[Chapter, list]]:
    """Each tree of ``data`` with the record that it came from; a part's page counts as a chapter."""
    yield from zip(book.front, (section["body"] for section in data["front"]), strict=False)
    for part, made in zip(book.parts, data["parts"], strict=False):
        yield Chapter(part.key, part.title, part.intro_html, path=part.path or f"docs/{part.key}.md"), made["body"]
        yield from zip(part.chapters, (section["body"] for section in made["chapters"]), strict=False)
    for card in data["cards"]:
        yield book.chapters[0], card["c"]


def _digest(texts: Iterable[str], pictures: Iterable[str], work_dir: Path) -> str:
    """A name for everything that the PDF depends on."""
    import typst  # not on every machine (libraries.py)

    files = (
        # The print packs' own template is no part of a book.
        *sorted(set(work_dir.glob("*.typ")) - {work_dir / "pack.typ"}),
        *sorted(work_dir.glob("fonts/*")),
        *(work_dir / name for name in sorted(pictures)),
    )
    version = typst.__version__  # type: ignore[attr-defined]  # its types leave it out
    return digest_of(
        version, repr(STANDARDS), *texts, *(part for file in files for part in (file.name, file.read_bytes()))
    )


def _problem(message: str, what: str) -> Problem:
    return Problem(
        "overrides/book/main.typ",
        0,
        f"Sách “{what}” không dựng được trọn vẹn: {message.strip()}.",
        "Báo cho người giữ mã nguồn.",
        "sach-typst",
    )
