"""Adapter: citations link to the register, terms to the glossary; what a new law made stale is told."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from handbook.catalogue.cited_pages import page_source, terms_are_linked
from handbook.glossary.markdown import GlossaryExtension
from handbook.glossary.matcher import matcher_of
from handbook.law.markdown import LawExtension
from handbook.law.page_citations import citations_as_data, citations_from_data
from handbook.mkdocs.fast.page_questions import byproducts, of_page, questions
from handbook.mkdocs.page_urls import url_for
from handbook.mkdocs.reporting import report
from handbook.mkdocs.session import catalog, cited, forget_cited, key_of, language

_page: dict[str, Page] = {}
_law: dict[str, LawExtension] = {}
_terms: dict[str, GlossaryExtension] = {}


def set_up(config: MkDocsConfig) -> None:
    found = catalog()
    forget_cited(config)
    # Each pass has extensions of its own: the catalogue may have been read anew.
    config.markdown_extensions[:] = [
        extension
        for extension in config.markdown_extensions
        if not isinstance(extension, LawExtension | GlossaryExtension)
    ]
    for known in (_law, _terms, of_page):
        known.clear()
    byproducts.pop("law", None)
    if found.register:
        _law["it"] = LawExtension(found.citations, lambda slug: questions.ask("url", f"van-ban/{slug}"))
        byproducts["law"] = lambda _: citations_as_data(_law["it"].close_page())
    if found.glossary:
        _terms["it"] = GlossaryExtension(
            matcher_of(found.glossary), lambda slug: f"{questions.ask('url', 'thuat-ngu/index')}#{slug}"
        )
    questions.answer_with("url", lambda target: url_for(_page["it"])(target))
    config.markdown_extensions += [*_law.values(), *_terms.values()]


def open_page(page: Page, config: MkDocsConfig) -> None:
    _page["it"] = page
    article = catalog().article(key_of(page.file), language(config))
    for extension in _law.values():
        extension.open_page(page_source(article))
    for extension in _terms.values():
        extension.open_page(article.language if article else "vi", switched_off=not terms_are_linked(article))


def note_citations(page: Page, config: MkDocsConfig) -> None:
    article = catalog().article(key_of(page.file), language(config))
    if "law" in of_page:
        citations = citations_from_data(of_page["law"])
        cited(config).add(article, citations)
        if article and article.language == language(config):  # a fallback page was told of in its own language
            report(citations.problems, "law")


def name_citing_pages(config: MkDocsConfig, files: Files) -> None:
    """All pages are converted, none is written: documents learn which pages cite them."""
    for file in files.documentation_pages():
        article = catalog().article(key_of(file), language(config))
        if article and article.document and file.page:
            file.page.content = cited(config).fill_in(
                file.page.content, article.document, language(config), url_for(file.page)
            )
