"""Every event of MkDocs and the adapters that wait for it."""

from handbook.mkdocs import (
    assets,
    book,
    cms,
    content,
    content_security,
    edit_links,
    generated_pages,
    host_files,
    law_and_glossary,
    markdown_dialect,
    navigation,
    page_list,
    page_view,
    pictures,
    quiz,
    redirects,
    search,
    sharing,
    table_downloads,
    web_app,
)
from handbook.mkdocs.fast import cached_conversion, fast_watcher, nav_cache, page_writer, preview_cache, reused_site_dir
from mkdocs.plugins import CombinedEvent

on_startup = CombinedEvent(
    content.on_startup, reused_site_dir.on_startup, page_writer.on_startup, preview_cache.on_startup
)
on_config = CombinedEvent(
    content.on_config,
    navigation.on_config,
    markdown_dialect.on_config,
    law_and_glossary.on_config,
    cached_conversion.on_config,
    pictures.on_config,
    edit_links.on_config,
    search.on_config,
    preview_cache.on_config,
    content_security.on_config,
    sharing.on_config,
    book.on_config,
)
on_files = CombinedEvent(content.on_files, generated_pages.on_files, navigation.on_files, assets.on_files)
on_page_read_source = CombinedEvent(content.on_page_read_source)
on_page_markdown = CombinedEvent(
    content.on_page_markdown,
    markdown_dialect.on_page_markdown,
    law_and_glossary.on_page_markdown,
    cached_conversion.on_page_markdown,
    sharing.on_page_markdown,
)
on_page_content = CombinedEvent(
    law_and_glossary.on_page_content, pictures.on_page_content, content_security.on_page_content, book.on_page_content
)
on_env = CombinedEvent(
    law_and_glossary.on_env, nav_cache.on_env, page_writer.on_env, preview_cache.on_env, assets.on_env
)
on_post_build = CombinedEvent(
    cached_conversion.on_post_build,
    table_downloads.on_post_build,
    quiz.on_post_build,
    cms.on_post_build,
    search.on_post_build,
    reused_site_dir.on_post_build,
    page_writer.on_post_build,
    sharing.on_post_build,
    redirects.on_post_build,
    book.on_post_build,
    web_app.on_post_build,
    host_files.on_post_build,
    assets.on_post_build,
)
on_page_context = CombinedEvent(
    page_list.on_page_context,
    page_view.on_page_context,
    edit_links.on_page_context,
    search.on_page_context,
    sharing.on_page_context,
    web_app.on_page_context,
)
on_post_template = CombinedEvent(page_view.on_post_template, content_security.on_post_template)
on_shutdown = CombinedEvent(reused_site_dir.on_shutdown)
on_serve = CombinedEvent(fast_watcher.on_serve)
on_post_page = CombinedEvent(content_security.on_post_page)
