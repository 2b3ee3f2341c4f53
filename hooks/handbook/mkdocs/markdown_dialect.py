"""Adapter: the handbook's Markdown – anchors without accents, tables, task cards, quoted figures."""

from mkdocs.config.defaults import MkDocsConfig

from handbook.kit.drawings import drawings_of
from handbook.kit.markdown import KitBlocks
from handbook.kit.markup import Surroundings
from handbook.markdown.attribute_lists import AttributeLists
from handbook.markdown.blocks import HandbookBlocks, TableRequest
from handbook.markdown.generated_html import GeneratedHtml
from handbook.markdown.permalinks import Permalinks
from handbook.markdown.phone_links import PhoneLinks
from handbook.markdown.quoted_figures import Quotation, Quotations
from handbook.markdown.shared_anchors import SharedAnchors
from handbook.markdown.source_scan import headings
from handbook.markdown.text_tables import TextTables
from handbook.mkdocs.page_urls import url_for
from handbook.mkdocs.session import Session, key_of, language
from handbook.sections import DEFAULT_LANGUAGE
from handbook.site.pages import table_block
from handbook.vietnamese.text import slug


def set_up(session: Session, config: MkDocsConfig) -> None:
    # YAML cannot name a function of ours, so these extensions are configured here.
    config.mdx_configs.setdefault("toc", {})["slugify"] = slug
    if any(isinstance(extension, HandbookBlocks) for extension in config.markdown_extensions):
        return
    questions = session.conversion.questions

    def show_table(name: str, where: dict, show: str) -> str:
        request, key = TableRequest(name, where, show), key_of(session.conversion.page.file)
        return table_block.render(
            request, session.catalog, language(config), url_for(session, session.conversion.page), key
        )

    def show_figure(table: str, where: dict, column: str) -> list[str]:
        # An untranslated page stays Vietnamese, its figures too.
        article = session.catalog.article(key_of(session.conversion.page.file), language(config))
        words = article.language if article else language(config)
        quotation = Quotation(table, where, column)
        return list(table_block.quote(quotation, session.catalog, words, url_for(session, session.conversion.page)))

    def words_of_page() -> tuple[str, str]:
        article = session.catalog.article(key_of(session.conversion.page.file), language(config))
        return (article.language, article.meta.title) if article else (language(config), "")

    def original_headings() -> list[list]:
        file = session.conversion.page.file
        article = session.catalog.articles.get((key_of(file), DEFAULT_LANGUAGE))
        found = headings(article.body) if article and getattr(file, "localization", None) else ()
        return [list(heading) for heading in found]

    def surroundings() -> Surroundings:
        # A page that is not translated keeps its words in every language.
        article = session.catalog.article(key_of(session.conversion.page.file), language(config))
        words = article.language if article else language(config)
        return Surroundings(
            words,
            lambda key: questions.ask("kit page", key),
            config.extra["as_of"],
            drawing=lambda name: questions.ask("drawing", name),
        )

    def show_page(place: str) -> str:
        key, mark, anchor = place.partition("#")
        return url_for(session, session.conversion.page)(key) + mark + anchor

    questions.answer_with("kit page", show_page)
    questions.answer_with("drawing", lambda name: drawings_of(session.catalog, language(config)).get(name, ""))
    questions.answer_with("table", show_table)
    questions.answer_with("figure", show_figure)
    questions.answer_with("headings", original_headings)
    questions.answer_with("words_of_page", lambda: list(words_of_page()))
    config.markdown_extensions += [
        HandbookBlocks(
            render_table=lambda request: questions.ask("table", request.name, dict(request.where), request.show)
        ),
        Quotations(lambda quoted: tuple(questions.ask("figure", quoted.table, dict(quoted.where), quoted.column))),
        KitBlocks(surroundings),
        TextTables(lambda: questions.ask("words_of_page")),
        PhoneLinks(),
        GeneratedHtml(),
        AttributeLists(),
        Permalinks(lambda: questions.ask("words_of_page")),
        SharedAnchors(lambda: tuple((level, anchor) for level, anchor in questions.ask("headings"))),
    ]
