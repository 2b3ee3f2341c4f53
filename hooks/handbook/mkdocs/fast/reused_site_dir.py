"""Adapter: a build writes over the pages of the last one; MkDocs would delete and make every folder anew.

MkDocs has no event in place of the emptying, so its function is replaced while it
builds; tests/site/test_site_folder.py tells when it is not called any more.
"""

import os
from pathlib import Path

from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from handbook.mkdocs.session import is_very_end
from handbook.site.assets import clear_up, take_stock

_empty = utils.clean_directory
_pages: dict[str, int] = {}


def on_startup(command: str, dirty: bool) -> None:
    if command == "build" and os.name == "posix":
        utils.clean_directory = _take_stock


def on_shutdown() -> None:
    utils.clean_directory = _empty


def _take_stock(folder: str) -> None:
    _pages.update(take_stock(Path(folder)))


@event_priority(-105)  # every page is written (-101), none is looked at yet (-110)
def on_post_build(config: MkDocsConfig) -> None:
    if is_very_end(config):
        clear_up(Path(config.site_dir), _pages)
        _pages.clear()
