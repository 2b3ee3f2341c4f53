"""Adapter: a build writes over the pages of the last one; MkDocs would delete and make every folder anew.

MkDocs has no event in place of the emptying, so its function is replaced while it
builds; tests/site/test_site_folder.py tells when it is not called any more.
"""

import os
from pathlib import Path

from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig

from handbook.mkdocs.session import is_preview
from handbook.site.assets import clear_up, take_stock

_empty = utils.clean_directory
_pages: dict[str, int] = {}


def take_over() -> None:
    if not is_preview() and os.name == "posix":
        utils.clean_directory = _take_stock


def give_back() -> None:
    utils.clean_directory = _empty


def _take_stock(folder: str) -> None:
    _pages.update(take_stock(Path(folder)))


def remove_old_pages(config: MkDocsConfig) -> None:
    clear_up(Path(config.site_dir), _pages)
    _pages.clear()
