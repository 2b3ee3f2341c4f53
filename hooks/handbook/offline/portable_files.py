"""The built site as files to carry away: what a server or a search engine needs is left behind."""

from __future__ import annotations

import re
from pathlib import Path

from handbook.problem import Problem

HOME = "index.html"
# Typst templates lie in the theme's folder; the others are for servers and editors' programs.
_LEFT_BEHIND = (".map", ".gz", ".br", ".typ", "sitemap.xml", "pages.json", "404.html")
_CANONICAL = re.compile(rb'(<link rel="canonical" href="[^"]*?)(?:(/)index)?(?:\.html)?(")')
_REQUEST = re.compile(
    rb'<(?:script|img|iframe|embed|source|video|audio)\b[^>]*\ssrc="?(?P<src>(?:https?:)?//[^"\s>]+)'
    rb'|<link\b(?=[^>]*rel="?(?:stylesheet|preconnect|preload|icon|modulepreload))[^>]*'
    rb'href="?(?P<href>(?:https?:)?//[^"\s>]+)'
)


def read_site(site: Path) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The files of a site built with plain ``.html`` addresses, sorted by path below ``site``.

    A page's canonical address is the online one, which ends in a slash.  A
    page that would ask the network for something is a problem.
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
        files[name] = content
    return files, tuple(problems)


def _online(match: re.Match[bytes]) -> bytes:
    return match[1] + (b"" if match[1].endswith(b"/") else b"/") + match[3]
