"""Imposition: A5 pages two to a side of A4, to be printed on both sides, folded and stapled."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

SHEETS_TO_FOLD = 10  # sheets that an office stapler and a fold still take: 40 pages


def booklet(pdf: bytes, sheets: int = SHEETS_TO_FOLD) -> bytes:
    """``pdf`` imposed as one or more folded booklets of at most ``sheets`` sheets each.

    Print on both sides, flipped on the short edge; fold each booklet in the
    middle.  Pages are spread evenly, blank ones stand at the very end.  Tags
    and links are left behind: this copy is for paper only.
    """
    import pikepdf  # not on every machine (libraries.py)

    with pikepdf.open(io.BytesIO(pdf)) as source, pikepdf.new() as target:
        width, height = (float(value) for value in source.pages[0].mediabox[2:])
        forms = [target.copy_foreign(page.as_form_xobject()) if _has_marks(page) else None for page in source.pages]
        sizes = [tuple(float(value) for value in page.mediabox[2:]) for page in source.pages]
        for start, count in gatherings(len(forms), sheets):
            for left, right in spreads(count):
                side = target.add_blank_page(page_size=(2 * width, height))
                drawn = []
                for place, offset in ((left, 0.0), (right, width)):
                    number = start + place
                    if number < len(forms) and forms[number] is not None:
                        name = f"/P{number}"
                        side.add_resource(forms[number], pikepdf.Name.XObject, pikepdf.Name(name))
                        drawn.append(f"q {_matrix(sizes[number], width, height, offset)} cm {name} Do Q")
                side.Contents = target.make_stream("\n".join(drawn).encode())
        target.Root.ViewerPreferences = pikepdf.Dictionary(Duplex=pikepdf.Name.DuplexFlipShortEdge)
        result = io.BytesIO()
        target.save(result, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return result.getvalue()


def _has_marks(page: pikepdf.Page) -> bool:
    """Whether anything is drawn; an empty page would become an empty stream, of which viewers complain."""
    import pikepdf

    contents = page.obj.get("/Contents")
    streams = contents if isinstance(contents, pikepdf.Array) else [contents]
    return any(stream is not None and stream.read_bytes().strip() for stream in streams)


def gatherings(pages: int, sheets: int) -> list[tuple[int, int]]:
    """First page (from 0) and number of pages, a multiple of four, of each booklet."""
    needed = -(-pages // 4)
    booklets = max(1, -(-needed // sheets))
    result, start = [], 0
    for index in range(booklets):
        size = needed // booklets + (index < needed % booklets)
        result.append((start, 4 * size))
        start += 4 * size
    return result


def spreads(pages: int) -> list[tuple[int, int]]:
    """The pages left and right on each side of the sheets of one booklet, counted from 0.

    Fronts and backs alternate: for 8 pages (7, 0) (1, 6) (5, 2) (3, 4).
    """
    result = []
    for sheet in range(pages // 4):
        outer = 2 * sheet
        result += [(pages - 1 - outer, outer), (outer + 1, pages - 2 - outer)]
    return result


def _matrix(size: tuple[float, ...], width: float, height: float, offset: float) -> str:
    """Where a page goes; one that lies sideways is turned upright."""
    if size[0] > size[1]:
        return f"0 1 -1 0 {offset + width:.3f} 0"
    return f"1 0 0 1 {offset:.3f} 0"
