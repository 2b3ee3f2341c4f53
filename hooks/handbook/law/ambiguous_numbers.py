"""Which of several documents with one number or name a text means."""

from __future__ import annotations

import re

from handbook.law import numbers
from handbook.law.model import Document
from handbook.vietnamese.text import fold


def only_one(documents: list[Document]) -> tuple[Document, str] | None:
    return (documents[0], "") if len(documents) == 1 else None


def of_place(documents: list[Document], around: str) -> list[Document]:
    """Those whose province or commune, if they are local, is named in the text around."""
    folded = fold(around)
    return [document for document in documents if not document.place or fold(document.place) in folded]


def of_date(documents: list[Document], number: numbers.Number, dated: re.Match[str] | None) -> list[Document]:
    """Those of the year that follows the number, where the number itself has none."""
    if number.year or dated is None:
        return documents
    year = int(dated["day"] or dated["bracket"] or dated["loose"])
    fitting = [document for document in documents if document.year in (year, None)]
    # "… năm 2026" may also tell when something happened: it only chooses among several.
    return fitting if fitting or not dated["loose"] else documents
