"""The text of a new page, from plain template files."""

from __future__ import annotations

import json
from pathlib import Path

from handbook.text import nfc, slug

FOLDERS = {"topic": "chuyen-de", "story": "cau-chuyen"}
_TEMPLATES = Path(__file__).parent / "templates"


def new_page(kind: str, title: str) -> tuple[str, str]:
    """Path below ``docs/`` and text of a new page of ``kind`` titled ``title``.

    The date is left for the editor to fill in: nothing here reads the clock.
    Raises ``KeyError`` for an unknown kind.
    """
    title = nfc(title).strip()
    template = (_TEMPLATES / f"{FOLDERS[kind]}.md").read_text(encoding="utf-8")
    return f"{FOLDERS[kind]}/{slug(title)}.md", template.replace("TEN_BAI", json.dumps(title, ensure_ascii=False))
