"""Adapter: citations link to the register, terms to the glossary; what a new law made stale is told."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from handbook.catalogue.cited_pages import CitedPages, page_source, terms_are_linked
from handbook.glossary.definitions_script import NAME, definitions_script
from handbook.glossary.markdown import GlossaryExtension
from handbook.glossary.matcher import matcher_of
from handbook.glossary.notes import NOTES_NAME, page_and_notes
from handbook.law.markdown import LawExtension
from handbook.law.page_citations import citations_as_data, citations_from_data
from handbook.mkdocs.page_urls import url_for
from handbook.mkdocs.reporting import report
from handbook.mkdocs.session import Session, key_of, language
from handbook.sections import DEFAULT_LANGUAGE, Kind


def set_up(session: Session, config: MkDocsConfig) -> None:
    found, questions = session.catalog, session.conversion.questions
    session.cited = CitedPages()
    session.conversion.of_page.clear()
    session.conversion.byproducts.pop("law", None)
    # Each pass has extensions of its own: the catalogue may have been read anew.
    ours = LawExtension | GlossaryExtension
    config.markdown_extensions[:] = [one for one in config.markdown_extensions if not isinstance(one, ours)]
    if found.register:
        law = LawExtension(found.citations, lambda slug: questions.ask("url", f"van-ban/{slug}"))
        session.conversion.byproducts["law"] = lambda _: citations_as_data(law.close_page())
        config.markdown_extensions.append(law)
    if found.glossary:
        matcher = matcher_of(found.glossary)
        config.markdown_extensions.append(
            GlossaryExtension(matcher, lambda slug: f"{questions.ask('url', 'thuat-ngu/index')}#{slug}")
        )
    questions.answer_with("url", lambda target: url_for(session, session.conversion.page)(target))


def open_page(session: Session, page: Page, config: MkDocsConfig) -> None:
    article = session.catalog.article(key_of(page.file), language(config))
    for extension in config.markdown_extensions:
        if isinstance(extension, LawExtension):
            extension.open_page(page_source(article))
        elif isinstance(extension, GlossaryExtension):
            extension.open_page(article.language if article else "vi", switched_off=not terms_are_linked(article))


def note_citations(session: Session, page: Page, config: MkDocsConfig) -> None:
    article = session.catalog.article(key_of(page.file), language(config))
    if "law" in session.conversion.of_page:
        citations = citations_from_data(session.conversion.of_page["law"])
        session.cited.add(article, citations)
        if article and article.language == language(config):  # a fallback page was told of in its own language
            report(citations.problems, "law")


def name_citing_pages(session: Session, config: MkDocsConfig, files: Files) -> None:
    """All pages are converted, none is written: documents learn which pages cite them."""
    for file in files.documentation_pages():
        article = session.catalog.article(key_of(file), language(config))
        if article and article.document and file.page:
            file.page.content = session.cited.fill_in(
                file.page.content, article.document, language(config), url_for(session, file.page)
            )


def put_notes_apart(session: Session, context: TemplateContext, page: Page, config: MkDocsConfig) -> None:
    """The glossary's page is light: what stands under the definitions comes when it is asked for."""
    article = session.catalog.article(key_of(page.file), language(config))
    if article and article.kind is Kind.GLOSSARY:
        context["text"], notes = page_and_notes(context["text"] or "", article.language)
        if notes:
            target = Path(config.site_dir, page.file.dest_uri).with_name(NOTES_NAME)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(notes, encoding="utf-8")


def write_definitions(session: Session, config: MkDocsConfig) -> None:
    if session.catalog.glossary:
        # Beside each language's own page of the glossary, where links to terms lead.
        prefix = "" if language(config) == DEFAULT_LANGUAGE else language(config)
        target = Path(config.site_dir, prefix, NAME)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(definitions_script(session.catalog.glossary), encoding="utf-8")
