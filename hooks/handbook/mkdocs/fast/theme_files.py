"""The theme's files without its 14,000 icons, which stand in a hidden folder (no hook: it is imported by those)."""

import os
from collections.abc import Iterator

from jinja2 import Environment, FileSystemLoader


def without_hidden(env: Environment) -> Environment:
    """MkDocs asks a theme for every name and then leaves out what is hidden; here it is not even looked at."""
    loader: FileSystemLoader = env.loader
    loader.list_templates = lambda: sorted({name for top in loader.searchpath for name in _names(top)})
    return env


def _names(top: str) -> Iterator[str]:
    for folder, folders, files in os.walk(top):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = os.path.relpath(folder, top).replace(os.sep, "/")
        yield from (name if inside == "." else f"{inside}/{name}" for name in files)
