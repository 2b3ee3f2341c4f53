"""What texts call a document, and how messages name it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from handbook.law import kinds
from handbook.law.model import Document
from handbook.vietnamese.comparable import normal

_KIND_NAME = re.compile(r"(?P<kind>\D+) (?P<serial>\d+(?:\.\d{1,2})?)")


def names_of(document: Document) -> set[str]:
    """The names in normal text, "Nghị quyết 57" also as "Nghị quyết số 57", "NQ 57", "NQ57"."""
    names = {normal(name) for name in (*document.short_names, document.name) if name}
    for name in list(names):
        match = _KIND_NAME.fullmatch(name)
        if match and match["kind"] in kinds.KINDS:
            words = [word for word, kind in kinds.WORDS.items() if kind == match["kind"]]
            names |= {f"{word} {number}{match['serial']}" for word in words for number in ("", "số ")}
            names |= {f"{word}{match['serial']}" for word in words if word.isupper()}
    return names


def labels_of(documents: Iterable[Document]) -> str:
    return " hoặc ".join(_label(document) for document in documents)


def _label(document: Document) -> str:
    """The label with what tells it from others of its number: the issuer or the year."""
    if document.place:
        return f"{document.label} ({document.issuer})"
    if document.parsed and document.parsed.year is None and document.year:
        return f"{document.label} ({document.year})"
    return document.label
