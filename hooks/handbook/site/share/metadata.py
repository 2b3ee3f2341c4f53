"""What a shared link and a search engine show of a page: Open Graph (ogp.me) and JSON-LD (schema.org).

Nothing about people: no author, no owner.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from handbook.catalogue.addresses import address_of, path_of
from handbook.catalogue.catalog import Article, Catalog
from handbook.sections import DEFAULT_LANGUAGE, Kind
from handbook.site.share.cards import Card, fingerprint

_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_LOCALES = {"vi": "vi_VN", "en": "en_GB"}
# Pages of their own worth; the others share the site's card.
_WITH_CARD = frozenset((Kind.CHAPTER, Kind.LESSON, Kind.TOPIC, Kind.STORY, Kind.TABLE))


@dataclass(frozen=True)
class Site:
    """The site as one language names it; ``home`` is its public address with a slash at the end."""

    name: str
    description: str
    home: str
    language: str


@dataclass(frozen=True)
class Share:
    """Ready to print into the head of a page; ``data`` is JSON that no tag can end."""

    title: str
    description: str
    url: str
    kind: str
    locale: str
    image: str
    image_text: str
    data: str


def card_of(key: str, catalog: Catalog, site: Site) -> tuple[str, Card]:
    """The picture of a page: its file below the site's folder, and what stands on it."""
    article = catalog.article(key, site.language)
    host = urlsplit(site.home).netloc
    if article is None or article.kind not in _WITH_CARD or article.is_index:
        name = "" if site.language == DEFAULT_LANGUAGE else f".{site.language}"
        return _named(f"cam-nang{name}", Card(site.name, "", site.description, host, site.language))
    # An untranslated page shares the card of the original.
    name = "" if article.language == DEFAULT_LANGUAGE else f".{article.language}"
    section = article.section.title[article.language] if article.section else ""
    card = Card(article.meta.title, section, site.name, host, article.language)
    return _named(f"{key.replace('/', '-')}{name}", card)


def _named(stem: str, card: Card) -> tuple[str, Card]:
    """The file of ``card``, named after what it shows too: Facebook and Zalo keep a picture by its address."""
    return f"assets/chia-se/{stem}.{fingerprint(card)[:8]}.png", card


def share_of(key: str, catalog: Catalog, site: Site) -> Share | None:
    """What the page ``key`` says of itself, or ``None`` for a page the catalogue does not know."""
    article = catalog.article(key, site.language)
    if article is None:
        return None
    image, card = card_of(key, catalog, site)
    is_home = key == "index"
    title = site.name if is_home else article.meta.title
    description = article.meta.summary or site.description
    url = site.home + path_of(address_of(key), site.language)
    kind = _type_of(article)
    facts: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": kind,
        "headline" if kind == "Article" else "name": title,
        "description": description,
        "url": url,
        "inLanguage": article.language,
        "license": _LICENCE,
        "image": site.home + image,
    }
    if article.meta.date:
        facts["dateModified"] = article.meta.date.isoformat()
    if is_home:
        facts["potentialAction"] = {
            "@type": "SearchAction",
            "target": f"{url}?q={{search_term_string}}",
            "query-input": "required name=search_term_string",
        }
    else:
        facts["isPartOf"] = {"@type": "WebSite", "name": site.name, "url": site.home + path_of("", site.language)}
    if article.kind is Kind.TABLE and key in catalog.tables:
        facts["distribution"] = [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{site.home}{key}{ending}"}
            for ending, kind in (
                (".csv", "text/csv"),
                (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            )
        ]
    return Share(
        title,
        description,
        url,
        "website" if is_home else "article",
        _LOCALES[article.language],
        site.home + image,
        card.title,
        _as_data(facts),
    )


def _type_of(article: Article) -> str:
    if article.key == "index":
        return "WebSite"
    if article.is_index:
        return "CollectionPage"
    if article.kind is Kind.TABLE:
        return "Dataset"
    return "Article" if article.kind in _WITH_CARD else "WebPage"


def _as_data(facts: Mapping[str, object]) -> str:
    """JSON for a script element: no ``<`` of a title may end it (HTML, "Restrictions for contents of script elements")."""
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
