"""White space that templates leave in a page and no browser draws."""

from __future__ import annotations

import re

_AS_IT_IS = re.compile(r"(<(?:pre|textarea|script)\b.*?</(?:pre|textarea|script)>)", re.DOTALL)
# Spaces at the beginning and at the end of a line are never drawn (CSS Text Level 3, "white space processing").
_BLOCK = r"</?(?:article|aside|body|d[dlt]|details|div|footer|form|h[1-6]|head|header|li|link|main|meta|nav|ol|p|section|summary|table|tbody|t[dhr]|thead|title|ul)\b"
_BLOCK_TAG = re.compile(_BLOCK)
_BEFORE_BLOCK = re.compile(rf"\n\s*+(?={_BLOCK})")
_LINE_END = re.compile(r"\n\s*+")


def without_indents(html: str) -> str:
    """``html`` without blank lines, the indents of templates and line ends beside blocks; preformatted text stays as it is."""
    parts = _AS_IT_IS.split(html)
    parts[::2] = map(_joined_lines, parts[::2])
    return "".join(parts).lstrip()


def _joined_lines(html: str) -> str:
    # Most line ends are gone after this, which is quick: the pattern begins with a fixed character.
    html = _BEFORE_BLOCK.sub("", html)
    parts, end = [], 0
    for gap in _LINE_END.finditer(html):
        tag = html.rfind("<", 0, gap.start())
        is_behind_block = tag >= 0 and html.find(">", tag) == gap.start() - 1 and _BLOCK_TAG.match(html, tag)
        parts.append(html[end : gap.start()] if is_behind_block else html[end : gap.start() + 1])
        end = gap.end()
    return "".join((*parts, html[end:]))
