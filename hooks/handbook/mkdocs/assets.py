"""Adapter: at the very end of a build style sheets and scripts are joined, purged and named after
their content, then every text file gets its compressed copies.  ``mkdocs serve`` does none of it."""

import os
from pathlib import Path
from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from handbook.mkdocs.session import Session
from handbook.site.assets import pack, settle_assets
from handbook.site.host.file_list import names_below


def name_style_sheets(env: Environment, config: MkDocsConfig, files: Files) -> None:
    # The theme names its style sheets after their content, so a new version has new names.
    theirs = sorted(
        file.src_uri
        for file in files
        if file.src_uri.startswith("assets/stylesheets/") and file.src_uri.endswith(".css")
    )
    env.globals["stylesheets"] = [*theirs, *config.extra_css]
    # Search engines want the whole address of a page in another language.
    env.filters["joined_to"] = lambda link, address: urljoin(address, link)


def leave_out_the_theme_s(files: Files) -> None:
    # The theme's script and its search in thirty languages: nothing here asks for them.
    for file in list(files):
        if file.src_uri.startswith("assets/javascripts/") or file.src_uri.endswith(".map"):
            files.remove(file)


def settle(session: Session, config: MkDocsConfig) -> None:
    if session.is_preview:
        return
    site = Path(config.site_dir)
    try:
        settle_assets(site, [site / name for name in names_below(site) if name.endswith(".html")], session.cache.cached)
    except ValueError as error:
        raise PluginError(
            f"Bảng kiểu CSS không gộp được ({error}): sửa tệp ấy hoặc hooks/handbook/site/assets/."
        ) from error


def pack_files(session: Session, config: MkDocsConfig) -> None:
    # Off for tests and for copies that need no server.
    if not session.is_preview and os.environ.get("HANDBOOK_PACK") != "false":
        remembers = os.environ.get("HANDBOOK_MEMORY") != "false"
        pack(
            Path(config.site_dir),
            Path(config.config_file_path).parent / ".cache" / "packed.sqlite" if remembers else None,
        )
