"""Adapter: a build writes over the pages of the last one; MkDocs would delete and make every folder anew.

MkDocs has no event in place of the emptying, so its function is replaced while it
builds; tests/site/test_site_folder.py tells when it is not called any more.
"""

import os
from pathlib import Path

from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig

from handbook.mkdocs.session import Session
from handbook.site.assets import clear_up, take_stock

_empty = utils.clean_directory


def take_over(session: Session) -> None:
    if not session.is_preview and os.name == "posix":
        utils.clean_directory = lambda folder: session.old_pages.update(take_stock(Path(folder)))


def give_back() -> None:
    utils.clean_directory = _empty


def remove_old_pages(session: Session, config: MkDocsConfig) -> None:
    clear_up(Path(config.site_dir), session.old_pages)
    session.old_pages.clear()
