"""Adapter: what the templates show around a page – date, sources, cards, news."""

from build_session import catalog, key_of, language, url_for
from handbook.pageview import view_of
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    context["view"] = view_of(key_of(page.file), catalog(), language(config), url_for(page))
