"""From the data of a pack to its files: PDF, tagged as the book's, and PNG for sending."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Mapping

from PIL import Image

from handbook.book.model import Book
from handbook.book.press.compress_pdf import finish
from handbook.book.press.pdf_cache import digest_of, made_once
from handbook.book.press.printable import Press, check_letters
from handbook.book.press.typeset import compile_pdf
from handbook.problem import Problem

PICTURE_WIDTH = 1080  # pixels, what messengers send without making it smaller
_COLOURS = 48  # a sheet has few: type, two colours and their edges


def set_pdf(
    data: Mapping, book: Book, press: Press, template: str = "pack.typ"
) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The PDF of ``data`` for ``template``; ``book`` gives the words for letters that no font has."""
    text = _printable(data, book, press)
    refused: list = []

    def print_it() -> bytes | None:
        file = _write(text, press)
        pdf, found = compile_pdf(press, template, str(data["title"]), data=file)
        (press.work_dir / file).unlink()
        refused.extend(found)
        return finish(pdf) if pdf else None

    return made_once(press.work_dir, _digest(text, press, f"pdf {template}"), print_it), tuple(refused)


def set_picture(data: Mapping, width_mm: float, book: Book, press: Press, template: str = "pack.typ") -> bytes | None:
    """The first page of ``data`` as PNG, :data:`PICTURE_WIDTH` wide, of a page ``width_mm`` wide."""
    import typst  # not on every machine (book/press/libraries.py)

    text = _printable(data, book, press)

    def draw() -> bytes | None:
        file = _write(text, press)
        try:
            made = typst.compile(
                str(press.work_dir / template),
                root=str(press.work_dir),
                font_paths=press.fonts,
                format="png",
                ppi=PICTURE_WIDTH / width_mm * 25.4,
                sys_inputs={"data": file},
            )
        except typst.TypstError:
            return None  # the PDF of the same sheet tells why
        finally:
            (press.work_dir / file).unlink()
        return _smaller(made if isinstance(made, bytes) else made[0])

    return made_once(press.work_dir, _digest(text, press, f"png {template}"), draw, "png")


def _smaller(png: bytes) -> bytes:
    """The same picture with a palette: a third of the bytes."""
    with Image.open(io.BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    packed = io.BytesIO()
    few.save(packed, "PNG", optimize=True)
    return packed.getvalue()


def _printable(data: Mapping, book: Book, press: Press) -> str:
    text = json.dumps(data, ensure_ascii=False)
    return text.translate(check_letters(text, book, press)[0])


def _write(text: str, press: Press) -> str:
    file = f"pack-{os.getpid()}.json"
    (press.work_dir / file).write_text(text, encoding="utf-8")
    return file


def _digest(text: str, press: Press, kind: str) -> str:
    import typst

    files = (*sorted(press.work_dir.glob("*.typ")), *sorted(press.work_dir.glob("fonts/*")))
    return digest_of(
        typst.__version__,  # type: ignore[attr-defined]
        kind,
        text,
        *(part for file in files for part in (file.name, file.read_bytes())),
    )
