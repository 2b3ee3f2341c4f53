"""Imposition: A5 pages two to a side of A4, to be printed on both sides, folded and stapled."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

FOLDED = "folded, with its title and outline"  # names kept files: changes when what is made of the same book does
SHEETS_TO_FOLD = 10  # sheets that an office stapler and a fold still take: 40 pages


def booklet(pdf: bytes, sheets: int = SHEETS_TO_FOLD) -> bytes:
    """``pdf`` imposed as one or more folded booklets of at most ``sheets`` sheets each.

    Print on both sides, flipped on the short edge; fold each booklet in the
    middle.  Pages are spread evenly, blank ones stand at the very end.  Title,
    language and outline (of the sides) are kept; tags and links are left behind:
    this copy is for paper only.
    """
    import pikepdf  # not on every machine (libraries.py)

    with pikepdf.open(io.BytesIO(pdf)) as source, pikepdf.new() as target:
        width, height = (float(value) for value in source.pages[0].mediabox[2:])
        forms = [target.copy_foreign(page.as_form_xobject()) if _has_marks(page) else None for page in source.pages]
        sizes = [tuple(float(value) for value in page.mediabox[2:]) for page in source.pages]
        side_of: dict[int, int] = {}
        for start, count in gatherings(len(forms), sheets):
            for left, right in spreads(count):
                side_of |= dict.fromkeys((start + left, start + right), len(target.pages))
                side = target.add_blank_page(page_size=(2 * width, height))
                drawn = []
                for place, offset in ((left, 0.0), (right, width)):
                    number = start + place
                    form = forms[number] if number < len(forms) else None
                    if form is not None:
                        name = f"/P{number}"
                        side.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(name))
                        drawn.append(f"q {_matrix(sizes[number], width, height, offset)} cm {name} Do Q")
                side.Contents = target.make_stream("\n".join(drawn).encode())
        target.Root.ViewerPreferences = pikepdf.Dictionary(
            Duplex=pikepdf.Name.DuplexFlipShortEdge, DisplayDocTitle=True
        )
        _name(target, source, side_of)
        result = io.BytesIO()
        target.save(result, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return result.getvalue()


def _name(target: pikepdf.Pdf, source: pikepdf.Pdf, side_of: Mapping[int, int]) -> None:
    """Give ``target`` the title, language and outline of ``source``; ``side_of`` gives the side of each page."""
    if "/Lang" in source.Root:
        target.Root.Lang = source.Root.Lang
    title = str(source.docinfo.get("/Title", ""))
    if title:
        with target.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = title
    pages = {page.objgen: number for number, page in enumerate(source.pages)}
    names = _named_places(source)
    with source.open_outline() as old, target.open_outline() as new:
        new.root.extend(_items(old.root, pages, names, side_of))


def _items(
    items: Iterable[pikepdf.OutlineItem],
    pages: Mapping[Any, int],
    names: Mapping[str, pikepdf.Object],
    side_of: Mapping[int, int],
) -> Iterator[pikepdf.OutlineItem]:
    import pikepdf

    for item in items:
        place = item.destination if item.destination is not None else item.action.D if item.action else None
        if place is not None and not isinstance(place, pikepdf.Array):
            place = names.get(str(place))
        number = pages.get(place[0].objgen) if place is not None else None
        if number is None:
            continue
        made = pikepdf.OutlineItem(item.title, side_of[number])
        made.children.extend(_items(item.children, pages, names, side_of))
        made.is_closed = True
        yield made


def _named_places(source: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """The destinations to which outline entries lead by a name."""
    import pikepdf

    names = source.Root.get("/Names")
    tree = names.get("/Dests") if names is not None else None
    plain = source.Root.get("/Dests")
    found = pikepdf.NameTree(tree).items() if tree is not None else plain.items() if plain is not None else ()
    return {
        str(name).removeprefix("/"): place.D if isinstance(place, pikepdf.Dictionary) else place
        for name, place in found
    }


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
