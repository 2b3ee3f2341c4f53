"""The whole handbook in one language as a list of files, for saving it in a browser.

Each file has a hash, so that a download that broke goes on where it stopped, an
update fetches only what changed, and nothing else than the handbook is kept.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from types import MappingProxyType

from handbook.book.file_names import book_name
from handbook.cache.processes import in_parallel
from handbook.labels import show_size
from handbook.sections import DEFAULT_LANGUAGE, LANGUAGES
from handbook.site.host.file_list import names_below
from handbook.site.words import SAVED_COPY

# 64 bits tell any two files of a site apart.
_HASH_DIGITS = 16
NOTHING: Mapping[str, int] = MappingProxyType({})
# A reader is told how much it is, roughly: half the work of the level that servers use, and three per cent more.
_LEVEL = 4
_NOT_READ = (".pdf", ".apkg", ".epub", ".zip", ".zim", ".map", ".br", ".gz", ".typ", ".xml", ".txt", ".webmanifest")
_NOT_KEPT = (
    "schema/",
    "tai-ve/to/",
    "tai-ve/the/",
    "ngoai-tuyen/",
    "may-chu/",
    "assets/chia-se/",
    "assets/saved-copy/bieu-tuong",
    "assets/javascripts/lunr/",
    "_headers",
    "_redirects",
    "404.html",
    "sw.js",
)
_LEADS_ON = b'http-equiv="refresh"'
_SIZE = re.compile(r'(<b data-luu-co="(?P<which>\w+)">)[^<]*(</b>)')


@dataclass(frozen=True)
class SavedFile:
    """A file as the browser asks for it: its address below the site's folder, hash, size in bytes, and
    what travels when the host compresses."""

    address: str
    digest: str
    size: int
    wire: int


@dataclass(frozen=True)
class SavedCopy:
    """Everything to save in one language; ``book`` only if the reader wants it."""

    language: str
    as_of: dt.date
    files: tuple[SavedFile, ...]
    book: SavedFile | None

    @property
    def id(self) -> str:
        """Another one as soon as any file is another."""
        facts = "\n".join(
            f"{file.address} {file.digest}" for file in (*self.files, *([self.book] if self.book else []))
        )
        return hashlib.sha256(facts.encode()).hexdigest()[:_HASH_DIGITS]


def list_files(site: Path, language: str, as_of: dt.date, known: Mapping[str, int] = NOTHING) -> SavedCopy:
    """What makes up the handbook in ``language`` in the finished ``site``.

    ``known`` are ``wire_sizes`` of an earlier copy: what did not change is not compressed again.
    """
    book = site / "tai-ve" / book_name(language)
    return SavedCopy(
        language,
        as_of,
        tuple(_files(site, language, known)),
        _saved(book, f"tai-ve/{book.name}") if book.is_file() else None,
    )


def wire_sizes(copy: SavedCopy) -> Mapping[str, int]:
    """Compressed size in bytes by hash."""
    return {file.digest: file.wire for file in copy.files}


def measured_again(copy: SavedCopy, site: Path, address: str) -> SavedCopy:
    """``copy`` after one of its files was written anew."""
    files = (
        _saved(site / file.address / "index.html", address) if file.address == address else file for file in copy.files
    )
    return replace(copy, files=tuple(file for file in files if file))


def as_json(copy: SavedCopy) -> Mapping[str, str]:
    """The list, and a small file that only tells whether there is another list, by name below the site's folder."""
    facts = {"id": copy.id, "asOf": copy.as_of.isoformat()}
    whole = {
        **facts,
        "language": copy.language,
        "book": _row(copy.book) if copy.book else None,
        "files": [_row(file) for file in copy.files],
    }
    return {
        f"ngoai-tuyen/{copy.language}.id.json": json.dumps(facts) + "\n",
        f"ngoai-tuyen/{copy.language}.json": json.dumps(whole, separators=(",", ":")) + "\n",
    }


def saving_html(language: str) -> str:
    """The part of "Tải về" from which the copy is saved; hidden until its script runs."""
    words = SAVED_COPY[language]
    spoken = escape(
        json.dumps(
            {
                name: words[name]
                for name in [
                    "start",
                    "update",
                    "go_on",
                    "stop",
                    "begins",
                    "count",
                    "finished",
                    "saved",
                    "stale",
                    "partial",
                    "stopped",
                    "lost",
                    "changed",
                    "full",
                    "no_room",
                    "removed",
                ]
            },
            ensure_ascii=False,
        )
    )
    # The script sizes of `fill_sizes` stand in <b>.
    return (
        f'<section class="luu-may" id="luu-vao-may" aria-labelledby="luu-vao-may-ten" data-luu-may="{language}" data-chu="{spoken}" hidden>\n'
        f'<h2 id="luu-vao-may-ten">{words["title"]}</h2>\n'
        f'<p>{words["lead"]} {words["wire"]} <b data-luu-co="wire">…</b>{"," if language == "vi" else ""} {words["room"]} '
        f'<b data-luu-co="room">…</b> {words["of_device"]}</p>\n'
        f'<p><label><input type="checkbox"> <span>{words["book"]} (<b data-luu-co="book">…</b>)</span></label></p>\n'
        f'<div class="luu-may-nut"><button type="button" class="md-button md-button--primary" data-luu>{words["start"]}</button>'
        f'<button type="button" class="md-button" data-xoa hidden>{words["remove"]}</button></div>\n'
        f'<progress aria-label="{words["progress"]}" hidden></progress>\n<p class="luu-may-dem" data-dem></p>\n'
        f'<output role="status"></output>\n</section>'
    )


def fill_sizes(html: str, copy: SavedCopy) -> str:
    """``html`` of the built page with the sizes of ``copy``; may be filled again."""
    sizes = {
        "wire": sum(file.wire for file in copy.files),
        "room": sum(file.size for file in copy.files),
        "book": copy.book.size if copy.book else 0,
    }
    return _SIZE.sub(lambda found: f"{found[1]}{show_size(sizes[found['which']], copy.language)}{found[3]}", html)


def _files(site: Path, language: str, known: Mapping[str, int]) -> Iterator[SavedFile]:
    others = tuple(f"{other}/" for other in LANGUAGES if other not in (language, DEFAULT_LANGUAGE))
    wanted: list[tuple[Path, str]] = []
    for name in names_below(site):
        if name.endswith(_NOT_READ) or name.startswith((*_NOT_KEPT, *others)) or name.endswith("pages.json"):
            continue
        # Tables, pictures and scripts lie at the root for every language; pages and the index do not.
        if name.endswith(".html") and language != DEFAULT_LANGUAGE and not name.startswith(f"{language}/"):
            continue
        if name.startswith("search/") and not re.match(rf"search/{language}[.-]", name):
            continue
        wanted.append((site / name, re.sub(r"(^|/)index\.html$", r"\1", name)))
    return (file for file in in_parallel(lambda one: _saved(*one, known), wanted) if file)


def _saved(path: Path, address: str, known: Mapping[str, int] = NOTHING) -> SavedFile | None:
    content = path.read_bytes()
    if _LEADS_ON in content[:2000]:
        return None
    digest = hashlib.sha256(content).hexdigest()[:_HASH_DIGITS]
    is_packed = path.suffix in (".pdf", ".png", ".jpg", ".webp", ".avif", ".xlsx")
    wire = known.get(digest) or len(content if is_packed else zlib.compress(content, _LEVEL))
    return SavedFile(address, digest, len(content), min(wire, len(content)))


def _row(file: SavedFile) -> list[object]:
    return [file.address, file.digest, file.size]
