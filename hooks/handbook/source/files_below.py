"""The files of a folder as they really lie there: nothing that only points elsewhere."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from handbook.problem import Problem
from handbook.source.file_names import is_litter
from handbook.vietnamese.text import nfc


def files_below(folder: Path) -> Iterator[tuple[Path, str]]:
    """Each file below ``folder`` with its path from there (``/``), sorted; no litter, no links, nothing behind a link."""
    return ((path, path.relative_to(folder).as_posix()) for path in sorted(_walk(folder, links=False)))


def check_links_away(folder: Path) -> Iterator[Problem]:
    """Symbolic links and junctions: they would publish what lies outside the handbook, and break on other machines.

    Also names that are no text, which no other program can write either, and what is no file at all.
    """
    for path in sorted(_walk(folder, links=True)):
        uri = os.fsencode(path.relative_to(folder)).decode("utf-8", "replace")
        shown = "".join(char if char.isprintable() else "\ufffd" for char in uri.replace(os.sep, "/"))
        what = "thư mục" if path.is_dir() else "tệp"
        if not _is_link(path):
            message = (
                f"Tên {what} này có ký tự không đọc được." if not _is_text(path.name) else "Đây không phải tệp thường."
            )
            fix = f"Đổi tên {what}: chữ thường không dấu a-z, chữ số, gạch nối." if not _is_text(path.name) else "Xóa."
            yield Problem(f"{folder.name}/{nfc(shown)}", 0, message, fix, "ten-tep")
            continue
        yield Problem(
            f"{folder.name}/{nfc(shown)}",
            0,
            f"Đây là liên kết (symlink, lối tắt của hệ thống) tới {what} ở nơi khác, không phải {what} thật; không được đăng.",
            f"Xóa liên kết, chép {what} thật vào đây.",
            "tep-lien-ket",
        )


def is_real(path: Path, folder: Path) -> bool:
    """Whether ``path`` is a file, no part of it below ``folder`` is a link, and its name is text."""
    if not path.is_relative_to(folder):
        return True
    if not path.is_file():
        return False
    while path != folder:
        if _is_link(path) or not _is_text(path.name):
            return False
        path = path.parent
    return True


def _walk(folder: Path, *, links: bool) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        here = Path(place)
        away = [name for name in folders if _is_link(here / name) or not _is_text(name)]
        if links:
            yield from (here / name for name in away)
            yield from (path for name in names if not _is_plain(path := here / name))
        else:
            yield from (path for name in names if _is_plain(path := here / name) and _counts(path, folder))
        folders[:] = [name for name in folders if name not in away]


def _is_plain(path: Path) -> bool:
    return not _is_link(path) and _is_text(path.name) and path.is_file()


def _is_text(name: str) -> bool:
    """Whether a name can be written: no bytes that are no UTF-8, no line ends, no control characters."""
    return not any(unicodedata.category(char) in ("Cc", "Cs") for char in name)


def _counts(path: Path, folder: Path) -> bool:
    return not is_litter(path.relative_to(folder).as_posix())


def _is_link(path: Path) -> bool:
    # Junctions of Windows are no symbolic links (Python 3.12 and later can tell them).
    return path.is_symlink() or bool(getattr(path, "is_junction", bool)())
