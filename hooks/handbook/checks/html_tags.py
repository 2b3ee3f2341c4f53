"""The start tags of HTML, as a browser reads them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

# Never, not even in what the handbook makes of an article.
DANGEROUS = frozenset(
    ["script", "iframe", "frame", "frameset", "object", "embed", "applet", "style", "base", "meta", "link", "portal"]
)
ADDRESSES = frozenset(
    ["href", "src", "action", "formaction", "data", "poster", "cite", "background", "srcset", "xlink:href"]
)
_ADDRESS_NAMES = "|".join(sorted(ADDRESSES))
# Nearly every page is made of such tags only, which cannot be read in two ways and do no harm; one look tells it.
HARMLESS = re.compile(
    r"[^<]*+(?:<(?:/?"
    rf"(?!(?i:{'|'.join(sorted(DANGEROUS))})(?![\w-]))[A-Za-z][A-Za-z0-9-]*+"
    rf"(?:\s++(?:(?i:{_ADDRESS_NAMES})=\"(?:(?:https?|mailto|tel|sms):[^\"<>]*+|[^\":&<>\x00-\x1f]*+)\""
    rf"|(?!(?i:on|srcdoc|(?:{_ADDRESS_NAMES})(?![\w:.@-])))[A-Za-z_:@][\w:.@-]*+(?:=\"[^\"<>]*+\")?))*+\s*+/?"
    r"|!--(?:[^<>-]|-(?!-))*+--)>[^<]*+)*+"
)
# How browsers end a comment and Python does not (HTML, "abrupt-closing-of-empty-comment", "incorrectly-closed-comment").
_ODD_COMMENTS = ((re.compile(r"<!---?>"), "<!---->"), (re.compile(r"--!>"), "-->"))
# For browsers a comment up to the next ">" (HTML, "incorrectly-opened-comment"); Python asserts that it is a marked section.
_BOGUS = re.compile(r"<!(?!--|doctype)[^>]*>?", re.IGNORECASE)


class StartTags(HTMLParser):
    """Start tags with their line, counted from 1."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[int, str, list[tuple[str, str | None]]]] = []

    def feed(self, data: str) -> None:
        data = _BOGUS.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), data) if "<!" in data else data
        for pattern, plain in _ODD_COMMENTS if "<!--" in data else ():
            data = pattern.sub(plain, data)
        super().feed(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((self.getpos()[0], tag, attrs))
