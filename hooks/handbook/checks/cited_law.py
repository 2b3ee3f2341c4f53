"""The handbook's Markdown without a site: for checks that read what pages say.

The extensions are those of ``mkdocs.yml``; a test keeps the two lists equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from markdown import Markdown

from handbook.catalogue.catalog import Article, Catalog
from handbook.catalogue.cited_pages import page_source
from handbook.law.markdown import LawExtension
from handbook.law.page_citations import PageCitations
from handbook.law.unmarked_citations import aside_citations
from handbook.markdown.attribute_lists import AttributeLists
from handbook.markdown.blocks import HandbookBlocks
from handbook.markdown.quoted_figures import Quotations
from handbook.markdown.source_scan import is_convertible
from handbook.sections import Kind
from handbook.source.guard import guarded

EXTENSIONS: Mapping[str, Mapping[str, object]] = {
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "sane_lists": {},
    "tables": {},
    "toc": {"permalink": True, "permalink_title": "Liên kết tới mục này"},
    "pymdownx.details": {},
    "pymdownx.superfences": {},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
}


def _citations_of(article: Article, law: LawExtension, markdown: Markdown) -> PageCitations:
    law.open_page(page_source(article), only_read=True)
    markdown.reset()
    markdown.convert(article.body if is_convertible(article.body) else "")
    return law.close_page()


def read_citations(catalog: Catalog) -> Iterator[PageCitations]:
    """What every page cites, with the problems of its citations; nothing without a register."""
    if catalog.citations is None:
        return
    law = LawExtension(catalog.citations, lambda slug: "")
    markdown = Markdown(
        extensions=[
            *EXTENSIONS,
            HandbookBlocks(render_table=lambda request: ""),
            Quotations(lambda found: ("", "")),
            AttributeLists(),
            law,
        ],
        extension_configs={name: dict(options) for name, options in EXTENSIONS.items()},
    )
    for _, article in sorted(catalog.articles.items()):
        if article.kind in (Kind.REGISTER, Kind.GLOSSARY):
            continue
        cited = guarded(article.path, partial(_citations_of, article, law, markdown), lambda problem: None)
        if cited is None:
            continue  # what cannot be converted is told of by the checks of its source
        yield cited
        if not article.is_generated:
            lines = article.lines
            yield aside_citations(
                article.path,
                [
                    (article.meta.title, lines.get(("title",), 1)),
                    (article.meta.summary or "", lines.get(("tom_tat",), 1)),
                ],
                law.matcher,
            )
    if catalog.glossary:
        yield aside_citations(
            catalog.glossary.path, [(term.definition, term.line) for term in catalog.glossary.terms], law.matcher
        )
