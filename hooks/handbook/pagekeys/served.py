"""Which legal tasks and competence groups a page serves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handbook.catalogue.catalog import Article, Catalog
from handbook.pagekeys.words import COMPETENCES, LEGAL_TASKS
from handbook.sections import DEFAULT_LANGUAGE, SECTIONS, Kind
from handbook.source.schema import PageMeta


@dataclass(frozen=True)
class Served:
    """The short names, ready to print; the address of the map of all of them."""

    tasks: str
    competences: str
    map_url: str = ""


def original_meta(article: Article, catalog: Catalog) -> PageMeta:
    """The front matter of the Vietnamese page: a translation does not repeat what is the same in both."""
    return catalog.articles.get((article.key, DEFAULT_LANGUAGE), article).meta


def tasks_of(article: Article, catalog: Catalog) -> tuple[str, ...]:
    return article.meta.legal_tasks or original_meta(article, catalog).legal_tasks


def competences_of(article: Article, catalog: Catalog) -> tuple[str, ...]:
    return article.meta.competences or original_meta(article, catalog).competences


def served_by(article: Article, catalog: Catalog, language: str, map_url: str = "") -> Served | None:
    """What ``article`` serves in the words of ``language``, in the decree's order; ``None`` where it names nothing."""
    tasks, competences = tasks_of(article, catalog), competences_of(article, catalog)
    if not (tasks or competences):
        return None
    return Served(_named(tasks, LEGAL_TASKS[language]), _named(competences, COMPETENCES[language]), map_url)


def _named(values: tuple[str, ...], names: Mapping[str, str]) -> str:
    return "; ".join(name for value, name in names.items() if value in values)


def serving(catalog: Catalog, language: str) -> tuple[Article, ...]:
    """The pages that name a task or a group, in reading order, untranslated ones in Vietnamese."""
    return tuple(
        article
        for section in SECTIONS
        if section.kind in (Kind.CHAPTER, Kind.LESSON, Kind.TOPIC)
        for article in catalog.in_section(section, language)
        if tasks_of(article, catalog) or competences_of(article, catalog)
    )
