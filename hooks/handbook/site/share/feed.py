"""What is new, as RSS 2.0 (rssboard.org/rss-specification), one feed a language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from email.utils import format_datetime
from xml.etree import ElementTree

from handbook.catalogue.addresses import address_of, path_of
from handbook.catalogue.catalog import Article, Catalog
from handbook.labels import LABELS
from handbook.sections import DEFAULT_LANGUAGE

_MOST = 20
_ATOM, _DC = "http://www.w3.org/2005/Atom", "http://purl.org/dc/elements/1.1/"
# Viet Nam has one time zone and no summer time.
_HANOI = dt.timezone(dt.timedelta(hours=7))
ElementTree.register_namespace("atom", _ATOM)
ElementTree.register_namespace("dc", _DC)


@dataclass(frozen=True)
class Channel:
    """The site as its feed names it; ``home`` is its public address with a slash at the end."""

    title: str
    description: str
    home: str
    language: str


def feed_name(language: str) -> str:
    """Where the feed lies below the site's own folder."""
    return path_of("", language) + "tin-moi.xml"


def feed(catalog: Catalog, channel: Channel) -> str:
    """The feed of the newest topics, stories and tables; pages without a date are left out."""
    language = channel.language
    root = ElementTree.Element("rss", version="2.0")
    top = ElementTree.SubElement(root, "channel")
    newest = catalog.newest(language, len(catalog.keys))
    pages = [(page, page.meta.date) for page in newest if page.meta.date][:_MOST]
    _add(top, "title", f"{channel.title}: {LABELS[language]['updates'].lower()}")
    _add(top, "link", channel.home + path_of("", language))
    _add(top, "description", channel.description)
    _add(top, "language", language)
    if pages:
        _add(top, "lastBuildDate", _date(pages[0][1]))
    ElementTree.SubElement(
        top, f"{{{_ATOM}}}link", href=channel.home + feed_name(language), rel="self", type="application/rss+xml"
    )
    for page, date in pages:
        _add_item(top, page, date, channel)
    ElementTree.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _add_item(top: ElementTree.Element, page: Article, date: dt.date, channel: Channel) -> None:
    item = ElementTree.SubElement(top, "item")
    _add(item, "title", page.meta.title)
    _add(item, "link", channel.home + path_of(address_of(page.key), channel.language))
    # A reader's program must not show a page as new because it moved: its first address names it.
    first = page.meta.old_paths[0] if page.meta.old_paths else address_of(page.key)
    _add(item, "guid", f"{channel.language}:{first}", isPermaLink="false")
    _add(item, "pubDate", _date(date))
    if page.meta.summary:
        _add(item, "description", page.meta.summary)
    if page.section:
        _add(item, "category", page.section.title[channel.language])
    if page.language != channel.language:
        _add(item, f"{{{_DC}}}language", DEFAULT_LANGUAGE)


def _add(parent: ElementTree.Element, name: str, text: str, **attributes: str) -> None:
    ElementTree.SubElement(parent, name, attributes).text = text


def _date(date: dt.date) -> str:
    """RFC 822, as RSS wants it: the day's first minute in Viet Nam."""
    return format_datetime(dt.datetime.combine(date, dt.time(), _HANOI))
