"""The record of one citation."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.law.model import Document


@dataclass(frozen=True)
class Citation:
    """A citation at ``start``–``end`` of the text, or something that looks like one.

    ``document`` is ``None`` when the register has no such document; then
    ``suggestion`` says what may be meant, if anything is near.  With a document,
    ``suggestion`` is its number when the text writes it without its marks.
    ``article`` is the place in the document as the text has it ("khoản 2 Điều 8").
    ``is_local`` tells an unknown document of a province or commune.
    """

    start: int
    end: int
    text: str
    document: Document | None
    article: str = ""
    suggestion: str = ""
    is_local: bool = False
