"""File names of the downloads; addresses that are printed and must not change."""

from __future__ import annotations

from handbook.sections import DEFAULT_LANGUAGE


def book_name(language: str) -> str:
    """The whole book: ``cam-nang-chuyen-doi-so.pdf``, ``cam-nang-chuyen-doi-so.en.pdf``."""
    suffix = "" if language == DEFAULT_LANGUAGE else f".{language}"
    return f"cam-nang-chuyen-doi-so{suffix}.pdf"
