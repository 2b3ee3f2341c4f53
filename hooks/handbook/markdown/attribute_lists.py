"""Attribute lists (``{#muc .lop title="…"}``) that can hold nothing but harmless names; other words in braces stay words.

Python-Markdown's ``attr_list`` takes whatever stands in braces behind a heading or a link for attributes: "Mục {các bạn}" loses
its words, and ``{: onclick="…"}`` becomes a handler.  Here a list is one only if every item of it is a class, an anchor or one of
few attributes with a quoted value.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListTreeprocessor

#: Attributes that a list may set, beside ``#anchor`` and ``.class``.
NAMES = ("title", "lang", "width", "height", "start", "rowspan", "colspan", "scope", "abbr", "target", "rel")
_ITEM = (
    r"(?:\#(?!__)[\w-]+|\.[\w-]+|(?:%s)=(?:\"[^\"{}\n]*\"|'[^'{}\n]*'|[\w-]+))" % "|".join(NAMES)  # noqa: UP031 (braces)
)
#: A whole list with its braces; ``list`` is what stands between them.
LIST = rf"\{{:?[ ]*+(?P<list>{_ITEM}(?:[ ]++{_ITEM})*+)[ ]*+\}}"
IS_LIST = re.compile(LIST)


class _OnlyHarmless(AttrListTreeprocessor):
    BASE_RE = LIST
    HEADER_RE = re.compile(rf"[ ]+{LIST}[ ]*$")
    BLOCK_RE = re.compile(rf"\n[ ]*{LIST}[ ]*$")
    INLINE_RE = re.compile(rf"^{LIST}")


class AttributeLists(Extension):
    """Takes the place of the processor that ``attr_list`` has registered, so it must come after it."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (library's name)
        md.treeprocessors.register(_OnlyHarmless(md), "attr_list", 8)
