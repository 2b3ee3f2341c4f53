"""Compressed copies beside every text file, for servers that hand them out as they are.

nginx calls it ``brotli_static``, Caddy ``precompressed``.  The same content
gives the same bytes: no time, no name goes into a gzip header.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from handbook.cache import Store, fingerprint_of
from handbook.site.host.file_list import names_below

_TEXTS = frozenset((".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".webmanifest"))
_PAGES = frozenset((".html", ".xml", ".csv", ".json"))
# A file that fits in one packet gains nothing.
_LEAST = 512
# Measured on a page of 60 KB: quality 11 packs to 12.8 KB in 107 ms, 10 to 13.0 KB in 36 ms,
# 5 to 14.3 KB in 2 ms.  The handbook's 975 pages: 22 s of the processor instead of 2, once, for 8 % less to load;
# unchanged pages come from the last builds.  A site three times as large cannot afford that.
_SMALL_SITE = 60_000_000
_BEST, _GOOD, _QUICK = 11, 10, 5


def pack(site: Path, cache: Path | None = None) -> int:
    """Write ``x.br`` and ``x.gz`` beside each text file of ``site``; how many files were packed.

    With ``cache``, a file for the purpose, the copies of unchanged files come from the last builds.
    """
    files = sorted(
        file
        for file in map(site.joinpath, names_below(site))
        if file.suffix in _TEXTS and file.stat().st_size >= _LEAST
    )
    is_small = sum(file.stat().st_size for file in files) < _SMALL_SITE
    store, packed, waiting = Store(cache, kept=2), 0, []
    for file in files:
        key = fingerprint_of(
            hashlib.sha256(file.read_bytes()).hexdigest(), "b64", is_small, file.suffix, brotli.__version__
        )
        known = next(store.find(key), None)
        if not isinstance(known, dict):
            waiting.append((file, key))
        else:
            packed += _write(file, {suffix: base64.b64decode(copy) for suffix, copy in known.items()})
    with ThreadPoolExecutor(os.cpu_count()) as workers:  # both libraries let other threads run
        for (file, key), copies in zip(
            waiting, workers.map(lambda one: _copies(one[0], is_small), waiting), strict=True
        ):
            packed += _write(file, copies)
            store.keep(key, "", {suffix: base64.b64encode(copy).decode() for suffix, copy in copies.items()})
    store.close()
    return packed


def repack(file: Path) -> None:
    """Bring the compressed copies of ``file``, if it has any, up to its new content."""
    if file.with_name(f"{file.name}.br").is_file():
        _write(file, _copies(file, True))


def _copies(file: Path, is_small: bool) -> dict[str, bytes]:
    """The compressed copies that are smaller than ``file``, by their additional suffix."""
    content = file.read_bytes()
    quality = _BEST if file.suffix not in _PAGES else _GOOD if is_small else _QUICK
    copies = {
        ".br": brotli.compress(content, mode=brotli.MODE_TEXT, quality=quality),
        ".gz": gzip.compress(content, compresslevel=9 if is_small else 6, mtime=0),
    }
    return {suffix: packed for suffix, packed in copies.items() if len(packed) < len(content)}


def _write(file: Path, copies: dict[str, bytes]) -> bool:
    for suffix, packed in copies.items():
        file.with_name(f"{file.name}{suffix}").write_bytes(packed)
    return bool(copies)
