"""``<img>`` with the room it will take, loaded when it comes near, in the lightest form the browser reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape

_PICTURE = re.compile(r"<picture\b.*?</picture>|<img\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
# The widest a column of text gets, in CSS pixels; below that an image fills the screen.
_COLUMN = 800


@dataclass(frozen=True)
class Version:
    """A lighter file: its type such as ``image/webp``, its address seen from the page, its width in pixels."""

    type: str
    address: str
    width: int


@dataclass(frozen=True)
class Shown:
    """An image of the handbook: its size in pixels and its lighter versions, widest first, best type first."""

    width: int
    height: int
    versions: tuple[Version, ...] = ()


def with_pictures(html: str, find: Callable[[str], Shown | None]) -> str:
    """``html`` of a page's text; ``find`` knows an image by its address, or does not.

    What an author wrote stays as it is.  The first image is not held back: it may be the
    first thing that readers see (web.dev, "Browser-level image lazy loading").
    """
    count = 0

    def one(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        tag = match[0]
        if tag[1:4].lower() != "img":
            return tag
        names = {
            found[1].lower(): unescape(found[2] or found[3] or found[4] or "")
            for found in _ATTRIBUTE.finditer(tag[4:-1])
        }
        shown = find(names.get("src", ""))
        return _written(tag, names, shown, count == 1) if shown else tag

    return _PICTURE.sub(one, html)


def _written(tag: str, names: dict[str, str], shown: Shown, is_first: bool) -> str:
    width, height = _size(names, shown)
    wanted = {"width": width, "height": height, "loading": "" if is_first else "lazy", "decoding": "async"}
    added = "".join(f' {name}="{value}"' for name, value in wanted.items() if value and name not in names)
    image = f"{tag[:-1].rstrip().removesuffix('/').rstrip()}{added}>"
    if not shown.versions or "srcset" in names:
        return image
    most = min(int(width) if width.isdigit() else shown.width, _COLUMN)
    sizes = f"(max-width: {most}px) 100vw, {most}px"
    sources = ""
    for kind in dict.fromkeys(version.type for version in shown.versions):
        files = ", ".join(
            f"{escape(version.address)} {version.width}w" for version in shown.versions if version.type == kind
        )
        sources += f'<source type="{kind}" srcset="{files}" sizes="{sizes}">'
    return f"<picture>{sources}{image}</picture>"


def _size(names: dict[str, str], shown: Shown) -> tuple[str, str]:
    """Both sides, in the proportions of the image where an author gave one."""
    width, height = names.get("width", ""), names.get("height", "")
    if width.isdigit() and not height:
        return width, str(round(int(width) * shown.height / shown.width))
    if height.isdigit() and not width:
        return str(round(int(height) * shown.width / shown.height)), height
    return (width, height) if width or height else (str(shown.width), str(shown.height))
