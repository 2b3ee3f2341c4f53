"""The site as a ZIM file for Kiwix (wiki.openzim.org/wiki/ZIM_file_format)."""

from __future__ import annotations

import datetime as dt
import hashlib
import mimetypes
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from libzim.writer import Compression, Creator, Hint, Item, StringProvider

from handbook.offline.pictures import icon_png
from handbook.offline.sitefiles import HOME, read_site
from handbook.problem import Problem

# ISO 639-3, as the metadata "Language" and the indexer want it.
_LANGUAGES = {"vi": "vie", "en": "eng"}
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_UUID = slice(8, 24)  # ZIM file format, header
_CHECKSUM = 16


@dataclass(frozen=True)
class ZimFacts:
    """What Kiwix shows of the file; ``languages`` with the main one first, ``icon`` an SVG."""

    name: str
    title: str
    description: str
    creator: str
    languages: tuple[str, ...]
    date: dt.date
    source: str
    icon: str


def write_zim(site: Path, target: Path, facts: ZimFacts) -> tuple[Problem, ...]:
    """Write the ZIM of a site built with ``use_directory_urls: false``; what would not work offline."""
    files, problems = read_site(site)
    target.unlink(missing_ok=True)
    main = _LANGUAGES[facts.languages[0]]
    # One worker: the order of clusters, and so the bytes, must not depend on luck.
    creator = Creator(target).config_indexing(True, main).config_nbworkers(1)
    creator.config_compression(Compression.zstd).set_mainpath(HOME)
    with creator:
        for name, value in _metadata(facts).items():
            creator.add_metadata(name, value)
        creator.add_illustration(48, icon_png(facts.icon))
        for name, content in files.items():
            if content:  # zimcheck: no empty entries
                creator.add_item(_Page(name, content))
    _settle(target)
    return problems


def _metadata(facts: ZimFacts) -> Mapping[str, str | dt.date]:
    """The metadata that wiki.openzim.org/wiki/Metadata asks for."""
    return {
        "Name": facts.name, "Title": facts.title, "Description": facts.description, "Creator": facts.creator,
        "Publisher": facts.creator, "Date": facts.date, "Source": facts.source, "License": "CC BY 4.0",
        "Language": ",".join(_LANGUAGES[language] for language in facts.languages),
        "Tags": "_ftindex:yes;_pictures:yes;_videos:no;_details:yes",
    }


class _Page(Item):
    """One file of the site; only pages are found by title and text."""

    def __init__(self, name: str, content: bytes) -> None:
        super().__init__()
        self._name, self._content = name, content
        self._is_page = name.endswith(".html")

    def get_path(self) -> str:
        return self._name

    def get_title(self) -> str:
        title = _TITLE.search(self._content.decode("utf-8", "replace")) if self._is_page else None
        return unescape(title[1]).strip() if title else ""

    def get_mimetype(self) -> str:
        return _TYPES.get(Path(self._name).suffix) or mimetypes.guess_type(self._name)[0] or "application/octet-stream"

    def get_contentprovider(self) -> StringProvider:
        return StringProvider(self._content)

    def get_hints(self) -> dict[Hint, int]:
        return {Hint.FRONT_ARTICLE: self._is_page}


# The types that matter are named here: ``mimetypes`` reads them from the machine it runs on.
_TYPES = {
    ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
    ".svg": "image/svg+xml", ".png": "image/png", ".csv": "text/csv", ".pdf": "application/pdf", ".txt": "text/plain",
    ".epub": "application/epub+zip", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def _settle(target: Path) -> None:
    """Derive the file's random identifier from its content, and its checksum anew."""
    content = bytearray(target.read_bytes())
    content[_UUID] = bytes(16)
    digest = hashlib.sha256(content[:-_CHECKSUM]).hexdigest()
    content[_UUID] = uuid.uuid5(uuid.NAMESPACE_OID, digest).bytes
    content[-_CHECKSUM:] = hashlib.md5(content[:-_CHECKSUM], usedforsecurity=False).digest()
    target.write_bytes(content)
