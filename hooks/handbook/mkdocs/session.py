"""What the adapters share within one build: catalogue, language, cache, log.

MkDocs runs every event once a language on the same config object, and the
nested passes happen inside static-i18n's ``on_post_build``; this module is the
only place that knows how that plugin tells its passes apart.
"""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from handbook.catalogue.catalog import Catalog
from handbook.catalogue.cited_pages import CitedPages
from handbook.load import read_catalog
from handbook.sections import DEFAULT_LANGUAGE
from handbook.settings import is_public

_state: dict[str, object] = {}
_cited: dict[str, CitedPages] = {}
_run = {"command": "build"}


def begin_run(command: str) -> None:
    """Note which command of MkDocs runs, "build" or "serve"."""
    _run["command"] = command


def is_preview() -> bool:
    """Whether an editor is looking at the site while writing; nothing is made then that only readers need."""
    return _run["command"] == "serve"


def is_online(config: MkDocsConfig) -> bool:
    """Whether this is the site that readers reach, and neither a preview nor a copy to carry away."""
    return is_public(config.site_url) and config.use_directory_urls


def is_first_pass(config: MkDocsConfig) -> bool:
    """Whether this is the default language's pass, which comes before the others."""
    return not config.plugins["i18n"].building


def is_very_end(config: MkDocsConfig) -> bool:
    """In ``on_post_build`` at priority -101: whether every language is done."""
    return not config.plugins["i18n"].building


def language(config: MkDocsConfig) -> str:
    """The language being built, ``"vi"`` or ``"en"``."""
    return config.plugins["i18n"].current_language or DEFAULT_LANGUAGE


def open_catalog(config: MkDocsConfig) -> Catalog:
    """Read ``docs/`` once a build: in the first pass only."""
    if is_first_pass(config) or "catalog" not in _state:
        _state["catalog"] = read_catalog(Path(config.docs_dir), config.extra["as_of"])
    return catalog()


def catalog() -> Catalog:
    """The catalogue of the running build."""
    return _state["catalog"]  # type: ignore[return-value]


def key_of(file: File) -> str:
    """The catalogue key of a page's file, whatever language it is in."""
    return getattr(file, "norm_src_uri", file.src_uri).removesuffix(".md")


def cited(config: MkDocsConfig) -> CitedPages:
    """Which pages cite which document, in the language being built; empty at its start."""
    return _cited.setdefault(language(config), CitedPages())


def forget_cited(config: MkDocsConfig) -> None:
    """Begin a language: nothing is cited yet."""
    _cited[language(config)] = CitedPages()


def cache_folder(config: MkDocsConfig) -> Path:
    """Where things that cost time are kept between builds; ``HANDBOOK_CACHE`` lets several projects share them."""
    return Path(os.environ.get("HANDBOOK_CACHE") or Path(config.config_file_path).parent / ".cache")
