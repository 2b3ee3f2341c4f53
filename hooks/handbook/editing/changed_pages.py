"""Which pages a pull request changes, and the comment that shows reviewers where to look.

The list is written by a job that runs a stranger's code, and read by another
that may write comments: whatever is not exactly of the form below is refused
(GitHub Security Lab, "Preventing pwn requests").
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from handbook.sections import DEFAULT_LANGUAGE
from handbook.source.file_names import TABLE_SUFFIXES, split_language

MARK = "<!-- xem-thu -->"
_STATUS = {"A": "mới", "M": "sửa", "D": "xóa", "R": "chuyển chỗ"}
_PATH = re.compile(r"docs(?:/[a-z0-9][a-z0-9-]*)*/[a-z0-9][a-z0-9-]*(?:\.en)?\.[a-z0-9]{2,5}")
_MOST = 200
_MOST_CHARACTERS = 60_000


@dataclass(frozen=True, order=True)
class Change:
    """A file of ``docs/`` and what happened to it: ``A``, ``M``, ``D`` or ``R``."""

    path: str
    status: str

    @property
    def address(self) -> str | None:
        """The page's address below the site, ``None`` for a file that is no page."""
        uri = self.path.removeprefix("docs/")
        if uri.startswith("so-lieu/") and uri.endswith(TABLE_SUFFIXES):
            uri = uri.rsplit(".", 1)[0] + ".md"
        elif uri.endswith(".csv"):
            uri = uri.rsplit("/", 1)[0] + "/index.md"
        if not uri.endswith(".md"):
            return None
        base, language = split_language(uri)
        folder = base.removesuffix(".md").removesuffix("index").rstrip("/")
        prefix = "" if language == DEFAULT_LANGUAGE else f"{language}/"
        return f"{prefix}{folder}/" if folder else prefix


def read_diff(text: str) -> tuple[Change, ...]:
    """The changes in the output of ``git diff --name-status``; files with names that nobody may give are left out."""
    found = set()
    for line in text.splitlines():
        status, *paths = line.split("\t")
        if paths and status[:1] in _STATUS and _PATH.fullmatch(paths[-1]):
            found.add(Change(paths[-1], status[:1]))
    return tuple(sorted(found))


def as_json(number: int, changes: Iterable[Change]) -> str:
    return json.dumps({"number": number, "changes": [asdict(change) for change in changes][:_MOST]}, indent=1) + "\n"


def parse(text: str) -> tuple[int, tuple[Change, ...]]:
    """Number and changes from an untrusted file; raises ``ValueError`` for anything out of form."""
    if len(text) > _MOST_CHARACTERS:
        raise ValueError("too long")
    data = json.loads(text)
    if not isinstance(data, dict) or set(data) != {"number", "changes"} or not isinstance(data["changes"], list):
        raise ValueError("not a list of changes")
    number, rows = data["number"], data["changes"]
    if type(number) is not int or not 0 < number < 10**7 or len(rows) > _MOST:
        raise ValueError("no number of a pull request, or too many changes")
    for row in rows:
        if not isinstance(row, dict) or set(row) != {"path", "status"} or row["status"] not in _STATUS:
            raise ValueError("not a change")
        if not isinstance(row["path"], str) or not _PATH.fullmatch(row["path"]) or len(row["path"]) > 200:
            raise ValueError("not a path below docs/")
    return number, tuple(sorted(Change(**row) for row in rows))


def comment(changes: Iterable[Change], old_site: str, run: str) -> str:
    """The comment in Markdown; ``old_site`` is the published address or empty, ``run`` the address of the check."""
    lines = [
        MARK,
        "### Xem thử",
        "",
        f"Bản dựng thử nằm ở cuối trang [lượt kiểm tra]({run}#artifacts), tệp **xem-thu**: tải về, giải nén, mở tệp ghi ở cột "
        "“Bản mới”. Kho giữ bản này 14 ngày.",
        "",
    ]
    pages: dict[str, Change] = {}
    for change in sorted(changes):
        if change.address is not None:
            pages.setdefault(change.address, change)
    others = [change for change in sorted(changes) if change.address is None]
    if pages:
        lines += ["| Trang | Thay đổi | Bản đang đăng | Bản mới |", "|---|---|---|---|"]
        for address, change in sorted(pages.items()):
            old = f"[mở]({old_site.rstrip('/')}/{address})" if old_site and change.status != "A" else "–"
            new = "–" if change.status == "D" else f"`{address}index.html`"
            lines.append(f"| `{change.path}` | {_STATUS[change.status]} | {old} | {new} |")
    else:
        lines.append("Không trang nào của cẩm nang thay đổi.")
    if others:
        lines += [
            "",
            "Tệp khác: " + ", ".join(f"`{change.path}` ({_STATUS[change.status]})" for change in others) + ".",
        ]
    return "\n".join(lines) + "\n"
