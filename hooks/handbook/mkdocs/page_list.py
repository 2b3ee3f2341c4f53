"""Adapter: ``pages.json`` for tools and "Tình trạng nội dung" for editors."""

import json
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from handbook.catalogue.generated import STATUS_PAGE
from handbook.labels import show_period
from handbook.mkdocs.page_urls import url_for
from handbook.mkdocs.session import Session, key_of, language
from handbook.pagekeys.open_points import open_points
from handbook.pagekeys.words import WORDS
from handbook.sections import DEFAULT_LANGUAGE
from handbook.site.pages.page_list import as_records, page_states


def show(session: Session, context: TemplateContext, page: Page, config: MkDocsConfig) -> None:
    """When this page is written, all others are converted: what they cite is known."""
    if key_of(page.file) != STATUS_PAGE:
        return
    relative = url_for(session, page)
    context["states"] = page_states(session.catalog, session.cited, language(config), relative)
    context["open_points"] = open_points(session.catalog, language(config), relative)
    context["show_day"] = lambda date: show_period(str(date), language(config))
    context["open_label"] = WORDS[language(config)]
    states = page_states(
        session.catalog, session.cited, language(config), lambda key: urljoin(page.canonical_url or "", relative(key))
    )
    prefix = "" if language(config) == DEFAULT_LANGUAGE else language(config)
    target = Path(config.site_dir, prefix, "pages.json")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        json.dumps(as_records(states, session.catalog), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
