"""The part of a book that is about one place: old names and new ones, the province's page, its stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape

from handbook.book.editions.commune_model import Commune
from handbook.book.model import Book, Chapter, Part
from handbook.book.variants import whole_edition
from handbook.places import register
from handbook.places.communes import check_commune
from handbook.places.former_units import FormerUnit
from handbook.places.register import FOLDER, Province

KEY = "dia-phuong-minh/index"
_TITLE = "Địa phương mình"
_LEAD = "Tên cũ và tên mới, số liệu và câu chuyện của nơi bạn ở."


def with_local_part(book: Book, whole: Book, commune: Commune, *, keep_places: bool = False) -> Book:
    """``book`` with what is about the commune as its first part; ``whole`` has the chapters to take it from.

    Other provinces' pages are left out unless ``keep_places``.
    """
    found = whole.local.places.find(commune.province) if whole.local else None
    own = _own_chapter(commune, found.province if found else None)
    if found:
        book = _localised(book, whole, found.province, keep_places)
    if not own.html:
        return book
    if not any(part.key == KEY for part in book.parts):
        book = _with_part(book, ())
    return replace(book, options=replace(book.options, own=own))


def with_known_names(commune: Commune, book: Book) -> Commune:
    """The commune with its names as the register writes them: ``Bát Xát, Lào Cai`` → ``Xã Bát Xát, tỉnh Lào Cai``."""
    found = book.local.places.find(commune.province) if book.local else None
    if found is None:
        return commune
    known = check_commune(commune.name, found.province).commune
    return commune.model_copy(update={"province": found.province.label, "name": known.label if known else commune.name})


def province_edition(book: Book, province: Province) -> Book:
    """The whole book for one province: its page with all its communes first, then its stories."""
    edition = _localised(whole_edition(book), book, province, False, alone=True)
    name = province.label[0].upper() + province.label[1:]
    return replace(edition, options=replace(edition.options, edition_name=name))


def _localised(book: Book, whole: Book, province: Province, keep_places: bool, *, alone: bool = False) -> Book:
    stories = whole.local.stories.get(province.name, ()) if whole.local else ()
    by_key = {chapter.key: chapter for chapter in whole.chapters}
    page = by_key.get(province.key)
    if page and alone:
        page = replace(page, html=page.html + page.annex_html, annex_html="")
    told = [by_key[key] for key in stories if key in by_key]
    first = {chapter.key for chapter in (*([page] if page else []), *told)}
    book = replace(book, parts=tuple(_without(book.parts, first, keep_places)))
    chapters = (*([page] if page else []), *told)
    return _with_part(book, chapters) if chapters else book


def _without(parts: Iterable[Part], moved: set[str], keep_places: bool) -> Iterator[Part]:
    for part in parts:
        if part.key == f"{FOLDER}/index" and not keep_places:
            continue
        yield replace(part, chapters=tuple(chapter for chapter in part.chapters if chapter.key not in moved))


def _with_part(book: Book, chapters: tuple[Chapter, ...]) -> Book:
    return replace(book, parts=(Part(_TITLE, _LEAD, chapters=chapters, key=KEY), *book.parts))


def _own_chapter(commune: Commune, province: Province | None) -> Chapter:
    """The commune's own chapter: what the team wants to say, and which former communes it was made from."""
    note = f"<blockquote><p>{escape(commune.note)}</p></blockquote>" if commune.note else ""
    return Chapter(
        # A line does not begin with the dash of "Văn Miếu - Quốc Tử Giám".
        key="dia-phuong-minh/xa",
        title=commune.name.replace(" - ", "\u00a0- "),
        html=note + _names(commune, province),
        path=commune.path,
    )


def _names(commune: Commune, province: Province | None) -> str:
    known = check_commune(commune.name, province).commune if province else None
    if known is None or province is None:
        return ""
    if not known.former:
        return (
            f"<h2>Xã cũ nay là xã nào?</h2><p>Từ ngày 01/7/2025, {escape(known.label)} giữ nguyên, "
            "không hợp với nơi nào khác.</p>"
        )
    rows = "".join(
        f'<tr><th scope="row">{escape(_old(unit))}</th><td>{escape(_new(unit, known, province))}</td></tr>'
        for unit in known.former
    )
    return (
        "<h2>Xã cũ nay là xã nào?</h2>"
        f"<p>Từ ngày 01/7/2025, {escape(known.label)} hợp thành từ {len(known.former)} nơi.</p>"
        '<div class="so-lieu"><table><caption>Tên cũ và tên mới</caption><thead><tr><th scope="col">Trước 01/7/2025</th>'
        f'<th scope="col">Nay là</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _old(unit: FormerUnit) -> str:
    return unit.label + (f" ({unit.district})" if unit.district else "")


def _new(unit: FormerUnit, commune: register.Commune, province: Province) -> str:
    """Where the former unit is now; of a divided one all the places."""
    others = [
        other.label
        for other in province.communes
        if other != commune
        and any((one.kind, one.name, one.district) == (unit.kind, unit.name, unit.district) for one in other.former)
    ]
    part = f" ({unit.part})" if unit.part else " (một phần)" if others else ""
    rest = f"; phần khác, hoặc nơi trùng tên: {', '.join(others)}" if others else ""
    return f"{commune.label}{part}{rest}"
