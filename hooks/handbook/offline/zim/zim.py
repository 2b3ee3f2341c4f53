"""The site as a ZIM file for Kiwix (wiki.openzim.org/wiki/ZIM_file_format)."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from libzim.writer import Compression, Creator, Hint

from handbook.offline.drawn_pictures import icon_png
from handbook.offline.portable_files import HOME, read_site
from handbook.offline.zim.entries import FileEntry, PageEntry, plain_title
from handbook.problem import Problem

# ISO 639-3, as the metadata "Language" and the indexer want it.
_LANGUAGES = {"vi": "vie", "en": "eng"}
_HEADER_ID = slice(8, 24)  # ZIM file format, header
_CHECKSUM = 16
# The random identifier of a Xapian database follows its signature and version.
_DATABASE_ID = re.compile(rb"(?<=\x0f\rXapian Glass..).{16}", re.DOTALL)


@dataclass(frozen=True)
class ZimFacts:
    """What Kiwix shows of the file; ``languages`` with the main one first, ``source`` the public
    site or ``""``, ``icon`` an SVG."""

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
    files, problems = read_site(site, facts.date)
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
                item = (PageEntry if name.endswith(".html") else FileEntry)(name, content)
                creator.add_item(item)
                if item.is_found and (plain := plain_title(item.get_title())):
                    creator.add_redirection(f"khong-dau/{name}", plain, name, {Hint.FRONT_ARTICLE: True})
    _settle(target)
    return problems


def _metadata(facts: ZimFacts) -> Mapping[str, str | dt.date]:
    """The metadata that wiki.openzim.org/wiki/Metadata asks for."""
    return {
        "Name": facts.name,
        "Title": facts.title,
        "Description": facts.description,
        "Creator": facts.creator,
        "Publisher": facts.creator,
        "Date": facts.date,
        "License": "CC BY 4.0",
        **({"Source": facts.source} if facts.source else {}),
        "Language": ",".join(_LANGUAGES[language] for language in facts.languages),
        "Tags": "_ftindex:yes;_pictures:yes;_videos:no;_details:yes",
    }


def _settle(target: Path) -> None:
    """Derive the random identifiers in the file from its content, and its checksum anew."""
    content = bytearray(target.read_bytes())
    places = [_HEADER_ID, *(slice(*found.span()) for found in _DATABASE_ID.finditer(content))]
    for place in places:
        content[place] = bytes(16)
    digest = hashlib.sha256(content[:-_CHECKSUM]).hexdigest()
    for place in places:
        content[place] = uuid.uuid5(uuid.NAMESPACE_OID, f"{digest}/{place.start}").bytes
    content[-_CHECKSUM:] = hashlib.md5(content[:-_CHECKSUM], usedforsecurity=False).digest()
    target.write_bytes(content)
