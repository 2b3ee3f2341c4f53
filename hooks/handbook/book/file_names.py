"""File names of the downloads; addresses that are printed and must not change."""

from __future__ import annotations

from handbook.sections import DEFAULT_LANGUAGE, LANGUAGES

_STEM = "cam-nang-chuyen-doi-so"


def book_name(language: str) -> str:
    """The whole book: ``cam-nang-chuyen-doi-so.pdf``, ``cam-nang-chuyen-doi-so.en.pdf``."""
    return _in_language(language, "pdf")


def large_print_name(key: str, language: str) -> str:
    """One chapter in large type: ``ky-nang/vneid-chu-to.pdf``."""
    return f"{key}-chu-to{_suffix(language)}.pdf"


def ink_saving_name(language: str) -> str:
    """The whole book in black and white."""
    return _in_language(language, "pdf", "-tiet-kiem-muc")


def printers_name(language: str) -> str:
    """The whole book for a printing house."""
    return _in_language(language, "pdf", "-nha-in")


def booklet_name(language: str) -> str:
    """The whole book, two pages to a side of A4, to fold and staple."""
    return _in_language(language, "pdf", "-in-gap-doi")


def cards_name(language: str) -> str:
    """The task cards: ``the-viec.pdf``."""
    return f"the-viec{_suffix(language)}.pdf"


def pocket_name(language: str) -> str:
    """The pocket edition: ``bo-tui.pdf``."""
    return f"bo-tui{_suffix(language)}.pdf"


def pocket_folded_name(language: str) -> str:
    """The pocket edition, two pages to a side of A4."""
    return f"bo-tui-gap-doi{_suffix(language)}.pdf"


def pocket_large_name(language: str) -> str:
    """The pocket edition in large type."""
    return f"bo-tui-chu-to{_suffix(language)}.pdf"


def part_name(key: str, language: str) -> str:
    """One part by the key of its page: ``ky-nang/index`` is in ``ky-nang.pdf``."""
    return f"{key.removesuffix('/index')}{_suffix(language)}.pdf"


def chapter_name(key: str, language: str) -> str:
    """One chapter, in a folder as its page: ``ky-nang/vneid.pdf``."""
    return f"{key}{_suffix(language)}.pdf"


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


def _in_language(language: str, extension: str, kind: str = "") -> str:
    return f"{_STEM}{kind}{_suffix(language)}.{extension}"


def _suffix(language: str) -> str:
    return "" if language == DEFAULT_LANGUAGE else f".{language}"


def team_prints(language: str = DEFAULT_LANGUAGE) -> tuple[str, ...]:
    """What a team prints, and finds in the copies that it carries beside the packs of its lessons: pocket edition,
    cards, training part, the book, flat and folded.
    """
    return (
        pocket_name(language),
        pocket_folded_name(language),
        cards_name(language),
        part_name("tap-huan/index", language),
        book_name(language),
        booklet_name(language),
    )


BOOKS = tuple(book_name(language) for language in LANGUAGES)
EPUBS = tuple(epub_name(language) for language in LANGUAGES)
