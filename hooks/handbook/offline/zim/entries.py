"""The files of a site as entries of a ZIM file, and what Kiwix finds them by."""

from __future__ import annotations

import mimetypes
import re
import unicodedata
from pathlib import Path

from libzim.writer import Hint, IndexData, Item, StringProvider
from lxml import html as lxml_html
from lxml.html import HtmlElement

from handbook.vietnamese.text import fold, nfc

# The types that matter are named here: ``mimetypes`` reads them from the machine it runs on.
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".csv": "text/csv",
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".epub": "application/epub+zip",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_FOR_SCREENS = ".//script | .//style | .//button | .//*[@hidden] | .//a[contains(@class, 'headerlink')]"
_WITH_D = re.compile(r"\w*đ\w*")


class FileEntry(Item):
    """A file that readers do not look up by name: a style, a picture, a table."""

    def __init__(self, name: str, content: bytes) -> None:
        super().__init__()
        self._name, self._content = name, content

    def get_path(self) -> str:
        return self._name

    def get_title(self) -> str:
        return ""

    def get_mimetype(self) -> str:
        return _TYPES.get(Path(self._name).suffix) or mimetypes.guess_type(self._name)[0] or "application/octet-stream"

    def get_contentprovider(self) -> StringProvider:
        return StringProvider(self._content)

    def get_hints(self) -> dict[Hint, int]:
        return {Hint.FRONT_ARTICLE: False}

    def get_indexdata(self) -> IndexData | None:
        return None

    @property
    def is_found(self) -> bool:
        """Whether readers look it up by its title."""
        return bool(self.get_hints()[Hint.FRONT_ARTICLE])


class PageEntry(FileEntry):
    """A page: found by its title and its text, unless it only repeats the page of another language."""

    def __init__(self, name: str, content: bytes) -> None:
        super().__init__(name, content)
        root = lxml_html.document_fromstring(content.decode("utf-8"))
        body = root.find(".//article")
        body = root if body is None else body
        # An untranslated page wraps the text of the original in its language.
        self._repeats = any(part.get("lang") not in (None, root.get("lang")) for part in body.iterchildren("div"))
        self._title = _title(root)
        for element in body.xpath(_FOR_SCREENS):
            element.drop_tree()
        self._words = " ".join(word for part in body.itertext() for word in part.split())

    def get_title(self) -> str:
        return self._title

    def get_hints(self) -> dict[Hint, int]:
        return {Hint.FRONT_ARTICLE: not self._repeats}

    def get_indexdata(self) -> IndexData | None:
        return None if self._repeats else _Words(self._title, self._words)


class _Words(IndexData):
    """What a page is found by; libzim takes accents off a query but leaves this text as it is."""

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self._title, self._words = title, words

    def has_indexdata(self) -> bool:
        return bool(self._words)

    def get_title(self) -> str:
        return _searchable(self._title)

    def get_content(self) -> str:
        return _searchable(self._words)

    def get_keywords(self) -> str:
        return ""

    def get_wordcount(self) -> int:
        return len(self._words.split())

    def get_geoposition(self) -> None:
        return None


def _searchable(text: str) -> str:
    """``text`` as libzim's own query will be: small letters without accents, and ``đ`` also as ``d``."""
    bare = "".join(char for char in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(char))
    return " ".join([bare, *(word.replace("đ", "d") for word in _WITH_D.findall(bare))])


def plain_title(title: str) -> str:
    """``title`` as it is typed without accents, or ``""`` if Kiwix finds it by that anyway.

    Kiwix's title box takes accents off what is typed but keeps ``đ``, which a
    reader without accents types as ``d``.
    """
    return fold(title) if "đ" in nfc(title).lower() else ""


def _title(root: HtmlElement) -> str:
    """The page's own name, without that of the site after it."""
    title = (root.findtext(".//title") or "").strip()
    return title.rpartition(" - ")[0] or title
