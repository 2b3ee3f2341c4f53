"""The files of a folder as they really lie there: nothing that only points elsewhere."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from handbook.problem import Problem
from handbook.source.file_names import is_litter
from handbook.vietnamese.text import nfc


def files_below(folder: Path) -> Iterator[tuple[Path, str]]:
    """Each file below ``folder`` with its path from there (``/``), sorted; no litter, no links, nothing behind a link."""
    return ((path, path.relative_to(folder).as_posix()) for path in sorted(_walk(folder, links=False)))


def check_links_away(folder: Path) -> Iterator[Problem]:
    """Symbolic links and junctions: they would publish what lies outside the handbook, and break on other machines."""
    for path in sorted(_walk(folder, links=True)):
        uri = path.relative_to(folder).as_posix()
        what = "thư mục" if path.is_dir() else "tệp"
        yield Problem(
            f"{folder.name}/{nfc(uri)}",
            0,
            f"Đây là liên kết (symlink, lối tắt của hệ thống) tới {what} ở nơi khác, không phải {what} thật; không được đăng.",
            f"Xóa liên kết, chép {what} thật vào đây.",
            "tep-lien-ket",
        )


def is_real(path: Path, folder: Path) -> bool:
    """Whether no part of ``path`` below ``folder`` is a link."""
    if not path.is_relative_to(folder):
        return True
    while path != folder:
        if _is_link(path):
            return False
        path = path.parent
    return True


def _walk(folder: Path, *, links: bool) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        here = Path(place)
        away = [name for name in folders if _is_link(here / name)]
        if links:
            yield from (here / name for name in (*away, *names) if _is_link(here / name))
        else:
            yield from (
                path for name in names if not _is_link(path := here / name) and path.is_file() and _counts(path, folder)
            )
        folders[:] = [name for name in folders if name not in away]


def _counts(path: Path, folder: Path) -> bool:
    return not is_litter(path.relative_to(folder).as_posix())


def _is_link(path: Path) -> bool:
    # Junctions of Windows are no symbolic links (Python 3.12 and later can tell them).
    return path.is_symlink() or bool(getattr(path, "is_junction", bool)())
