"""The site as a zip that is unpacked and read from the disk, on Windows and Android too."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path, PurePosixPath

from handbook.book.file_names import (
    book_name,
    booklet_name,
    cards_name,
    part_name,
    pocket_folded_name,
    pocket_name,
    team_prints,
)
from handbook.labels import show_date
from handbook.offline.portable_files import AGE_SCRIPT, age_tag, read_site
from handbook.offline.reproducible_zip import zip_bytes
from handbook.offline.words import READ_FIRST, START_PAGE
from handbook.problem import Problem

READ_FIRST_NAME = "doc-truoc.txt"
START_NAME = "mo-trang-nay.html"  # beside the folder: what whoever opens the stick sees
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


def team_print_titles() -> dict[str, str]:
    """What a team prints, by file name, as the start page calls it; a file that it has no name for by its file name."""
    titles = {
        pocket_name("vi"): "Bản bỏ túi: 32 trang A5",
        pocket_folded_name("vi"): "Bản bỏ túi, xếp sẵn để in gấp đôi: 8 tờ A4",
        book_name("vi"): "Cả cuốn, khổ A5",
        booklet_name("vi"): "Cả cuốn, xếp sẵn để in gấp đôi",
        cards_name("vi"): "Thẻ việc: mỗi việc một trang",
        part_name("tap-huan/index", "vi"): "Phần Tập huấn: giáo án, thẻ, tờ phát, phiếu, câu hỏi",
    }
    return {name: titles.get(name, name) for name in team_prints()}


def zip_site(site: Path, edition: Edition, packs: Mapping[str, str] | None = None) -> tuple[bytes, tuple[Problem, ...]]:
    """The zip of a site built with ``use_directory_urls: false``, and what would not work from a disk.

    ``packs`` gives the titles of lessons' print packs by file name; the start page lists them.
    """
    files, problems = read_site(site, edition.as_of)
    text = READ_FIRST.format(
        folder=edition.folder,
        edition=edition.edition,
        as_of=show_date(edition.as_of, "vi"),
        newest=f"Bản mới nhất: {edition.url}\n" if edition.url else "",
        downloads=f" trên mạng: {edition.url}tai-ve/" if edition.url else " trên mạng",
    )
    # The mark and the line ends by which even an old Notepad shows Vietnamese.
    files[READ_FIRST_NAME] = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    prints = _links(team_print_titles(), edition, files)
    lessons = _links(packs or {}, edition, files)
    start = START_PAGE.format(
        folder=edition.folder,
        as_of=show_date(edition.as_of, "vi"),
        prints=(f"<h2>Tệp để in</h2>\n<ul>{prints}</ul>\n" if prints else "")
        + (
            f"<details><summary>Bộ in của từng buổi tập huấn</summary><ul>{lessons}</ul></details>\n" if lessons else ""
        ),
        english=f'<p lang="en"><a href="{edition.folder}/en/index.html">English pages</a></p>\n'
        if "en/index.html" in files
        else "",
        age=age_tag("vi", edition.as_of, f"{edition.folder}/{AGE_SCRIPT}"),
    )
    named = {f"{edition.folder}/{name}": content for name, content in files.items()}
    named[START_NAME] = start.encode()
    return zip_bytes(sorted(named.items()), edition.as_of), problems + tuple(_name_problems(named))


def _links(titles: Mapping[str, str], edition: Edition, files: Mapping[str, bytes]) -> str:
    """List items that lead to those of the files that are in the copy."""
    return "".join(
        f'<li><a href="{edition.folder}/tai-ve/{name}">{escape(title)}</a></li>'
        for name, title in titles.items()
        if f"tai-ve/{name}" in files
    )


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
        f"site/{name.split('/', 1)[-1]}",
        0,
        f"Tên tệp “{name}” {trouble}.",
        "Đổi tên tệp gốc trong docs/.",
        "ngoai-tuyen-ten-tep",
    )
