"""The HTML of a citation: a link to the register and the status in words."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable
from html import escape

from handbook.law.citation import Citation
from handbook.law.matcher import CitationMatcher
from handbook.law.model import Document, Register, Status
from handbook.law.words import hint_text, mark_text

UrlFor = Callable[[str], str]


def citation_elements(
    document: Document,
    citation: Citation,
    text: str,
    register: Register,
    url_for: UrlFor,
    language: str,
    *,
    historical: bool = False,
) -> list[etree.Element]:
    """The link around ``text`` to ``document``, which ``citation`` means, and after it the status of what is not in force."""
    status = register.state(document).status
    is_gone = not status.is_stale and register.repealed_part(document, citation.article) is not None
    link = etree.Element(
        "a",
        {
            "class": "van-ban",
            "href": url_for(document.slug),
            "data-status": (Status.REPEALED if is_gone else status).value,
            "data-goi-y": hint_text(document, register, language),
        },
    )
    link.text = text
    mark = mark_text(status, language, historical=historical, part_is_gone=is_gone)
    if not mark:
        return [link]
    link.tail = " "
    span = etree.Element("span", {"class": "van-ban-tt"})
    span.text = f"({mark})"
    return [link, span]


def link_text(text: str, matcher: CitationMatcher, url_for: UrlFor, language: str) -> str:
    """Plain text as HTML with its citations linked, for what is not written in Markdown."""
    parts, done = [], 0
    for citation in matcher.find(text):
        if citation.document:
            parts.append(escape(text[done : citation.start]))
            parts += [
                etree.tostring(element, encoding="unicode", method="html")
                for element in citation_elements(
                    citation.document, citation, citation.text, matcher.register, url_for, language
                )
            ]
            done = citation.end
    return "".join(parts) + escape(text[done:])
