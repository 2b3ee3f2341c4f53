"""Adapter: the handbook's Markdown – anchors without accents, tables, task cards, quoted figures."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.markdown.attribute_lists import AttributeLists
from handbook.markdown.blocks import HandbookBlocks, TableRequest
from handbook.markdown.permalinks import Permalinks
from handbook.markdown.phone_links import PhoneLinks
from handbook.markdown.quoted_figures import Quotation, Quotations
from handbook.markdown.shared_anchors import SharedAnchors
from handbook.markdown.source_scan import headings
from handbook.markdown.text_tables import TextTables
from handbook.mkdocs.fast.page_questions import questions
from handbook.mkdocs.page_urls import url_for
from handbook.mkdocs.session import catalog, key_of, language
from handbook.sections import DEFAULT_LANGUAGE
from handbook.site.pages import table_block
from handbook.vietnamese.text import slug

_page: dict[str, Page] = {}


def set_up(config: MkDocsConfig) -> None:
    # YAML cannot name a function of ours, so these extensions are configured here.
    config.mdx_configs.setdefault("toc", {})["slugify"] = slug
    if any(isinstance(extension, HandbookBlocks) for extension in config.markdown_extensions):
        return

    def show_table(name: str, where: dict, show: str) -> str:
        page = _page["current"]
        return table_block.render(
            TableRequest(name, where, show), catalog(), language(config), url_for(page), key_of(page.file)
        )

    def show_figure(table: str, where: dict, column: str) -> list[str]:
        # An untranslated page stays Vietnamese, its figures too.
        article = catalog().article(key_of(_page["current"].file), language(config))
        words = article.language if article else language(config)
        return list(table_block.quote(Quotation(table, where, column), catalog(), words, url_for(_page["current"])))

    def words_of_page() -> tuple[str, str]:
        article = catalog().article(key_of(_page["current"].file), language(config))
        return (article.language, article.meta.title) if article else (language(config), "")

    def original_headings() -> list[list]:
        file = _page["current"].file
        article = catalog().articles.get((key_of(file), DEFAULT_LANGUAGE))
        found = headings(article.body) if article and getattr(file, "localization", None) else ()
        return [list(heading) for heading in found]

    questions.answer_with("table", show_table)
    questions.answer_with("figure", show_figure)
    questions.answer_with("headings", original_headings)
    questions.answer_with("words_of_page", lambda: list(words_of_page()))
    config.markdown_extensions += [
        HandbookBlocks(
            render_table=lambda request: questions.ask("table", request.name, dict(request.where), request.show)
        ),
        Quotations(lambda quoted: tuple(questions.ask("figure", quoted.table, dict(quoted.where), quoted.column))),
        TextTables(lambda: questions.ask("words_of_page")),
        PhoneLinks(),
        AttributeLists(),
        Permalinks(lambda: questions.ask("words_of_page")),
        SharedAnchors(lambda: tuple((level, anchor) for level, anchor in questions.ask("headings"))),
    ]


def open_page(page: Page) -> None:
    _page["current"] = page
