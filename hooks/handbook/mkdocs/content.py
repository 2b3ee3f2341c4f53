"""Adapter: ``docs/`` is read once into the catalogue and its problems are logged."""

import logging

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from handbook.mkdocs.page_urls import remember_urls, url_for
from handbook.mkdocs.session import begin_run, catalog, is_first_pass, key_of, language, open_catalog, report
from handbook.site.pages.page_text import hidden_parts, page_text


def on_startup(command: str, dirty: bool) -> None:
    begin_run(command)
    # It tells of every setting it takes over; an editor needs to see problems only.
    logging.getLogger("mkdocs.plugins.mkdocs_static_i18n").setLevel(logging.WARNING)


def on_config(config: MkDocsConfig) -> None:
    found = open_catalog(config)
    if is_first_pass(config):
        report(found.problems, "content")


@event_priority(-101)  # after static-i18n (-100) has chosen each page's file and address
def on_files(files: Files, config: MkDocsConfig) -> None:
    remember_urls(files)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    article = catalog().article(key_of(page.file), language(config))
    # An empty front matter of our own keeps MkDocs from taking a first line such
    # as "Note: …" for MultiMarkdown metadata and dropping it.
    return "---\n{}\n---\n" + page_text(article, catalog(), url_for(page))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    article = catalog().article(key_of(page.file), language(config))
    if article:
        page.meta = {"title": article.meta.title, "hide": list(hidden_parts(article))}
        if article.meta.template:
            page.meta["template"] = article.meta.template
        if article.meta.summary:
            page.meta["description"] = article.meta.summary
