"""A book as a printing house takes it: trim and bleed boxes, pages in fours, the spine's width."""

from __future__ import annotations

import io

from handbook.book.layout.paper import POINT

BLEED_MM = 3.0
SIGNATURE = 4  # pages of the smallest folded sheet
SHEET_MM = 0.1  # thickness of a sheet of offset paper of 80 g/m²


def with_boxes(pdf: bytes, bleed_mm: float = BLEED_MM) -> bytes:
    """``pdf`` with a TrimBox ``bleed_mm`` inside every page (ISO 32000-1, 14.11.2), its pages a multiple of four.

    Blank pages stand before the last one, which is the back cover.
    """
    import pikepdf  # not on every machine (libraries.py)

    with pikepdf.open(io.BytesIO(pdf)) as book:
        width, height = (float(value) for value in book.pages[0].mediabox[2:])
        for _ in range(-len(book.pages) % SIGNATURE):
            book.add_blank_page(page_size=(width, height))
            book.pages.insert(len(book.pages) - 2, book.pages[-1])
            del book.pages[-1]
        cut = bleed_mm * POINT
        for page in book.pages:
            left, bottom, right, top = (float(value) for value in page.mediabox)
            page.trimbox = pikepdf.Array(
                [round(left + cut, 3), round(bottom + cut, 3), round(right - cut, 3), round(top - cut, 3)]
            )
            page.bleedbox = page.mediabox
        result = io.BytesIO()
        book.save(result, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return result.getvalue()


def spine_mm(pages: int) -> float:
    """About how thick ``pages`` pages are, printed on both sides of 80 g/m² paper, without the cover."""
    return pages / 2 * SHEET_MM
