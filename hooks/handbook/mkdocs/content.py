"""Adapter: ``docs/`` is read once a build into the catalogue and its problems are logged."""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.load import read_catalog
from handbook.mkdocs.page_urls import url_for
from handbook.mkdocs.reporting import report
from handbook.mkdocs.session import Session, is_first_pass, key_of, language
from handbook.site.pages.page_text import hidden_parts, page_text


def quiet_i18n() -> None:
    # It tells of every setting it takes over; an editor needs to see problems only.
    logging.getLogger("mkdocs.plugins.mkdocs_static_i18n").setLevel(logging.WARNING)


def read_docs(session: Session, config: MkDocsConfig) -> None:
    if is_first_pass(config):
        session.catalog = read_catalog(Path(config.docs_dir), config.extra["as_of"])
        report(session.catalog.problems, "content")


def source_of(session: Session, page: Page, config: MkDocsConfig) -> str:
    article = session.catalog.article(key_of(page.file), language(config))
    # An empty front matter of our own keeps MkDocs from taking a first line such
    # as "Note: …" for MultiMarkdown metadata and dropping it.
    return "---\n{}\n---\n" + page_text(article, session.catalog, url_for(session, page))


def set_head(session: Session, page: Page, config: MkDocsConfig) -> None:
    article = session.catalog.article(key_of(page.file), language(config))
    if article:
        page.meta = {"title": article.meta.title, "hide": list(hidden_parts(article))}
        if article.meta.template:
            page.meta["template"] = article.meta.template
        if article.meta.summary:
            page.meta["description"] = article.meta.summary
