"""Adapter: ``docs/`` is read once into the catalogue and its problems are logged."""

import logging

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.mkdocs.page_urls import url_for
from handbook.mkdocs.reporting import report
from handbook.mkdocs.session import catalog, is_first_pass, key_of, language, open_catalog
from handbook.site.pages.page_text import hidden_parts, page_text


def quiet_i18n() -> None:
    # It tells of every setting it takes over; an editor needs to see problems only.
    logging.getLogger("mkdocs.plugins.mkdocs_static_i18n").setLevel(logging.WARNING)


def read_docs(config: MkDocsConfig) -> None:
    found = open_catalog(config)
    if is_first_pass(config):
        report(found.problems, "content")


def source_of(page: Page, config: MkDocsConfig) -> str:
    article = catalog().article(key_of(page.file), language(config))
    # An empty front matter of our own keeps MkDocs from taking a first line such
    # as "Note: …" for MultiMarkdown metadata and dropping it.
    return "---\n{}\n---\n" + page_text(article, catalog(), url_for(page))


def set_head(page: Page, config: MkDocsConfig) -> None:
    article = catalog().article(key_of(page.file), language(config))
    if article:
        page.meta = {"title": article.meta.title, "hide": list(hidden_parts(article))}
        if article.meta.template:
            page.meta["template"] = article.meta.template
        if article.meta.summary:
            page.meta["description"] = article.meta.summary
