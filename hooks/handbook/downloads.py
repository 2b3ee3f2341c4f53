"""The page "Tải về": what can be downloaded, its size and its fingerprint."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from handbook.edition_names import book_name
from handbook.labels import LABELS
from handbook.sections import DEFAULT_LANGUAGE, LANGUAGES

_FACTS = re.compile(r'(<span class="tep" data-tep="(?P<name>[^"]+)">)[^<]*(</span>)')


def downloads_text(language: str) -> str:
    """The Markdown of the page; sizes are filled in when the files exist."""
    label = LABELS[language]
    up = "" if language == DEFAULT_LANGUAGE else "../../tai-ve/"
    lines = [f"## {label['books']}", "", label["book_intro"], ""]
    for edition in LANGUAGES:
        name = book_name(edition)
        lines.append(f'- <a href="{up}{name}" download>{label[f"book_{edition}"]}</a> '
                     f'<span class="tep" data-tep="{name}">{label["not_built"]}</span>')
    return "\n".join([*lines, "", f"## {label['data_files']}", "", label["data_intro"], ""])


def fill_in(html: str, files: Mapping[str, tuple[bytes, int]], language: str) -> str:
    """``html`` of the built page with pages, size and SHA-256 of each file.

    ``files`` gives content and number of pages by name; others stay as they are.
    """
    label = LABELS[language]

    def facts(match: re.Match[str]) -> str:
        if match["name"] not in files:
            return match.group()
        content, pages = files[match["name"]]
        size = f"{len(content) / 1_000_000:.1f}"
        size = size if language == "en" else size.replace(".", ",")
        digest = hashlib.sha256(content).hexdigest()
        return f'{match[1]}{pages} {label["pdf_pages"]}, {size} MB. SHA-256: {digest}{match[3]}'

    return _FACTS.sub(facts, html)
