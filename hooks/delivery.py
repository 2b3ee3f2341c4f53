"""Adapter: at the very end of a build its style sheets and scripts are joined and named after their
content, then every text file gets its compressed copies."""

import os
from pathlib import Path

from build_session import is_very_end
from handbook.delivery import pack, settle_assets
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority

_build = {"served": False}


def on_startup(command: str, dirty: bool) -> None:
    _build["served"] = command == "serve"


@event_priority(-110)  # after whatever writes pages (-101); what lists the files (a service worker) comes after this
def _settle(config: MkDocsConfig) -> None:
    if _build["served"] or not is_very_end(config):
        return
    site = Path(config.site_dir)
    try:
        settle_assets(site, sorted(site.rglob("*.html")), lambda content, suffix: content)
    except ValueError as error:
        raise PluginError(f"{error} dẫn tới tệp khác bằng đường dẫn tương đối: sửa hooks/handbook/delivery/assets.py.") from error


@event_priority(-200)  # the last of all
def _pack(config: MkDocsConfig) -> None:
    # Off for tests and for copies that need no server.
    if not _build["served"] and is_very_end(config) and os.environ.get("HANDBOOK_PACK") != "false":
        remembers = os.environ.get("HANDBOOK_MEMORY") != "false"
        pack(Path(config.site_dir), Path(config.config_file_path).parent / ".cache" / "packed.sqlite" if remembers else None)


on_post_build = CombinedEvent(_settle, _pack)
