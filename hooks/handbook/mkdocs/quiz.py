"""Adapter: the questions of each language as a script that the quiz page loads, and the way to them from each chapter."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.catalogue.catalog import Article
from handbook.mkdocs.page_urls import url_for
from handbook.mkdocs.session import Session, language
from handbook.quiz import ANKI_NAME, PRINT_NAME, Quiz, anchor_of, script_of

_PAGE, _TEMPLATE = "on-tap", "on-tap.html"


def write(session: Session, config: MkDocsConfig) -> None:
    asked = _quiz(session, language(config)).asked
    if asked:
        target = Path(config.site_dir, "assets", "cau-hoi", f"{language(config)}.js")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(script_of(asked, lambda key: session.urls.get(key, "")), encoding="utf-8")


def around(session: Session, page: Page, article: Article) -> dict[str, object]:
    """For the templates: on the quiz page its chapters and lessons, on each of those how many questions and the way there."""
    address, found = url_for(session, page), _quiz(session, article.language)
    if article.meta.template == _TEMPLATE:
        shown: dict[str, object] = {"quiz": [(anchor_of(key), *more) for key, *more in found.pages]}
        if found.asked and session.books == "all":
            shown["quiz_files"] = [address(f"tai-ve/{name}") for name in (PRINT_NAME, ANKI_NAME)]
        return shown
    count = found.counts.get(article.key, 0)
    if not count or _PAGE not in session.urls:
        return {}
    return {"quiz_here": (f"{address(_PAGE)}#{anchor_of(article.key)}", count)}


def _quiz(session: Session, spoken: str) -> Quiz:
    if spoken not in session.quizzes:
        session.quizzes[spoken] = Quiz.of(session.catalog, spoken)
    return session.quizzes[spoken]
