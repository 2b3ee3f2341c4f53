"""The generated page "Bản đồ nhiệm vụ và năng lực số": which chapters and lessons serve what the decree names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape

from handbook.catalogue.catalog import Article, Catalog
from handbook.pagekeys.served import competences_of, serving, tasks_of
from handbook.pagekeys.words import COMPETENCES_IN_FULL, LEGAL_TASKS_IN_FULL, WORDS
from handbook.sections import BY_FOLDER, LANGUAGES, Kind
from handbook.source.schema import PageMeta

MAP_PAGE = "nhiem-vu/ban-do-nang-luc"
UrlFor = Callable[[str], str]


class MapMeta(PageMeta):
    """Front matter of a page that nobody writes; it stands last in its section."""

    order: int = 10_000


def map_articles(catalog: Catalog) -> tuple[Article, ...]:
    """The page in each language, unless an editor wrote it or no page names a task or a group."""
    return tuple(
        Article(MAP_PAGE, language, "docs/", BY_FOLDER["nhiem-vu"], _meta(pages, language), "", 1, is_generated=True)
        for language in LANGUAGES
        if (MAP_PAGE, language) not in catalog.articles and (pages := serving(catalog, language))
    )


def has_map(catalog: Catalog) -> bool:
    return catalog.article(MAP_PAGE, "vi") is not None


def _meta(pages: Iterable[Article], language: str) -> MapMeta:
    words = WORDS[language]
    # As new as the newest page in it: a build has no clock.
    newest = max((page.meta.date for page in pages if page.meta.date), default=None)
    return MapMeta(title=words["map"], summary=words["map_lead"], date=newest)


def map_text(catalog: Catalog, language: str, url_for: UrlFor) -> str:
    """The two tables; ``url_for`` gives the address of a page by its key."""
    words, pages = WORDS[language], serving(catalog, language)
    tasks = _table(
        "nhiem-vu",
        words["task"],
        LEGAL_TASKS_IN_FULL[language],
        lambda page: tasks_of(page, catalog),
        pages,
        language,
        url_for,
    )
    groups = _table(
        "nang-luc",
        words["competence"],
        COMPETENCES_IN_FULL[language],
        lambda page: competences_of(page, catalog),
        pages,
        language,
        url_for,
    )
    return (
        f"## {words['map_tasks']} {{#nhiem-vu}}\n\n{words['map_tasks_from']}\n\n{tasks}\n\n"
        f"## {words['map_competences']} {{#nang-luc}}\n\n{words['map_competences_from']}\n\n{groups}\n"
    )


def _table(
    heading: str,
    head: str,
    names: Mapping[str, str],
    values_of: Callable[[Article], tuple[str, ...]],
    pages: tuple[Article, ...],
    language: str,
    url_for: UrlFor,
) -> str:
    words = WORDS[language]
    heads = "".join(f'<th scope="col">{name}</th>' for name in (head, words["chapters"], words["lessons"]))
    rows = []
    for value, name in names.items():
        found = [page for page in pages if value in values_of(page)]
        cells = "".join(
            f'<td data-cot="{words[column]}">{_links(listed, language, url_for)}</td>'
            for column, listed in (
                ("chapters", [page for page in found if page.kind is not Kind.LESSON]),
                ("lessons", [page for page in found if page.kind is Kind.LESSON]),
            )
        )
        rows.append(f'<tr id="{value}"><th scope="row">{escape(name)}</th>{cells}</tr>')
    return (
        f'<table class="ban-do" aria-labelledby="{heading}">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n'
        + "\n".join(rows)
        + "\n</tbody>\n</table>"
    )


def _links(pages: list[Article], language: str, url_for: UrlFor) -> str:
    if not pages:
        return WORDS[language]["none"]
    items = "".join(
        f'<li><a href="{escape(url_for(page.key))}"{"" if page.language == language else " lang=" + chr(34) + page.language + chr(34)}>'
        f"{escape(page.meta.title)}</a></li>"
        for page in pages
    )
    return f"<ul>{items}</ul>"
