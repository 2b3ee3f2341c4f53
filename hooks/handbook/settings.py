"""What the checks need from ``mkdocs.yml``, read without MkDocs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import yaml


class _Loader(yaml.SafeLoader):
    """Takes MkDocs' own tags (``!ENV``) for what they are not: nothing."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)


def as_of(config: Path) -> dt.date:
    """``extra.as_of``: the day on which the law stands as the pages say.

    Raises ``ValueError`` when the setting is missing or no date.
    """
    settings = yaml.load(config.read_text(encoding="utf-8"), _Loader)
    found = (settings.get("extra") or {}).get("as_of")
    if not isinstance(found, dt.date):
        raise ValueError("mkdocs.yml: extra.as_of phải là một ngày, ví dụ 2026-11-23.")
    return found
