"""The site as an app on a phone's home screen: manifest (w3.org/TR/appmanifest) and icons."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from pathlib import Path

from handbook.catalogue.addresses import path_of
from handbook.sections import DEFAULT_LANGUAGE

COLOUR = "#0b4a7d"
TOUCH_ICON = "assets/saved-copy/bieu-tuong-kin-192.png"
_SHORT = {"vi": "Cẩm nang số", "en": "Handbook"}
_TEMPLATE = Path(__file__).with_name("icon.typ")
# Pixels, and whether a launcher may cut it to a circle ("maskable").
_ICONS = {
    "bieu-tuong-192.png": (192, False),
    "bieu-tuong-512.png": (512, False),
    "bieu-tuong-kin-192.png": (192, True),
    "bieu-tuong-kin-512.png": (512, True),
}
_POINTS = 48  # the side of the page in icon.typ


def manifest_name(language: str) -> str:
    """The manifest's file, in the site's own folder so that its scope is the whole site."""
    return "ung-dung.webmanifest" if language == DEFAULT_LANGUAGE else f"ung-dung.{language}.webmanifest"


def manifest(name: str, description: str, language: str, shortcuts: Iterable[tuple[str, str]] = ()) -> str:
    """The manifest in ``language``; its addresses are relative, so any host and folder will do.

    ``shortcuts`` are titles and addresses of pages that a long press on the icon offers.
    """
    icons = [
        {
            "src": f"assets/saved-copy/{file}",
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": "maskable" if filled else "any",
        }
        for file, (size, filled) in _ICONS.items()
    ]
    home = f"./{path_of('', language)}"
    return (
        json.dumps(
            {
                "id": home,
                "name": name,
                "short_name": _SHORT[language],
                "description": description,
                "lang": language,
                "start_url": home,
                "scope": "./",
                "display": "minimal-ui",
                "background_color": "#ffffff",
                "theme_color": COLOUR,
                "icons": icons,
                "shortcuts": [{"name": title, "url": f"./{address}"} for title, address in shortcuts],
            },
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )


def icons(svg: str) -> Mapping[str, str]:
    """The sign of the site as PNG in every size, in base64, by file name."""
    import typst  # not on every machine (book/press/libraries.py)

    return {
        name: b64encode(
            typst.compile(
                str(_TEMPLATE),
                root=str(_TEMPLATE.parent),
                format="png",
                ppi=72.0 * size / _POINTS,
                sys_inputs={"svg": svg, "filled": COLOUR if filled else ""},
            )
        ).decode()
        for name, (size, filled) in _ICONS.items()
    }
