"""Every event of MkDocs and what happens at it, in order: the only file under ``hooks:`` in mkdocs.yml.

MkDocs runs all events but the first and the last once for each language, on the same settings; static-i18n builds
the other languages inside its own ``on_post_build``.  So the order of two adapters is the order of two lines here,
and only "before" and "after static-i18n" are priorities (its own is -100).

All imports stand here at the top: MkDocs has this folder on ``sys.path`` only while it loads this file.
"""

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
    redirects,
    search,
    session,
    sharing,
    surroundings,
    table_downloads,
    web_app,
)
from handbook.mkdocs.fast import (
    build_cache,
    cached_conversion,
    fast_watcher,
    nav_cache,
    page_writer,
    preview_cache,
    reused_site_dir,
)
from mkdocs.plugins import CombinedEvent, event_priority

before_i18n = event_priority(0)
after_i18n = event_priority(-101)


# ---- Once a run ----


def on_startup(command, dirty):
    surroundings.speak_plainly()
    session.begin_run(command)
    content.quiet_i18n()
    reused_site_dir.take_over()
    page_writer.collect_no_garbage()
    preview_cache.keep_results()


def on_serve(server, config, builder):
    fast_watcher.watch_closely(server, config)


def on_shutdown():
    reused_site_dir.give_back()


# ---- Settings ----


@before_i18n
def _settings(config):
    surroundings.claim(config)
    content.read_docs(config)  # whatever comes after asks the catalogue
    navigation.keep_template(config)
    markdown_dialect.set_up(config)
    law_and_glossary.set_up(config)
    edit_links.set_up(config)
    search.begin_language(config)
    preview_cache.list_files_quickly(config)
    content_security.allow_scripts(config)
    book.begin_language(config)
    if session.is_first_pass(config):
        pictures.forget()
        sharing.forget()


@after_i18n
def _settings_are_final(config):
    cached_conversion.set_up(config)  # it depends on every setting and extension


on_config = CombinedEvent(_settings, _settings_are_final)


# ---- Files ----


@before_i18n
def _files(files, config):
    generated_pages.add_and_leave_out(files, config)
    navigation.fill(config)
    assets.leave_out_the_theme_s(files)


@after_i18n
def _files_have_addresses(files, config):
    page_urls.remember_urls(files)


on_files = CombinedEvent(_files, _files_have_addresses)


# ---- Each page becomes HTML ----


def on_page_read_source(page, config):
    return content.source_of(page, config)


def on_page_markdown(markdown, page, config, files):
    content.set_head(page, config)
    markdown_dialect.open_page(page)
    law_and_glossary.open_page(page, config)
    sharing.set_date(page, config)
    cached_conversion.take_over(page, config)  # when the text is final


def on_page_content(html, page, config, files):
    law_and_glossary.note_citations(page, config)
    html = converted_html.keep(html, page, config)  # books get the original pictures
    html = pictures.with_lighter_versions(html, page, config, files)
    content_security.report_dangers(page, config)
    return html


# ---- All pages are converted, none is written ----


def on_env(env, config, files):
    law_and_glossary.name_citing_pages(config, files)
    nav_cache.set_up(env, config)
    assets.name_style_sheets(env, config, files)
    preview_cache.set_up(env, config)
    page_writer.take_over(files)


# ---- Each page is put into its template ----


def on_page_context(context, page, config, nav):
    page_list.show(context, page, config)
    page_view.show(context, page, config)
    edit_links.show(context, page, config)
    sharing.show(context, page, config)
    web_app.show(context, page, config)
    search.add_page(page, config)


def on_post_template(output, template_name, config):
    if template_name.endswith(".html"):
        output = content_security.add_policy(output, template_name)
    return page_view.only_one_404(output, template_name, config)


@after_i18n
def on_post_page(output, page, config):
    return content_security.add_policy(output, page.file.src_uri)


# ---- All pages are written ----


@before_i18n
def _language_is_written(config):
    if session.is_first_pass(config):
        table_downloads.write(config)
    search.write_index(config)
    page_writer.let_go_of_texts()


@after_i18n
def _all_languages_are_written(config):
    if session.is_very_end(config):
        sharing.write(config)
        redirects.write(config)
        book.make(config)
        web_app.write(config)
        reused_site_dir.remove_old_pages(config)  # every page is written, none is looked at yet
        assets.settle(config)  # files get their last name and content
        host_files.write(config)
        web_app.list_files_to_save(config)
        cms.write(config)  # no reader's file: in no list, but packed
        assets.pack_files(config)
        build_cache.close_store()
        page_writer.collect_garbage()
    page_writer.give_back()


on_post_build = CombinedEvent(_language_is_written, _all_languages_are_written)
