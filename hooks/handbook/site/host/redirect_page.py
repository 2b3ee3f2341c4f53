"""The page at an address that has moved: it leads on, on any host and from a folder too.

A static site cannot answer 301, so the page says so itself (HTML, "refresh") and
names the new address as the canonical one; hosts that can redirect are told by
:mod:`handbook.site.host.host_files`.
"""

from __future__ import annotations

from html import escape

from handbook.site.host.content_security import with_policy
from handbook.site.words import MOVED


def moved_page(target: str, canonical: str, title: str, language: str) -> str:
    """The page that leads to ``target``, an address relative to it; ``canonical`` is absolute or ``""``."""
    heading, lead = MOVED[language]
    link = f'<link rel="canonical" href="{escape(canonical)}">' if canonical else ""
    html = (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{heading}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">'
        f'<meta name="robots" content="noindex">{link}<meta http-equiv="refresh" content="0; url={escape(target)}"></head>'
        f'<body><main><h1>{heading}</h1><p>{lead} <a href="{escape(target)}">{escape(title)}</a></p></main></body></html>\n'
    )
    return with_policy(html, ())[0]
