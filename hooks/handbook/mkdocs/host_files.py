"""Adapter: headers, caching and redirects for the host, written when every file has its last name."""

from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from handbook.catalogue.addresses import address_of, moved_pages, path_of
from handbook.mkdocs.session import Session
from handbook.settings import is_public
from handbook.site.host.file_list import names_below
from handbook.site.host.host_files import Hosting, hashes_in, host_files, kept_addresses

_HEAD = 8000  # bytes of a page in which its policy stands


def write(session: Session, config: MkDocsConfig) -> None:
    if session.is_preview or not config.use_directory_urls:
        return
    site = Path(config.site_dir)
    base = urlsplit(config.site_url).path if is_public(config.site_url) else "/"
    names = names_below(site)
    redirects = tuple(
        (f"{base}{path_of(moved.old, language)}", f"{base}{path_of(address_of(moved.key), language)}")
        for language in session.languages
        for moved in moved_pages(session.catalog)
    )
    heads = (_head(site / name) for name in names if name.endswith(".html"))
    scripts, styles = hashes_in(heads)
    files = host_files(Hosting(base, scripts, kept_addresses(names, base), redirects, styles))
    for name, text in files.items():
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(text, encoding="utf-8", newline="\n")


def _head(page: Path) -> str:
    with page.open("rb") as file:
        return file.read(_HEAD).decode("utf-8", "ignore")
