"""When the steps of a page were last tried (``da_thu``): the badge in its head."""

from __future__ import annotations

import datetime as dt

from handbook.catalogue.catalog import Article, Catalog
from handbook.labels import show_date
from handbook.pagekeys.served import original_meta
from handbook.pagekeys.words import WORDS
from handbook.source.schema import Tried

MONTHS = 12  # apps change their screens more than once a year


def badge_of(article: Article, catalog: Catalog, language: str) -> str:
    """ "Đã thử 15/08/2026 trên VNeID 2.2"; empty for a page whose steps follow no app."""
    return " · ".join(_badge(tried, language) for tried in article.meta.tried or original_meta(article, catalog).tried)


def _badge(tried: Tried, language: str) -> str:
    app = f"{tried.app} {tried.version}" if tried.version else tried.app
    text = WORDS[language]["tried" if tried.how == "tren-may" else "by_guide"]
    return text.format(date=show_date(tried.date, language), app=app)


def is_old(tried: Tried, as_of: dt.date) -> bool:
    """Whether more than twelve months lie between the trial and ``as_of``."""
    months = (as_of.year - tried.date.year) * 12 + as_of.month - tried.date.month
    return months > MONTHS or (months == MONTHS and as_of.day > tried.date.day)
