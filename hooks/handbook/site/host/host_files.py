"""Headers, caching and redirects for common hosts, all from one record.

A page's own ``<meta>`` policy holds on every host; what a ``<meta>`` cannot say
(who may frame a page, what browsers may keep) is said here: a snippet for
nginx, one for Caddy, ``_headers`` and ``_redirects`` for Cloudflare Pages and
Netlify.  Sources: OWASP Secure Headers; developers.cloudflare.com/pages
("Headers", "Redirects"); docs.netlify.com ("Custom headers").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from handbook.site.host.content_security import policy

FOR_EVER = "public, max-age=31536000, immutable"
# Kept, but asked about each time: a changed law must not wait for a cache.
ASK_FIRST = "no-cache"
_HASHED = re.compile(r"\.[0-9a-f]{8,}\.[a-z.0-9]+$")
_META_SOURCES = re.compile(r"(?:script|style)-src [^;\"]*")
_META_HASH = re.compile(r"'sha256-[A-Za-z0-9+/=]+'")
# Cloudflare Pages reads a hundred rules and no more.
_MOST_RULES = 90
# What servers do not know of themselves, or only with a list of the operating system's.
_TYPES = {"webmanifest": "application/manifest+json", "epub": "application/epub+zip", "csv": "text/csv; charset=utf-8"}
# Only names that browsers know: another one is an error in their console.
_FEATURES = ("camera", "microphone", "geolocation", "payment", "usb", "midi", "serial")


@dataclass(frozen=True)
class Hosting:
    """What a host must know: the site's folder on the host (``/``, ``/cam-nang/``), hashes of inline
    scripts and style sheets, addresses that never change, and redirects; addresses start at the host's root."""

    base: str
    hashes: tuple[str, ...]
    kept: tuple[str, ...]
    redirects: tuple[tuple[str, str], ...]
    styles: tuple[str, ...] = ()


def host_files(hosting: Hosting) -> Mapping[str, str]:
    """The files by their path below the site's folder."""
    return {
        "_headers": _pages_headers(hosting),
        "_redirects": _pages_redirects(hosting),
        "may-chu/nginx.conf": _nginx(hosting),
        "may-chu/Caddyfile": _caddy(hosting),
    }


def security_headers(hosting: Hosting) -> Mapping[str, str]:
    """The headers that every answer carries."""
    return {
        "Content-Security-Policy": f"{policy(hosting.hashes, hosting.styles)}; frame-ancestors 'none'",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _FEATURES),
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def hashes_in(pages: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Every hash that the pages' own policies allow, of scripts and of style sheets; a page's head is enough."""
    found: dict[str, set[str]] = {"script": set(), "style": set()}
    for page in pages:
        for sources in _META_SOURCES.findall(page):
            found[sources.partition("-")[0]].update(_META_HASH.findall(sources))
    return tuple(sorted(found["script"])), tuple(sorted(found["style"]))


def kept_addresses(names: Iterable[str], base: str) -> tuple[str, ...]:
    """Which of the site's files never change their content, as few patterns as possible.

    A folder of such files only is one pattern with ``*``; style sheets and
    scripts stand first, should there be more than a host reads.
    """
    folders: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        if name.startswith("assets/") and not name.endswith((".br", ".gz", ".map")):
            folders[str(PurePosixPath(name).parent)].append(name)
    found: list[str] = []
    for folder, files in folders.items():
        hashed = [name for name in files if _HASHED.search(name)]
        has_folders = any(other.startswith(f"{folder}/") for other in folders)
        found += [f"{folder}/*"] if len(hashed) > 1 and hashed == files and not has_folders else hashed
    found.sort(key=lambda name: (not name.endswith((".css", ".js")), name))
    return tuple(f"{base}{name}" for name in found[:_MOST_RULES])


def _pages_headers(hosting: Hosting) -> str:
    """No caching for the rest: these hosts ask first by themselves, and would join two values with a comma."""
    rules = [
        (f"{hosting.base}*", security_headers(hosting)),
        *((path, {"Cache-Control": FOR_EVER}) for path in hosting.kept),
    ]
    return "\n".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items()) for path, headers in rules
    )


def _pages_redirects(hosting: Hosting) -> str:
    return "".join(f"{old} {new} 301\n" for old, new in hosting.redirects)


def _nginx(hosting: Hosting) -> str:
    def headers(caching: str) -> str:
        # A location with headers of its own inherits none.
        every = {**security_headers(hosting), "Cache-Control": caching}
        return "".join(f'    add_header {name} "{value}" always;\n' for name, value in every.items())

    kept = "|".join(re.escape(path).replace(r"\*", "[^/]+").replace(r"\-", "-") for path in hosting.kept)
    redirects = "".join(f"location = {old} {{ return 301 {new}; }}\n" for old, new in hosting.redirects)
    keeping = f'location ~ "^(?:{kept})$" {{\n{headers(FOR_EVER)}}}\n' if kept else ""
    # A `types` block takes the place of every type that the server knows, so it stands with one kind of file.
    types = "".join(
        f'location ~ "\\.{end}$" {{\n    types {{ "{kind}" {end}; }}\n{headers(ASK_FIRST)}}}\n'
        for end, kind in _TYPES.items()
    )
    return (
        "# Trong khối server { … }: include /duong-dan/site/may-chu/nginx.conf;\n"
        "charset utf-8;\n"
        "default_type application/octet-stream;\n"
        "gzip_static on;    # các tệp .gz đã nén sẵn\n"
        "gzip_vary on;\n"
        "# brotli_static on;  # bật khi máy chủ có mô-đun brotli: tải nhẹ hơn gzip khoảng 15%\n"
        f"error_page 404 {hosting.base}404.html;\n"
        f"{redirects}{keeping}{types}"
        f"location {hosting.base} {{\n{headers(ASK_FIRST)}}}\n"
    )


def _caddy(hosting: Hosting) -> str:
    headers = "".join(f'    {name} "{value}"\n' for name, value in security_headers(hosting).items())
    kept = " ".join(hosting.kept)
    caching = (
        f'@giu-mai path {kept}\nheader @giu-mai Cache-Control "{FOR_EVER}"\n'
        f'@hoi-lai not path {kept}\nheader @hoi-lai Cache-Control "{ASK_FIRST}"\n'
        if kept
        else f'header Cache-Control "{ASK_FIRST}"\n'
    )
    types = "".join(f'@{end} path *.{end}\nheader @{end} Content-Type "{kind}"\n' for end, kind in _TYPES.items())
    redirects = "".join(f"redir {old} {new} 301\n" for old, new in hosting.redirects)
    return (
        "# Trong khối của tên miền: import /duong-dan/site/may-chu/Caddyfile\n"
        f"header {{\n{headers}}}\n{caching}"
        f"{types}{redirects}"
        # What a missing file would have been is neither kept nor of that kind.
        "handle_errors {\n"
        f'    header Cache-Control "{ASK_FIRST}"\n    header Content-Type "text/html; charset=utf-8"\n'
        f"    rewrite * {hosting.base}404.html\n    file_server {{\n        precompressed br gzip\n    }}\n}}\n"
        "file_server {\n    precompressed br gzip\n}\n"
    )
