"""Adapter: citations link to the register, terms to the glossary; what a new law made stale is told."""

from build_session import catalog, cited, forget_cited, key_of, language, report, url_for
from handbook.citing import page_source, terms_are_linked
from handbook.glossary.markdown import GlossaryExtension
from handbook.glossary.matching import TermMatcher
from handbook.law.citations import CitationMatcher
from handbook.law.markdown import LawExtension
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_page: dict[str, Page] = {}
_law: dict[str, LawExtension] = {}
_terms: dict[str, GlossaryExtension] = {}


def on_config(config: MkDocsConfig) -> None:
    found = catalog()
    forget_cited(config)
    # Each pass has extensions of its own: the catalogue may have been read anew.
    config.markdown_extensions[:] = [extension for extension in config.markdown_extensions
                                     if not isinstance(extension, LawExtension | GlossaryExtension)]
    _law.clear()
    _terms.clear()
    if found.register:
        _law["it"] = LawExtension(CitationMatcher(found.register), lambda slug: url_for(_page["it"])(f"van-ban/{slug}"))
    if found.glossary:
        _terms["it"] = GlossaryExtension(
            TermMatcher(found.glossary), lambda slug: f"{url_for(_page['it'])('thuat-ngu/index')}#{slug}")
    config.markdown_extensions += [*_law.values(), *_terms.values()]


@event_priority(-50)  # after the page is known to the other adapters
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    _page["it"] = page
    article = catalog().article(key_of(page.file), language(config))
    for extension in _law.values():
        extension.open_page(page_source(article))
    for extension in _terms.values():
        extension.open_page(article.language if article else "vi", switched_off=not terms_are_linked(article))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    article = catalog().article(key_of(page.file), language(config))
    for extension in _law.values():
        citations = extension.close_page()
        cited(config).add(article, citations)
        if article and article.language == language(config):  # a fallback page was told of in its own language
            report(citations.problems, "law")


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """All pages are converted, none is written: documents learn which pages cite them."""
    for file in files.documentation_pages():
        article = catalog().article(key_of(file), language(config))
        if article and article.document and file.page:
            file.page.content = cited(config).fill_in(
                file.page.content, article.document, language(config), url_for(file.page))
