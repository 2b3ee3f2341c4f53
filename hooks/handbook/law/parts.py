"""Parts of a document that another one repeals or amends: articles, clauses, points.

A part is named as Vietnamese laws name it, from the point to the article
("điểm a khoản 1 Điều 3"; Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15:
chapters, articles, clauses, points).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from handbook.law.grammar import ARTICLE_LIST, CLAUSE, POINT
from handbook.law.reference import Reference, read_reference
from handbook.vietnamese.comparable import normal

_PLACE = rf"(?:(?P<points>{POINT}),? (?:of )?)?(?:(?P<clauses>{CLAUSE}),? (?:of )?)?(?P<articles>{ARTICLE_LIST})"
_PLACES = re.compile(_PLACE, re.IGNORECASE)
_BETWEEN = re.compile(r"(?:, | và | and )?")
_ARTICLE = re.compile(r"(?P<range>-)?(?:điều |articles? )?(?P<number>\d{1,3})(?P<letter>[a-zđ]?)\b", re.IGNORECASE)
_WORDS = {"vi": ("điểm", "khoản", "Điều"), "en": ("point", "clause", "Article")}
_CHANGE = re.compile(r"(?P<places>[^:]+): ?(?P<by>.+?)(?: từ (?P<since>\S+))?", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """An article, or a clause or a point in it; empty where the whole is meant."""

    article: str
    clause: str = ""
    point: str = ""

    def holds(self, other: Place) -> bool:
        """Whether ``other`` is this place or lies in it."""
        return self.article == other.article and self.clause in ("", other.clause) and self.point in ("", other.point)

    def show(self, language: str) -> str:
        """ "khoản 2 Điều 7", "clause 2 of Article 7"."""
        parts = zip(_WORDS[language], (self.point, self.clause, self.article), strict=True)
        joined = " of " if language == "en" else " "
        return joined.join(f"{word} {value}" for word, value in parts if value)


@dataclass(frozen=True)
class PartChange:
    """Places of a document that the document ``by`` repeals or amends.

    ``since`` is the first day on which they are so, if it is known.
    """

    places: tuple[Place, ...]
    by: Reference
    since: dt.date | None = None

    def is_real(self, as_of: dt.date) -> bool:
        """Whether it is certain and has happened on the day ``as_of``; a change without a day has."""
        return self.by.certain and (self.since is None or self.since <= as_of)


def places_in(text: str) -> tuple[Place, ...]:
    """The places that a citation names ("điểm a, b khoản 1 Điều 3 và Điều 5-7"); what is no place is passed over."""
    return tuple(place for match in _PLACES.finditer(normal(text)) for place in _places(match))


def is_places(text: str) -> bool:
    """Whether ``text`` is nothing but a list of places."""
    text, position = normal(text), 0
    while match := _PLACES.match(text, position):
        position = match.end()
        if position == len(text):
            return True
        between = _BETWEEN.match(text, position)
        if between is None or between.end() == position:
            return False
        position = between.end()
    return False


def _places(match: re.Match[str]) -> Iterable[Place]:
    articles = _articles(match["articles"])
    clauses = re.findall(r"\d{1,2}[a-z]?\b", match["clauses"] or "")
    points = re.findall(r"\b[a-zđ]\b", (match["points"] or "").lower())
    # "khoản 2 Điều 8, 9": the clause is that of the first article, the point that of the first clause.
    yield from (Place(articles[0], clauses[0] if clauses else "", point) for point in points or [""])
    yield from (Place(articles[0], clause) for clause in clauses[1:])
    yield from (Place(article) for article in articles[1:])


def _articles(text: str) -> list[str]:
    found: list[str] = []
    for match in _ARTICLE.finditer(text):
        if match["range"] and found and found[-1].isdigit():
            found += map(str, range(int(found[-1]) + 1, int(match["number"])))
        found.append(match["number"] + match["letter"].lower())
    return found


def show_places(places: Iterable[Place], language: str) -> str:
    """ "Điều 5, khoản 2 Điều 7"; articles that follow each other as "Điều 20-31"."""
    shown: list[str] = []
    run: list[Place] = []
    for place in [*places, None]:
        if run and not (place and _follows(place, run[-1])):
            shown.append(_run(run, language))
            run = []
        if place:
            run.append(place)
    return ", ".join(shown)


def _run(places: list[Place], language: str) -> str:
    if len(places) == 1:
        return places[0].show(language)
    word = "Articles" if language == "en" else _WORDS[language][-1]
    return f"{word} {places[0].article}-{places[-1].article}"


def _follows(place: Place, before: Place) -> bool:
    whole = not (place.clause or before.clause) and place.article.isdigit() and before.article.isdigit()
    return whole and int(place.article) == int(before.article) + 1


def hit(changes: Iterable[PartChange], cited: str) -> PartChange | None:
    """The first of ``changes`` that holds one of the places that a citation names."""
    if not cited:
        return None
    places = places_in(cited)
    return next(
        (change for change in changes if any(changed.holds(place) for changed in change.places for place in places)),
        None,
    )


def read_change(text: str) -> tuple[PartChange | None, str]:
    """A change as the register writes it, or what is wrong with it.

    ``Điều 5, khoản 2 Điều 7: 100/2026/NĐ-CP từ 2026-07-01``; the day is that of
    the other document unless it is told.
    """
    match = _CHANGE.fullmatch(normal(text))
    if not match or not is_places(match["places"]):
        return None, "dieu"
    reference = read_reference(match["by"])
    if reference is None:
        return None, "so_hieu"
    since = None
    if match["since"]:
        try:
            since = dt.date.fromisoformat(match["since"])
        except ValueError:
            return None, "ngay"
    return PartChange(places_in(match["places"]), reference, since), ""
