"""From a :class:`Book` to the bytes of its PDF, through the Typst compiler in the wheel."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import typst

from handbook.book.fonts import FONT_FILES
from handbook.book.manuscript import manuscript
from handbook.book.model import Book
from handbook.problem import Problem

TEMPLATES = Path(__file__).resolve().parents[3] / "overrides" / "book"
# PDF/UA-1 (ISO 14289-1) for readers with assistive technology, PDF/A-2a
# (ISO 19005-2) for archives; the compiler refuses what breaks either.
STANDARDS = ["ua-1", "a-2a"]


def typeset(book: Book, work_dir: Path) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The PDF of ``book``, or ``None`` when it cannot be made, and what is wrong.

    ``work_dir`` receives the templates, the fonts and the data; nothing else is
    read, so that the same book gives the same bytes on every machine.
    """
    data, problems = manuscript(book)
    prepare(work_dir)
    (work_dir / "book.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    pdf, found = compile_pdf(work_dir, "main.typ", book.title)
    return pdf, problems + found


def prepare(work_dir: Path) -> None:
    """Put templates and fonts into ``work_dir``."""
    fonts = work_dir / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    for file in FONT_FILES:
        if not (fonts / file.name).exists():
            shutil.copyfile(file, fonts / file.name)
    for template in sorted(TEMPLATES.glob("*.typ")):
        shutil.copyfile(template, work_dir / template.name)


def compile_pdf(work_dir: Path, template: str, what: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Compile ``template`` in ``work_dir``; a compiler message becomes a problem."""
    try:
        pdf, warnings = typst.compile_with_warnings(
            str(work_dir / template), root=str(work_dir), font_paths=[str(work_dir / "fonts")],
            ignore_system_fonts=True, pdf_standards=STANDARDS, format="pdf", timestamp=0)
    except typst.TypstError as error:
        return None, (_problem(error.diagnostic, what),)
    return pdf, tuple(_problem(str(warning), what) for warning in warnings)


def _problem(message: str, what: str) -> Problem:
    return Problem("overrides/book/main.typ", 0, f"Sách “{what}” không dựng được trọn vẹn: {message.strip()}.",
                   "Báo cho người giữ mã nguồn.", "sach-typst")
