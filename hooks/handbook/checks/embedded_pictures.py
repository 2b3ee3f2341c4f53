"""Pictures inside the text (``data:image/png;base64,…``), as Google Docs exports them: saved beside the page."""

from __future__ import annotations

import base64
import binascii
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.checks.autofix import Mended
from handbook.checks.page import Content, decode
from handbook.problem import Problem

_EMBEDDED = re.compile(
    r"<?data:image/(?P<kind>png|jpe?g|gif|webp|avif);base64,(?P<data>[A-Za-z0-9+/=\s%]+?)>?(?=[)\s\"']|\Z)"
)
_MOST = 5_000_000  # bytes of one picture


@dataclass(frozen=True)
class Saved:
    """A page's new text and the pictures to put beside it, by their paths below ``docs/``."""

    done: Mended
    uri: str
    text: str
    pictures: tuple[tuple[str, bytes], ...]


def save_pictures(content: Content) -> Iterator[Saved]:
    """Every page that holds pictures in its text and could be written otherwise."""
    told: dict[str, Problem] = {found.path: found for found in content.catalog.problems if found.code == "anh-nhung"}
    for path, problem in told.items():
        uri = path.removeprefix(f"{content.docs.name}/")
        text = decode((content.docs / uri).read_bytes())
        stem = posixpath.splitext(posixpath.basename(uri))[0].replace(".", "-")
        pictures: list[tuple[str, bytes]] = []

        def beside(match: re.Match[str], stem: str = stem, uri: str = uri, pictures: list = pictures) -> str:
            try:
                data = base64.b64decode(re.sub(r"\s|%0A", "", match["data"]), validate=True)
            except (binascii.Error, ValueError):
                return match.group()
            if len(data) > _MOST:
                return match.group()
            number = len(pictures) + 1
            while (
                content.docs / posixpath.dirname(uri) / (name := f"{stem}-anh-{number}.{_suffix(match['kind'])}")
            ).exists():
                number += 1
            pictures.append((posixpath.join(posixpath.dirname(uri), name), data))
            return name

        made = _EMBEDDED.sub(beside, text)
        if pictures:
            names = ", ".join(posixpath.basename(name) for name, _ in pictures)
            yield Saved(Mended(path, problem.line, f"lưu ảnh nhúng thành {names}"), uri, made, tuple(pictures))


def _suffix(kind: str) -> str:
    return "jpg" if kind in ("jpg", "jpeg") else kind
