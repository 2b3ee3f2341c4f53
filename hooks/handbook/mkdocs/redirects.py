"""Adapter: a page at each former address (``old_paths``) that leads to the new one."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_relative_url

from handbook.catalogue.addresses import address_of, moved_pages, path_of
from handbook.mkdocs.session import Session
from handbook.mkdocs.work_folders import is_online
from handbook.site.host.redirect_page import moved_page


def write(session: Session, config: MkDocsConfig) -> None:
    # A copy to carry away has no former addresses: printed ones lead to the site.
    if not config.use_directory_urls:
        return
    for moved in moved_pages(session.catalog):
        for language in session.languages:
            old, new = path_of(moved.old, language), path_of(address_of(moved.key), language)
            canonical = f"{config.site_url}{new}" if is_online(config) else ""
            title = session.catalog.article(moved.key, language).meta.title
            page = Path(config.site_dir, old, "index.html")
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(moved_page(get_relative_url(new, old), canonical, title, language), encoding="utf-8")
