"""The site as a zip that is unpacked and read from the disk, on Windows and Android too."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from handbook.labels import show_date
from handbook.offline.portable_files import read_site
from handbook.offline.reproducible_zip import zip_bytes
from handbook.offline.words import READ_FIRST
from handbook.problem import Problem

READ_FIRST_NAME = "doc-truoc.txt"
# Names that Windows keeps for devices, whatever the extension
# (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in range(1, 10)))
)
# Windows programs take paths of 260 characters; the reader's own folders need some.
_LONGEST = 160


@dataclass(frozen=True)
class Edition:
    """What the copy says of itself; ``folder`` holds all of it inside the zip, ``url`` is the public site or ``""``."""

    folder: str
    edition: str
    as_of: dt.date
    url: str


def zip_site(site: Path, edition: Edition) -> tuple[bytes, tuple[Problem, ...]]:
    """The zip of a site built with ``use_directory_urls: false``, and what would not work from a disk."""
    files, problems = read_site(site)
    text = READ_FIRST.format(
        folder=edition.folder,
        edition=edition.edition,
        as_of=show_date(edition.as_of, "vi"),
        newest=f"Bản mới nhất: {edition.url}\n" if edition.url else "",
        downloads=f" trên mạng: {edition.url}tai-ve/" if edition.url else " trên mạng",
    )
    # The mark and the line ends by which even an old Notepad shows Vietnamese.
    files[READ_FIRST_NAME] = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    named = {f"{edition.folder}/{name}": content for name, content in files.items()}
    return zip_bytes(sorted(named.items()), edition.as_of), problems + tuple(_name_problems(named))


def _name_problems(names: Iterable[str]) -> Iterable[Problem]:
    same: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        same[name.lower()].append(name)
        if not name.isascii():
            yield _problem(name, "có chữ ngoài a–z, 0–9; nhiều phần mềm giải nén ghi sai tên ấy")
        if any(part.split(".")[0].lower() in _DEVICES for part in PurePosixPath(name).parts):
            yield _problem(name, "trùng tên riêng của Windows nên Windows không giải nén được")
        if len(name) > _LONGEST:
            yield _problem(name, f"dài {len(name)} ký tự, quá {_LONGEST}; Windows có thể không mở được")
    for found in same.values():
        if len(found) > 1:
            yield _problem(found[1], f"chỉ khác “{found[0]}” ở chữ hoa; Windows coi là một tệp")


def _problem(name: str, trouble: str) -> Problem:
    return Problem(
        f"site/{name.split('/', 1)[1]}",
        0,
        f"Tên tệp “{name}” {trouble}.",
        "Đổi tên tệp gốc trong docs/.",
        "ngoai-tuyen-ten-tep",
    )
