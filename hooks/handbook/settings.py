"""Settings of ``mkdocs.yml`` that the core needs, read without MkDocs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import yaml


class _Loader(yaml.SafeLoader):
    """Takes MkDocs' own tags (``!ENV``) and Python's (``!!python/…``) for what they are not: nothing."""


for _tag in ("!", "tag:yaml.org,2002:python/"):
    _Loader.add_multi_constructor(_tag, lambda loader, suffix, node: None)


def as_of(config: Path) -> dt.date:
    """``extra.as_of``: the day on which the law stands as the pages say.

    Raises ``ValueError`` when the setting is missing or no date.
    """
    settings = _read(config)
    found = (settings.get("extra") or {}).get("as_of")
    if not isinstance(found, dt.date):
        raise ValueError("mkdocs.yml: extra.as_of phải là một ngày, ví dụ 2026-11-23.")
    return found


def top_pages(config: Path) -> frozenset[str]:
    """The single pages that ``nav`` names, such as ``index.md``; folders are left out."""
    return frozenset(_pages(_read(config).get("nav") or ()))


def is_public(site_url: str | None) -> bool:
    """Whether readers can reach the address: a preview's own is not printed, nor put into a QR code."""
    return bool(site_url) and urlsplit(site_url).hostname not in ("127.0.0.1", "localhost", "::1", "0.0.0.0")


def _pages(item: object) -> Iterator[str]:
    if isinstance(item, str) and item.endswith(".md"):
        yield item
    elif isinstance(item, (list, tuple)):
        for inner in item:
            yield from _pages(inner)
    elif isinstance(item, dict):
        yield from _pages(list(item.values()))


def _read(config: Path) -> dict:
    return yaml.load(config.read_text(encoding="utf-8"), _Loader)
