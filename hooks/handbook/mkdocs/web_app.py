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
from handbook.mkdocs.fast.build_cache import keep_last, last_kept, made_of
from handbook.mkdocs.fast.parallel_writing import gathered
from handbook.mkdocs.session import catalog, is_preview, language
from handbook.site.assets import repack
from handbook.site.pages.page_view import urgent_pages
from handbook.site.web_app.manifest import TOUCH_ICON, icons, manifest, manifest_name
from handbook.site.web_app.saved_copy import as_json, fill_sizes, list_files, measured_again, wire_sizes

_SCRIPTS = "assets/ngoai-tuyen"
_manifests: dict[str, str] = {}
gathered.append(lambda: _manifests)


def _is_app(config: MkDocsConfig) -> bool:
    return config.use_directory_urls and not is_preview()


def show(context: TemplateContext, page: Page, config: MkDocsConfig) -> None:
    if _is_app(config):
        name = manifest_name(language(config))
        context["web_app"] = {"manifest": name, "icon": TOUCH_ICON}
        _manifests[name] = manifest(
            config.site_name, config.site_description, language(config), _shortcuts(language(config))
        )


def _shortcuts(edition: str) -> list[tuple[str, str]]:
    pages = ((catalog().article(key, edition), key) for key in urgent_pages(catalog()))
    return [(page.meta.title, path_of(key, edition)) for page, key in pages if page]


def write(config: MkDocsConfig) -> None:
    folder = Path(config.site_dir, _SCRIPTS)
    if not _is_app(config):
        shutil.rmtree(folder)
        return
    # A worker rules the folder it comes from and those below.
    shutil.move(folder / "sw.js", Path(config.site_dir, "sw.js"))
    for name, text in _manifests.items():
        Path(config.site_dir, name).write_text(text, encoding="utf-8")
    svg = Path(config.site_dir, config.theme["favicon"]).read_text(encoding="utf-8")
    for name, picture in made_of(svg, icons, "icons").items():
        (folder / name).write_bytes(b64decode(picture))


def list_files_to_save(config: MkDocsConfig) -> None:
    if _is_app(config):
        write_lists(config)


def tell_downloads(config: MkDocsConfig) -> None:
    """Once more after files were added beside the finished site."""
    converted_html.fill_download_pages(config)
    write_lists(config)


def write_lists(config: MkDocsConfig) -> None:
    """The list of each language and, on its "Tải về", how much it is."""
    site = Path(config.site_dir)
    (site / "ngoai-tuyen").mkdir(exist_ok=True)
    for edition in converted_html.languages():
        address = path_of("tai-ve", edition)
        page = Path(site, address, "index.html")
        copy = list_files(site, edition, config.extra["as_of"], last_kept(f"wire sizes {edition}") or {})
        keep_last(f"wire sizes {edition}", wire_sizes(copy))
        page.write_text(fill_sizes(page.read_text(encoding="utf-8"), copy), encoding="utf-8")
        repack(page)
        for name, text in as_json(measured_again(copy, site, address)).items():
            (site / name).write_text(text, encoding="utf-8")
            repack(site / name)
