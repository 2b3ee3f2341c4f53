"""The folder of the last build, written over instead of emptied.

A page that takes the place of an old one is written several times faster than one
for which folder and file must be made.  Only pages stay; what is no page any more is
found, when all pages are written, by the time of its last change, which every writing sets (POSIX,
"st_ctim"; not on Windows, where it is the time of creation).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path


def take_stock(site: Path) -> dict[str, int]:
    """Delete all but pages below ``site``; each of them with the nanosecond of its last change.

    Hidden files in ``site`` itself stay, as they do with MkDocs.
    """
    pages: dict[str, int] = {}
    if site.is_dir():
        for entry in list(os.scandir(site)):
            if not entry.name.startswith("."):
                pages.update(_pages(entry))
    return pages


def _pages(entry: os.DirEntry[str]) -> Iterator[tuple[str, int]]:
    if entry.is_dir(follow_symlinks=False):
        for inner in list(os.scandir(entry.path)):
            yield from _pages(inner)
        with suppress(OSError):  # there are pages in it
            os.rmdir(entry.path)
        return
    status = entry.stat(follow_symlinks=False)
    # To write over a link would change what it stands for, and what has a second name is in use elsewhere.
    if (
        entry.name.endswith(".html")
        and stat.S_ISREG(status.st_mode)
        and status.st_nlink == 1
        and status.st_mode & stat.S_IWUSR
    ):
        yield entry.path, status.st_ctime_ns
    else:
        os.unlink(entry.path)


def clear_up(site: Path, pages: Mapping[str, int]) -> None:
    """Delete those of ``pages`` below ``site`` that were not written since ``take_stock``, and folders left empty."""
    old = [path for path, changed in pages.items() if os.stat(path).st_ctime_ns == changed]
    for path in old:
        os.unlink(path)
    for path in old:
        for folder in Path(path).parents:
            if folder == site or folder.is_dir() and any(folder.iterdir()):
                break
            with suppress(FileNotFoundError):  # another page of it came first
                folder.rmdir()
