"""Adapter: a folder named in ``nav`` (``- chuyen-de/``) is filled from the catalogue."""

import copy

from mkdocs.config.defaults import MkDocsConfig

from handbook.mkdocs.session import Session, language
from handbook.site.pages.navigation import expand


def keep_template(config: MkDocsConfig) -> None:
    # Every language fills its own copy: the config object is shared by all passes.
    config.extra.setdefault("nav_template", copy.deepcopy(config.nav))


def fill(session: Session, config: MkDocsConfig) -> None:
    config.nav = expand(config.extra["nav_template"], session.catalog, language(config))
