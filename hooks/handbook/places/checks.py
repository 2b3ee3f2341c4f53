"""Names of places in stories, tables and the pages of provinces, held against the register."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.catalogue.catalog import Article, Catalog
from handbook.places.articles import strange_pages
from handbook.places.by_province import province_tables
from handbook.places.communes import check_commune, communes_named_in
from handbook.places.contacts import contact_problems, is_contacts
from handbook.places.names import province_key
from handbook.places.register import FOLDER, PROVINCES, PlaceRegister, Province, places_of
from handbook.problem import Problem, Severity
from handbook.sections import Kind

_RULE = "tinh-la"


def check_places(catalog: Catalog) -> Iterator[Problem]:
    """Every name of a province or commune that the register does not know, with the one that was perhaps meant."""
    places = places_of(catalog)
    for article in strange_pages(catalog, places):
        near = places.near(article.key.rpartition("/")[2].replace("-", " ")) if places else ""
        slug = next((one.slug for one in places.provinces if one.name == near), "") if places else ""
        yield Problem(
            article.path,
            0,
            "Tên tệp không phải tên của tỉnh, thành phố nào nên trang này không có chỗ trong cẩm nang.",
            f"Có phải ý bạn là {FOLDER}/{slug}.md?"
            if slug
            else f"Đặt tên theo tỉnh hiện nay, ví dụ {FOLDER}/lao-cai.md; danh sách ở docs/{PROVINCES}.csv.",
            "tinh-trang-la",
        )
    if places is None:
        return
    tables, problems = province_tables(catalog, places)
    yield from problems
    for table in tables:
        if is_contacts(table):
            yield from contact_problems(table)
    for article in catalog.articles.values():
        if article.kind is Kind.STORY:
            yield from _story(article, places)


def _story(article: Article, places: PlaceRegister) -> Iterator[Problem]:
    province = getattr(article.meta, "province", None)
    former = getattr(article.meta, "former_province", None)
    found = places.find(province) if province else None
    if province and found is None:
        yield _unknown(article, "tinh", province, places)
    elif found and found.former:
        yield Problem(
            article.path,
            article.lines.get(("tinh",), 0),
            f"“{province}” là tỉnh cũ, nay thuộc {found.province.label}.",
            f"Ghi tinh: {found.province.name} và tinh_cu: {found.former}.",
            "tinh-cu",
        )
    if former:
        known = places.find(former)
        if known is None:
            yield _unknown(article, "tinh_cu", former, places)
        elif found and not any(province_key(former) == province_key(name) for name in found.province.former):
            yield Problem(
                article.path,
                article.lines.get(("tinh_cu",), 0),
                f"“{former}” nay không thuộc {found.province.label} mà thuộc {known.province.label}.",
                "Sửa tinh hoặc tinh_cu.",
                "tinh-lech",
            )
    if found:
        yield from _communes(article, found.province)


def _communes(article: Article, province: Province) -> Iterator[Problem]:
    place = getattr(article.meta, "place", None)
    if not place or not province.communes:
        return
    for name in communes_named_in(place):
        checked = check_commune(name, province)
        if not checked.is_known:
            yield Problem(
                article.path,
                article.lines.get(("dia_ban",), 0),
                f"{province.label[0].upper()}{province.label[1:]} không có {name}, cũ hay mới.",
                f"Có phải ý bạn là {checked.near}?" if checked.near else "Xem lại tên, hoặc tỉnh ở dòng tinh.",
                "xa-la",
                Severity.ERROR if checked.near else Severity.HINT,
            )


def _unknown(article: Article, key: str, name: str, places: PlaceRegister) -> Problem:
    near = places.near(name)
    return Problem(
        article.path,
        article.lines.get((key,), 0),
        f"Không có tỉnh, thành phố nào tên “{name}”.",
        f"Có phải ý bạn là “{near}”?" if near else "Ghi tên tỉnh như trong bảng đơn vị hành chính 34 tỉnh.",
        _RULE,
    )
