"""Adapter: what the templates show around a page – date, sources, cards, news."""

from build_session import catalog, key_of, language
from handbook.pageview import view_of
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

_urls: dict[str, str] = {}


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    _urls.clear()
    _urls.update({key_of(file): file.url for file in files.documentation_pages()})


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    def url_for(key: str) -> str:
        return get_relative_url(_urls[key], page.url)

    context["view"] = view_of(key_of(page.file), catalog(), language(config), url_for)
