"""The pages of places as records of the catalogue: generated, and joined with what editors wrote."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from handbook.catalogue.catalog import Article, Catalog
from handbook.places.by_province import province_tables
from handbook.places.province_page import summary_of
from handbook.places.register import FOLDER, PROVINCES, PlaceRegister, Province, places_of
from handbook.places.stories import stories_in
from handbook.sections import BY_FOLDER, DEFAULT_LANGUAGE, LANGUAGES
from handbook.source.schema import PageMeta

# What people type who look for their own place.
_ASKED = {
    "vi": ("tỉnh tôi", "xã tôi", "quê tôi", "số liệu theo tỉnh", "xã cũ nay là xã nào", "34 tỉnh thành"),
    "en": ("my province", "my commune", "old commune names"),
}
INDEX = f"{FOLDER}/index"


def place_articles(catalog: Catalog) -> tuple[Article, ...]:
    """A page for each province and one for all, in each language; none without the table of provinces."""
    places = places_of(catalog)
    if places is None:
        return ()
    return (*_indexes(catalog), *_pages(catalog, places))


def _indexes(catalog: Catalog) -> Iterator[Article]:
    section = BY_FOLDER[FOLDER]
    for language in LANGUAGES:
        if (INDEX, language) not in catalog.articles:
            suffix = "" if language == DEFAULT_LANGUAGE else f".{language}"
            meta = PageMeta(title=section.title[language], summary=section.lead[language], keywords=_ASKED[language])
            yield Article(INDEX, language, f"docs/{INDEX}{suffix}.md", section, meta, "", 1, is_generated=True)


def _pages(catalog: Catalog, places: PlaceRegister) -> Iterator[Article]:
    for province in places.provinces:
        date = _date(province, catalog, places)
        for language in LANGUAGES:
            title, summary = province.name, summary_of(province, language)
            keywords = tuple(dict.fromkeys((province.label, *province.former)))
            written = catalog.articles.get((province.key, language))
            if written is None:
                meta = PageMeta(title=title, summary=summary, date=date, keywords=keywords)
                yield Article(
                    province.key,
                    language,
                    catalog.tables[PROVINCES].path,
                    BY_FOLDER[FOLDER],
                    meta,
                    "",
                    1,
                    is_generated=True,
                )
            else:
                meta = written.meta.model_copy(
                    update={
                        "title": title,
                        "summary": written.meta.summary or summary,
                        "date": max(filter(None, (written.meta.date, date)), default=None),
                        "keywords": (*written.meta.keywords, *keywords),
                    }
                )
                yield replace(written, meta=meta)


def _date(province: Province, catalog: Catalog, places: PlaceRegister) -> dt.date | None:
    """The newest date of what the page is made of."""
    tables, _ = province_tables(catalog, places)
    keys = [PROVINCES, *(table.key for table in tables if table.rows_of(province.name))]
    made_of = [article for key in keys if (article := catalog.article(key, DEFAULT_LANGUAGE))]
    made_of += stories_in(catalog, places, DEFAULT_LANGUAGE).get(province.name, ())
    return max((article.meta.date for article in made_of if article.meta.date), default=None)


def strange_pages(catalog: Catalog, places: PlaceRegister | None) -> Iterator[Article]:
    """What an editor put into the folder that is no province's page."""
    for (key, _), article in sorted(catalog.articles.items()):
        is_page = key.startswith(f"{FOLDER}/") and key != INDEX
        if is_page and (places is None or places.province(key.removeprefix(f"{FOLDER}/")) is None):
            yield article
