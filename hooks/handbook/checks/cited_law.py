"""The handbook's Markdown without a site: for checks that read what pages say.

The extensions are those of ``mkdocs.yml``; a test keeps the two lists equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markdown import Markdown

from handbook.catalogue.catalog import Catalog
from handbook.catalogue.cited_pages import page_source
from handbook.law.markdown import LawExtension
from handbook.law.page_citations import PageCitations
from handbook.law.unmarked_citations import aside_citations
from handbook.markdown.blocks import HandbookBlocks
from handbook.markdown.quoted_figures import Quotations
from handbook.sections import Kind

EXTENSIONS: Mapping[str, Mapping[str, object]] = {
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "tables": {},
    "toc": {"permalink": True, "permalink_title": "Liên kết tới mục này"},
    "pymdownx.details": {},
    "pymdownx.superfences": {},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
}


def read_citations(catalog: Catalog) -> Iterator[PageCitations]:
    """What every page cites, with the problems of its citations; nothing without a register."""
    if catalog.register is None:
        return
    law = LawExtension(catalog.citations, lambda slug: "")
    markdown = Markdown(
        extensions=[
            *EXTENSIONS,
            HandbookBlocks(render_table=lambda request: ""),
            Quotations(lambda found: ("", "")),
            law,
        ],
        extension_configs={name: dict(options) for name, options in EXTENSIONS.items()},
    )
    for _, article in sorted(catalog.articles.items()):
        if article.kind in (Kind.REGISTER, Kind.GLOSSARY):
            continue
        law.open_page(page_source(article), only_read=True)
        markdown.reset()
        markdown.convert(article.body)
        yield law.close_page()
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
