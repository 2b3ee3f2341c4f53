"""Adapter: what the templates show around a page – date, sources, law status, cards, news, QR code."""

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils.templates import TemplateContext

from handbook.book.editions.published import stands_alone
from handbook.book.file_names import chapter_name
from handbook.book.press.qr import qr_svg
from handbook.kit.drawings import lesson_drawing
from handbook.labels import show_date
from handbook.markdown.phone_links import with_calls
from handbook.mkdocs import quiz
from handbook.mkdocs.page_urls import url_for
from handbook.mkdocs.session import Session, key_of, language
from handbook.packs.offers import printables_of
from handbook.sections import DEFAULT_LANGUAGE
from handbook.settings import is_public
from handbook.site.pages.language_marks import with_vietnamese_marked
from handbook.site.pages.page_view import view_of
from handbook.site.pages.task_card import card_and_rest

QR_NAME = "ma-qr.svg"
_FILE_NAME = re.compile(r"(/index)?\.html$")


def show(session: Session, context: TemplateContext, page: Page, config: MkDocsConfig) -> None:
    _mark_as_html(page.toc)
    context["as_of"] = show_date(config.extra["as_of"], language(config))
    key = key_of(page.file)
    documents = session.cited.documents_of(key)
    view = context["view"] = view_of(key, session.catalog, language(config), url_for(session, page), documents)
    context["summary"] = Markup(with_calls(str(escape(view.summary)))) if view else ""
    is_read_on = view and not view.is_urgent  # an urgent page has its steps first as it is written
    context["card"], context["text"] = card_and_rest(page.content or "") if is_read_on else ("", page.content)
    article = session.catalog.article(key, language(config))
    if article and stands_alone(key) and session.books == "all":
        context["chapter_pdf"] = url_for(session, page)("tai-ve/" + chapter_name(key, article.language))
    if article:
        context.update(quiz.around(session, page, article))
    if article and (drawing := lesson_drawing(article, session.catalog, language(config))):
        context["drawing"] = Markup(drawing.replace("<svg ", '<svg width="72" height="72" ', 1))
    if article and session.books == "all":
        context["printables"] = printables_of(article, language(config), session.catalog, url_for(session, page))
    if not (view and view.date and is_public(config.site_url)) or view.cards:
        return
    # A copy without a server has file names for addresses; what is shared is the address of the site.
    context["address"] = _FILE_NAME.sub("/", page.canonical_url)
    if config.use_directory_urls and not view.is_fallback:
        # A file beside the page, so that nobody pays for the code who does not open it.
        target = Path(config.site_dir, PurePosixPath(page.file.dest_uri).with_name(QR_NAME))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(session.cache.cached(context["address"], qr_svg, "qr"), encoding="utf-8")
        context["qr"] = QR_NAME


def _mark_as_html(headings: Iterable[AnchorLink]) -> None:
    # Python-Markdown gives the words of a heading as HTML, unlike the titles of front matter; the theme prints both alike.
    for heading in headings:
        heading.title = Markup(heading.title)
        _mark_as_html(heading.children)


def mark_languages(output: str, config: MkDocsConfig) -> str:
    return output if language(config) == DEFAULT_LANGUAGE else with_vietnamese_marked(output)


def only_one_404(output: str, template_name: str, config: MkDocsConfig) -> str:
    # There is one page for missing addresses; each language would write its own over it.
    return "" if template_name == "404.html" and language(config) != DEFAULT_LANGUAGE else output
