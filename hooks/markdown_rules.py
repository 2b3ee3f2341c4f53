"""Adapter: the handbook's Markdown – anchors without accents, tables, task cards, quoted figures."""

from build_session import catalog, key_of, language, url_for
from handbook import tableview
from handbook.anchors import Headings, SharedAnchors
from handbook.blocks import HandbookBlocks, TableRequest
from handbook.links import headings
from handbook.quotations import Quotation, Quotations
from handbook.sections import DEFAULT_LANGUAGE
from handbook.text import slug
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_page: dict[str, Page] = {}


def on_config(config: MkDocsConfig) -> None:
    # YAML cannot name a function of ours, so these extensions are configured here.
    config.mdx_configs.setdefault("toc", {})["slugify"] = slug
    if any(isinstance(extension, HandbookBlocks) for extension in config.markdown_extensions):
        return

    def show_table(request: TableRequest) -> str:
        is_own = key_of(_page["current"].file) == f"so-lieu/{request.name}"
        return tableview.render(request, catalog(), language(config), url_for(_page["current"]), is_own)

    def show_figure(quotation: Quotation) -> tuple[str, str]:
        # An untranslated page stays Vietnamese, its figures too.
        article = catalog().article(key_of(_page["current"].file), language(config))
        words = article.language if article else language(config)
        return tableview.quote(quotation, catalog(), words, url_for(_page["current"]))

    def original_headings() -> Headings:
        file = _page["current"].file
        article = catalog().articles.get((key_of(file), DEFAULT_LANGUAGE))
        return headings(article.body) if article and getattr(file, "localization", None) else ()

    config.markdown_extensions += [
        HandbookBlocks(render_table=show_table), Quotations(show_figure), SharedAnchors(original_headings)]


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    _page["current"] = page
