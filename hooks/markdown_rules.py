"""Adapter: the handbook's Markdown – anchors without accents, blocks for tables and tasks."""

from build_session import catalog, language
from handbook import tableview
from handbook.blocks import HandbookBlocks
from handbook.text import slug
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

_page: dict[str, Page] = {}


def on_config(config: MkDocsConfig) -> None:
    # YAML cannot name a function of ours, so the extension is configured here.
    config.mdx_configs.setdefault("toc", {})["slugify"] = slug
    if not any(isinstance(extension, HandbookBlocks) for extension in config.markdown_extensions):
        config.markdown_extensions.append(HandbookBlocks(render_table=lambda name: _render_table(name, config)))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    _page["current"] = page


def _render_table(name: str, config: MkDocsConfig) -> str:
    page = _page["current"]
    return tableview.render(
        name, catalog(), language(config), lambda path: get_relative_url(path, page.url), is_own_page=(
            page.file.src_uri == f"so-lieu/{name}.md"))
