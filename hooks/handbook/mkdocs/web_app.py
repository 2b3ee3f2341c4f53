"""Adapter: the site as an app – manifest, icons, service worker, and the list of files to save.

Only in the built site: a preview must not be kept by the browser, and a copy to
carry away needs no worker.
"""

import shutil
from base64 import b64decode
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from handbook.catalogue.addresses import path_of
from handbook.mkdocs import converted_html
from handbook.mkdocs.session import Session, language
from handbook.site.assets import repack
from handbook.site.pages.page_view import urgent_pages
from handbook.site.web_app.manifest import TOUCH_ICON, icons, manifest, manifest_name
from handbook.site.web_app.saved_copy import as_json, fill_sizes, list_files, measured_again, wire_sizes

_SCRIPTS = "assets/saved-copy"


def _is_app(session: Session, config: MkDocsConfig) -> bool:
    return config.use_directory_urls and not session.is_preview


def begin_language(session: Session, config: MkDocsConfig) -> None:
    if _is_app(session, config):
        lang = language(config)
        shortcuts = _shortcuts(session, lang)
        session.manifests[manifest_name(lang)] = manifest(config.site_name, config.site_description, lang, shortcuts)


def show(session: Session, context: TemplateContext, page: Page, config: MkDocsConfig) -> None:
    if _is_app(session, config):
        context["web_app"] = {"manifest": manifest_name(language(config)), "icon": TOUCH_ICON}


def _shortcuts(session: Session, lang: str) -> list[tuple[str, str]]:
    pages = ((session.catalog.article(key, lang), key) for key in urgent_pages(session.catalog))
    return [(page.meta.title, path_of(key, lang)) for page, key in pages if page]


def write(session: Session, config: MkDocsConfig) -> None:
    folder = Path(config.site_dir, _SCRIPTS)
    if not _is_app(session, config):
        shutil.rmtree(folder)
        return
    # A worker rules the folder it comes from and those below.
    shutil.move(folder / "sw.js", Path(config.site_dir, "sw.js"))
    for name, text in session.manifests.items():
        Path(config.site_dir, name).write_text(text, encoding="utf-8")
    svg = Path(config.site_dir, config.theme["favicon"]).read_text(encoding="utf-8")
    for name, picture in session.cache.cached(svg, icons, "icons").items():
        (folder / name).write_bytes(b64decode(picture))


def list_files_to_save(session: Session, config: MkDocsConfig) -> None:
    if _is_app(session, config):
        write_lists(session, config)


def tell_downloads(session: Session, config: MkDocsConfig) -> None:
    """Once more after files were added beside the finished site."""
    converted_html.fill_download_pages(session, config)
    write_lists(session, config)


def write_lists(session: Session, config: MkDocsConfig) -> None:
    """The list of each language and, on its "Tải về", how much it is."""
    site = Path(config.site_dir)
    (site / "ngoai-tuyen").mkdir(exist_ok=True)
    for lang in session.languages:
        address = path_of("tai-ve", lang)
        page = Path(site, address, "index.html")
        copy = list_files(site, lang, config.extra["as_of"], session.cache.last_kept(f"wire sizes {lang}") or {})
        session.cache.keep_last(f"wire sizes {lang}", wire_sizes(copy))
        page.write_text(fill_sizes(page.read_text(encoding="utf-8"), copy), encoding="utf-8")
        repack(page)
        for name, text in as_json(measured_again(copy, site, address)).items():
            (site / name).write_text(text, encoding="utf-8")
            repack(site / name)
