"""The one place that runs MkDocs from a program."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from handbook.mkdocs.session import Session


@dataclass(frozen=True)
class BuiltSite:
    """A site that has been built: the settings it was built with and what the adapters know of it."""

    config: MkDocsConfig
    session: Session


def settings_of(config_file: Path, **settings: Any) -> MkDocsConfig:
    """The settings in ``config_file``, strict, with ``settings`` in place of its own."""
    return load_config(str(config_file), strict=True, **settings)


def build_site(config_file: Path, **settings: Any) -> BuiltSite:
    """Build the site as ``mkdocs build --strict`` does.

    Raises ``mkdocs.exceptions.Abort`` when anything is wrong that ``--strict`` counts.
    """
    config = settings_of(config_file, **settings)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    return BuiltSite(config, config.hooks["hooks/mkdocs_hooks.py"].session)  # type: ignore[call-overload]
