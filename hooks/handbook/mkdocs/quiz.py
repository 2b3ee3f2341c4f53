"""Adapter: the questions of each language as a script that the quiz page loads, and the way to them from each chapter."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.catalogue.catalog import Article
from handbook.mkdocs.page_urls import url_for
from handbook.mkdocs.session import Session, language
from handbook.quiz import ANKI_NAME, PRINT_NAME, Asked, anchor_of, pages_of, questions_of, script_of

_PAGE, _TEMPLATE = "on-tap", "on-tap.html"


def write(session: Session, config: MkDocsConfig) -> None:
    asked = _asked(session, language(config))
    if asked:
        target = Path(config.site_dir, "assets", "cau-hoi", f"{language(config)}.js")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(script_of(asked, lambda key: session.urls.get(key, "")), encoding="utf-8")


def around(session: Session, page: Page, article: Article) -> dict[str, object]:
    """For the templates: on the quiz page all chapters and lessons with questions, on each of those how many there are and the way there."""
    address = url_for(session, page)
    if article.meta.template == _TEMPLATE:
        asked = _asked(session, article.language)
        shown: dict[str, object] = {"quiz": [(anchor_of(key), *more) for key, *more in pages_of(asked)]}
        if asked and session.books == "all":
            shown["quiz_files"] = [address(f"tai-ve/{name}") for name in (PRINT_NAME, ANKI_NAME)]
        return shown
    count = session.asked_about.get((article.key, article.language), 0) if _asked(session, article.language) else 0
    return (
        {"quiz_here": (f"{address(_PAGE)}#{anchor_of(article.key)}", count)} if count and _PAGE in session.urls else {}
    )


def _asked(session: Session, spoken: str) -> tuple[Asked, ...]:
    if spoken not in session.asked:
        session.asked[spoken] = questions_of(session.catalog, spoken)
        session.asked_about |= {(key, spoken): count for key, _, count in pages_of(session.asked[spoken])}
    return session.asked[spoken]
