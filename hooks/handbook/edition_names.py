"""File names of the downloads; addresses that are printed and must not change."""

from __future__ import annotations

from handbook.sections import DEFAULT_LANGUAGE, LANGUAGES

_STEM = "cam-nang-chuyen-doi-so"


def book_name(language: str) -> str:
    """The whole book: ``cam-nang-chuyen-doi-so.pdf``, ``cam-nang-chuyen-doi-so.en.pdf``."""
    return _in_language(language, "pdf")


def epub_name(language: str) -> str:
    """The book for phones and e-readers: ``cam-nang-chuyen-doi-so.epub``, ``….en.epub``."""
    return _in_language(language, "epub")


def zip_name() -> str:
    """The site to read from a folder or a USB stick, all languages."""
    return f"{_STEM}-ngoai-tuyen.zip"


def zim_name() -> str:
    """The site for Kiwix and its hotspots, all languages."""
    return f"{_STEM}.zim"


def site_folder() -> str:
    """The one folder inside the zip of the site."""
    return _STEM


def _in_language(language: str, extension: str) -> str:
    suffix = "" if language == DEFAULT_LANGUAGE else f".{language}"
    return f"{_STEM}{suffix}.{extension}"


BOOKS = tuple(book_name(language) for language in LANGUAGES)
EPUBS = tuple(epub_name(language) for language in LANGUAGES)
