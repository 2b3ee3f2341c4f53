"""The page "Tải về": what can be downloaded, its size, date and fingerprint."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape, unescape
from itertools import groupby
from pathlib import Path

from handbook.book.editions.published import Edition
from handbook.book.file_names import BOOKS, EPUBS, printers_name, zim_name, zip_name
from handbook.book.pdf_facts import page_count
from handbook.book.press.printers_file import spine_mm
from handbook.labels import LABELS, show_date, show_size
from handbook.packs import PackFile
from handbook.quiz import ANKI_NAME
from handbook.sections import DEFAULT_LANGUAGE, LANGUAGES
from handbook.site.web_app.saved_copy import saving_html
from handbook.site.words import DOWNLOADS

_FILE = re.compile(
    r'<li class="tep"(?: hidden)? data-tep="(?P<name>[^"]+)" data-ten="(?P<title>[^"]*)">.*?</li>', re.DOTALL
)
_PRINTS = re.compile(r'(<section class="ban-in">).*?(</section>)', re.DOTALL)


@dataclass(frozen=True)
class FileFacts:
    """A file that can be downloaded: its size in bytes, SHA-256 in hex, and pages if it is a PDF."""

    size: int
    digest: str
    pages: int | None = None


def downloads_text(language: str) -> str:
    """The Markdown of the page; :func:`fill_in` gives the facts when the files exist."""
    label, words = LABELS[language], DOWNLOADS[language]
    books = [(name, label[f"book_{edition}"]) for name, edition in zip(BOOKS, LANGUAGES, strict=False)]
    offline = [
        *((name, words[f"epub_{edition}"]) for name, edition in zip(EPUBS, LANGUAGES, strict=False)),
        (zip_name(), words["zip"]),
        (zim_name(), words["zim"]),
    ]
    return "\n".join(
        [
            saving_html(language),
            "",
            f"## {label['books']}",
            "",
            label["book_intro"],
            "",
            _list(books, label["not_built"]),
            "",
            '<section class="ban-in"></section>',
            "",
            f"## {words['offline']}",
            "",
            words["offline_intro"],
            "",
            _list(offline, label["not_built"]),
            "",
            words["check"],
            "",
            f"## {label['data_files']}",
            "",
            label["data_intro"],
            "",
        ]
    )


def _list(files: Iterable[tuple[str, str]], missing: str) -> str:
    items = (
        f'<li class="tep" data-tep="{name}" data-ten="{escape(title)}">{escape(title)}: {missing}</li>'
        for name, title in files
    )
    return "<ul>\n" + "\n".join(items) + "\n</ul>"


def _prints(editions: Iterable[Edition | PackFile], language: str) -> str:
    """The editions beside the whole book: those to print, then parts and chapters in boxes that open."""
    words, missing = DOWNLOADS[language], LABELS[language]["not_built"]
    groups = {
        group: [edition for edition in editions if edition.group == group]
        for group in ("print", "pack", "card", "sheet", "part", "chapter", "large")
    }
    html = ""
    if groups["print"]:
        html += f"<h3>{words['print']}</h3>\n" + _list(_pairs(groups["print"]), missing)
    for group in ("pack", "card", "sheet", "part", "chapter", "large"):
        if groups[group]:
            lists = [
                (of, _list(_pairs(some), missing))
                for of, some in groupby(groups[group], key=lambda edition: edition.of)
            ]
            inner = "\n".join((f"<p><strong>{escape(of)}</strong></p>\n" if of else "") + text for of, text in lists)
            html += f"<details><summary>{words[group]} ({len(groups[group])} {words['files']})</summary>\n{inner}\n</details>"
    return html


def _pairs(editions: Iterable[Edition | PackFile]) -> Iterable[tuple[str, str]]:
    return ((edition.name, edition.title) for edition in editions)


def _spine(name: str, facts: FileFacts, language: str) -> str:
    """How wide the spine of the printing house's file is; nothing for other files."""
    if name != printers_name(language) or not facts.pages:
        return ""
    return DOWNLOADS[language]["spine"].format(width=round(spine_mm(facts.pages))) + " "


def files_in(folder: Path) -> dict[str, FileFacts]:
    """Facts of the downloads that exist in ``folder``, by name below it."""
    others = [folder / name for name in (*EPUBS, zip_name(), zim_name(), ANKI_NAME)]
    found = {}
    for path in (*others, *sorted(folder.glob("bo-in/*.csv")), *sorted(folder.rglob("*.pdf"))):
        if path.is_file():
            content = path.read_bytes()
            pages = page_count(content) if path.suffix == ".pdf" else None
            found[path.relative_to(folder).as_posix()] = FileFacts(
                len(content), hashlib.sha256(content).hexdigest(), pages
            )
    return found


def fill_in(
    html: str,
    files: Mapping[str, FileFacts],
    language: str,
    as_of: dt.date,
    online: str = "",
    editions: Iterable[Edition | PackFile] = (),
    is_copy: bool = False,
) -> str:
    """``html`` of the built page with a link to each of ``files`` and its facts; may be filled again.

    ``editions`` are listed beside the whole book; none leaves the list as it
    is.  A file that is not there is said not to be built, or, in a copy that
    does not hold it (``is_copy``), linked to the folder ``online``; without one
    it is not shown.
    """
    if editions:
        html = _PRINTS.sub(lambda match: match[1] + _prints(editions, language) + match[2], html)
    up = "" if language == DEFAULT_LANGUAGE else "../../tai-ve/"
    label, words = LABELS[language], DOWNLOADS[language]

    def shown(match: re.Match[str]) -> str:
        name, title = match["name"], escape(unescape(match["title"]))
        facts = files.get(name)
        if facts:
            pages = f"{facts.pages} {label['pdf_pages']}, " if facts.pages else ""
            text = (
                f'<a href="{up}{name}" download>{title}</a>: {pages}{show_size(facts.size, language)}, '
                f"{words['edition_of']} {show_date(as_of, language)}. {_spine(name, facts, language)}"
                f"<details><summary>{words['fold']}</summary><small>SHA-256: {facts.digest}</small></details>"
            )
        elif online:
            text = f'{title}: <a href="{escape(online)}{name}">{words["online_only"]}</a>'
        else:
            text = title if is_copy else f"{title}: {label['not_built']}"
        hidden = " hidden" if is_copy and not facts and not online else ""
        return f'<li class="tep"{hidden} data-tep="{name}" data-ten="{title}">{text}</li>'

    return _FILE.sub(shown, html)
