"""Every event of MkDocs and what happens at it, in order: the only file under ``hooks:`` in mkdocs.yml.

MkDocs runs all events but the first and the last once for each language, on the same settings; static-i18n builds
the other languages inside its own ``on_post_build``.  So the order of two adapters is the order of two lines here,
and only "before" and "after static-i18n" are priorities (its own is -100).

All imports stand here at the top: MkDocs has this folder on ``sys.path`` only while it loads this file.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from handbook.cache.memo import forget_all
from handbook.mkdocs import (
    assets,
    book,
    cms,
    content,
    content_security,
    converted_html,
    edit_links,
    generated_pages,
    host_files,
    law_and_glossary,
    markdown_dialect,
    navigation,
    page_list,
    page_urls,
    page_view,
    pictures,
    places,
    quiz,
    redirects,
    search,
    sharing,
    surroundings,
    table_downloads,
    web_app,
)
from handbook.mkdocs.fast import (
    cached_conversion,
    fast_watcher,
    nav_cache,
    page_writer,
    preview_cache,
)
from handbook.mkdocs.session import Session, is_first_pass
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

if TYPE_CHECKING:  # a web server, which a build does not need
    from mkdocs.livereload import LiveReloadServer

before_i18n = event_priority(0)
after_i18n = event_priority(-101)
#: What is known of the run of MkDocs that goes on.
session = Session()


# ---- Once a run ----


def on_startup(command: str, dirty: bool) -> None:
    global session
    surroundings.speak_plainly()
    forget_all()
    session = Session(command)
    content.quiet_i18n()
    search.set_up(session)
    content_security.set_up(session)


def on_serve(server: "LiveReloadServer", config: MkDocsConfig, builder: Callable) -> None:
    fast_watcher.watch_closely(server, config)


# ---- Settings ----


@before_i18n
def _settings(config: MkDocsConfig) -> None:
    if is_first_pass(config):
        surroundings.claim(session, config)
        session.begin_build()
    content.read_docs(session, config)  # whatever comes after asks the catalogue
    navigation.keep_template(config)
    markdown_dialect.set_up(session, config)
    law_and_glossary.set_up(session, config)
    edit_links.set_up(session, config)
    search.begin_language(session, config)
    preview_cache.list_files_quickly(session, config)
    content_security.allow_scripts(session, config)
    book.begin_language(session, config)


@after_i18n
def _settings_are_final(config: MkDocsConfig) -> None:
    cached_conversion.set_up(session, config)  # it depends on every setting and extension


on_config = CombinedEvent(_settings, _settings_are_final)


# ---- Files ----


@before_i18n
def _files(files: Files, config: MkDocsConfig) -> None:
    generated_pages.add_and_leave_out(session, files, config)
    navigation.fill(session, config)
    assets.leave_out_the_theme_s(files)


@after_i18n
def _files_have_addresses(files: Files, config: MkDocsConfig) -> None:
    page_urls.remember_urls(session, files)


on_files = CombinedEvent(_files, _files_have_addresses)


# ---- Each page becomes HTML ----


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    return content.source_of(session, page, config)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    content.set_head(session, page, config)
    session.conversion.page = page
    law_and_glossary.open_page(session, page, config)
    sharing.set_date(session, page, config)
    cached_conversion.take_over(session, page, config)  # when the text is final


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    law_and_glossary.note_citations(session, page, config)
    html = converted_html.keep(session, html, page, config)  # books get the original pictures
    html = pictures.with_lighter_versions(session, html, page, config, files)
    content_security.report_dangers(session, page, config)
    return html


# ---- All pages are converted, none is written ----


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    law_and_glossary.name_citing_pages(session, config, files)
    nav_cache.set_up(session, env, config)
    assets.name_style_sheets(env, config, files)
    preview_cache.set_up(session, env, config)
    web_app.begin_language(session, config)
    page_writer.take_over(session, files)


# ---- Each page is put into its template ----


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    page_list.show(session, context, page, config)
    page_view.show(session, context, page, config)
    law_and_glossary.put_notes_apart(session, context, page, config)  # books and search have the whole page
    edit_links.show(session, context, page, config)
    sharing.show(session, context, page, config)
    web_app.show(session, context, page, config)
    search.add_page(session, page, config)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    if template_name.endswith(".html"):
        output = content_security.add_policy(session, output, template_name)
    return page_view.only_one_404(output, template_name, config)


@after_i18n
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return content_security.add_policy(session, page_view.mark_languages(output, config), page.file.src_uri)


# ---- All pages are written ----


@before_i18n
def _language_is_written(config: MkDocsConfig) -> None:
    if is_first_pass(config):
        table_downloads.write(session, config)
        places.write(session, config)
    law_and_glossary.write_definitions(session, config)
    quiz.write(session, config)
    search.write_index(session, config)
    page_writer.let_go_of_texts(session)


@after_i18n
def _all_languages_are_written(config: MkDocsConfig) -> None:
    if is_first_pass(config):
        sharing.write(session, config)
        redirects.write(session, config)
        book.make(session, config)
        web_app.write(session, config)
        assets.settle(session, config)  # files get their last name and content
        host_files.write(session, config)
        web_app.list_files_to_save(session, config)
        cms.write(config)  # no reader's file: in no list, but packed
        assets.pack_files(session, config)
        session.cache.close()
    page_writer.give_back()


on_post_build = CombinedEvent(_language_is_written, _all_languages_are_written)
