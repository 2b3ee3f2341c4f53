"""Adapter: what the templates show around a page – date, sources, cards, news."""

from build_session import catalog, key_of, language, url_for
from handbook.pageview import view_of
from handbook.sections import DEFAULT_LANGUAGE
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    context["view"] = view_of(key_of(page.file), catalog(), language(config), url_for(page))


@event_priority(-120)  # after whatever else works on the page
def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    # There is one page for missing addresses; each language would write its own over it.
    return "" if template_name == "404.html" and language(config) != DEFAULT_LANGUAGE else output
