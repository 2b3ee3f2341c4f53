"""The one place that runs MkDocs from a program."""

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig


def settings_of(config_file: Path, **settings: object) -> MkDocsConfig:
    """The settings in ``config_file``, strict, with ``settings`` in place of its own."""
    return load_config(str(config_file), strict=True, **settings)


def build_site(config_file: Path, **settings: object) -> MkDocsConfig:
    """Build the site as ``mkdocs build --strict`` does; the settings it was built with.

    Raises ``mkdocs.exceptions.Abort`` when anything is wrong that ``--strict`` counts.
    """
    config = settings_of(config_file, **settings)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    return config
