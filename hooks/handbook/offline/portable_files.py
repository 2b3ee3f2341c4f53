"""The built site as files to carry away: what a server or a search engine needs is left behind."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterable
from html import escape
from pathlib import Path

from handbook.labels import show_date
from handbook.offline.words import WORDS
from handbook.problem import Problem
from handbook.sections import DEFAULT_LANGUAGE, LANGUAGES

HOME = "index.html"
HOMES = {"" if language == DEFAULT_LANGUAGE else language: language for language in LANGUAGES}
AGE_SCRIPT = "assets/tuoi-ban.js"
# Typst templates lie in the theme's folder; the others are for servers and editors' programs.
_LEFT_BEHIND = (".map", ".gz", ".br", ".typ", "sitemap.xml", "pages.json", "404.html")
_CANONICAL = re.compile(rb'(<link rel="canonical" href="[^"]*?)(?:(/)index)?(?:\.html)?(")')
_REQUEST = re.compile(
    rb'<(?:script|img|iframe|embed|source|video|audio)\b[^>]*\ssrc="?(?P<src>(?:https?:)?//[^"\s>]+)'
    rb'|<link\b(?=[^>]*rel="?(?:stylesheet|preconnect|preload|icon|modulepreload))[^>]*'
    rb'href="?(?P<href>(?:https?:)?//[^"\s>]+)'
)


def read_site(site: Path, as_of: dt.date | None = None) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The files of a site built with plain ``.html`` addresses, sorted by path below ``site``.

    A page's canonical address is the online one, which ends in a slash.  A
    page that would ask the network for something is a problem.  The home pages
    say by the device's clock that the copy, of the day ``as_of``, is over a year old.
    """
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in sorted(site.rglob("*"), key=lambda file: file.relative_to(site).as_posix()):
        name = path.relative_to(site).as_posix()
        if not path.is_file() or name.endswith(_LEFT_BEHIND) or name.startswith("schema/"):
            continue
        content = path.read_bytes()
        if name.endswith(".html"):
            content = _CANONICAL.sub(_online, content, count=1)
            problems += (
                Problem(
                    f"site/{name}",
                    0,
                    f"Trang gọi “{(found['src'] or found['href']).decode()}” từ mạng nên "
                    "không đọc trọn khi không có mạng.",
                    "Đặt tệp ấy vào overrides/assets/.",
                    "ngoai-tuyen-mang",
                )
                for found in _REQUEST.finditer(content)
            )
            folder = name.removesuffix(HOME)
            if as_of and name.endswith(HOME) and folder.rstrip("/") in HOMES:
                up = "../" if folder else ""
                tag = age_tag(HOMES[folder.rstrip("/")], as_of, f"{up}{AGE_SCRIPT}")
                content = content.replace(b"</body>", tag.encode() + b"</body>")
        files[name] = content
    if as_of:
        files[AGE_SCRIPT] = Path(__file__).with_name("copy_age.js").read_bytes()
    return files, tuple(problems)


def carry(names: Iterable[str], source: Path, target: Path) -> None:
    """Copy those of the files ``names`` that are in ``source``."""
    for name in names:
        if (source / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / name, target / name)


def _online(match: re.Match[bytes]) -> bytes:
    return match[1] + (b"" if match[1].endswith(b"/") else b"/") + match[3]


def age_tag(language: str, as_of: dt.date, script: str) -> str:
    """The element that runs :data:`AGE_SCRIPT`; what it is to say stands in its attributes, as the pages' policy wants."""
    text = WORDS[language]["old"].format(as_of=show_date(as_of, language))
    return f'<script src="{script}" data-den="{as_of}" data-loi="{escape(text)}"></script>'
