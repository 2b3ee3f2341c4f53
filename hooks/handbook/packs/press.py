"""From the data of a pack to its files: PDF, tagged as the book's, and PNG for sending."""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Callable, Mapping

from PIL import Image

from handbook.book.pdf_facts import page_count
from handbook.book.press.compress_pdf import finish
from handbook.book.press.pdf_cache import digest_of, made_once
from handbook.book.press.printable import Press, with_known_letters
from handbook.book.press.typeset import compile_pdf
from handbook.problem import Problem

PICTURE_WIDTH = 1080  # pixels, what messengers send without making it smaller
_COLOURS = 64  # a sheet has few: type, two colours and their edges
_WHITE = 250  # of 255; a lighter colour of the palette is paper
_SAMPLE = 3  # every third pixel of every third line shows all colours
_PALETTE = "octree 64 of a ninth, 6"  # how pictures are packed; a new way needs a new name, or kept files would be of the old one


class NotKept(Exception):
    """What was asked for has to be made, and the caller wanted only what is kept from the last time."""


def set_pdf(
    data: Mapping, press: Press, template: str = "pack.typ", *, only_kept: bool = False, packed: bool = True
) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The PDF of ``data`` for ``template``.  Raises :class:`NotKept` if it is not kept and ``only_kept``.

    One that nobody reads need not be ``packed``.
    """
    text = _printable(data, press)
    digest = _digest(text, press, f"{'pdf' if packed else 'trial'} {template}")
    refused: list[Problem] = []

    def print_it() -> bytes | None:
        file = _write(text, press)
        pdf, found = compile_pdf(press, template, str(data["title"]), data=file)
        (press.work_dir / file).unlink()
        refused.extend(found)
        return finish(pdf) if pdf and packed else pdf

    return made_once(press.work_dir, digest, _refuse if only_kept else print_it), tuple(refused)


def pages_of(data: Mapping, press: Press, *, only_kept: bool = False) -> int:
    """How many pages ``data`` takes, 0 if it cannot be printed.  Raises :class:`NotKept` as :func:`set_pdf` does."""
    pdf, _ = set_pdf(data, press, only_kept=only_kept, packed=False)
    return page_count(pdf) if pdf else 0


def set_picture(
    data: Mapping, width_mm: float, press: Press, template: str = "pack.typ", *, only_kept: bool = False
) -> bytes | None:
    """The first page of ``data`` as PNG, :data:`PICTURE_WIDTH` wide, of a page ``width_mm`` wide.

    Raises :class:`NotKept` if it is not kept and ``only_kept``.
    """
    import typst  # not on every machine (book/press/libraries.py)

    text = _printable(data, press)
    digest = _digest(text, press, f"png {template} {_PALETTE}")

    def draw() -> bytes | None:
        file = _write(text, press)
        try:
            made = press.compiler(template).compile(
                format="png", ppi=PICTURE_WIDTH / width_mm * 25.4, sys_inputs={"data": file}
            )
        except typst.TypstError:
            return None  # the PDF of the same sheet tells why
        finally:
            (press.work_dir / file).unlink()
        first = made[0] if isinstance(made, list) else made
        return _smaller(first) if first else None

    make: Callable[[], bytes | None] = _refuse if only_kept else draw
    return made_once(press.work_dir, digest, make, "png")


def _refuse() -> bytes | None:
    raise NotKept


def _smaller(png: bytes) -> bytes:
    """The same picture with a palette: a third of the bytes.

    The fast ways of all steps take a tenth of the careful ones; no eye tells them apart.
    """
    with Image.open(io.BytesIO(png)) as picture:
        whole = picture.convert("RGB")
    sample = whole.resize((whole.width // _SAMPLE, whole.height // _SAMPLE), Image.Resampling.NEAREST)
    palette = sample.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few = whole.quantize(palette=palette, dither=Image.Dither.NONE)
    colours = few.getpalette() or []
    for place in range(0, len(colours), 3):
        if min(colours[place : place + 3]) >= _WHITE:
            colours[place : place + 3] = [255, 255, 255]
    few.putpalette(colours)
    packed = io.BytesIO()
    few.save(packed, "PNG", compress_level=6)
    return packed.getvalue()


def _printable(data: Mapping, press: Press) -> str:
    return with_known_letters(json.dumps(data, ensure_ascii=False), press)


def _write(text: str, press: Press) -> str:
    """Write ``text`` where the template finds it; other processes print beside us.

    The name is always the same: inputs are part of what the compiler knows its earlier work by, so that another name
    would have it read all templates anew, and set a sheet a second time for its picture.
    """
    file = f"pack-{os.getpid()}.json"
    (press.work_dir / file).write_text(text, encoding="utf-8")
    return file


def _digest(text: str, press: Press, kind: str) -> str:
    """A name for everything that the file depends on."""
    import typst

    return digest_of(
        typst.__version__,  # type: ignore[attr-defined]
        kind,
        text,
        press.remember("templates", lambda: _templates(press)),
    )


def _templates(press: Press) -> str:
    files = (*sorted(press.work_dir.glob("*.typ")), *sorted(press.work_dir.glob("fonts/*")))
    whole = hashlib.sha256()
    for file in files:
        whole.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()
