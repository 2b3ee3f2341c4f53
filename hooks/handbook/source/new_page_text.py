"""The text of a new page, from plain template files."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path

from handbook.cache.memo import memo
from handbook.sections import SECTIONS, Kind
from handbook.vietnamese.text import nfc, slug

FOLDERS: Mapping[str, str] = {"topic": "chuyen-de", "story": "cau-chuyen"}
#: Folder → title of the parts that a chapter may belong to.
PARTS: Mapping[str, str] = {section.folder: section.title["vi"] for section in SECTIONS if section.kind is Kind.CHAPTER}
TEMPLATES = Path(__file__).parent.parent / "templates"
_REVIEW_AFTER = dt.timedelta(days=183)  # half a year: the pace at which the law of this field changes
_STEP = 10  # room between chapters, so that one can be put between two without renumbering


def new_page(kind: str, title: str, today: dt.date) -> tuple[str, str]:
    """Path below ``docs/`` and text of a new topic or story titled ``title``.

    Raises ``KeyError`` for another kind.
    """
    folder = FOLDERS[kind]
    return _page(folder, folder, title, today)


def new_chapter(part: str, title: str, today: dt.date, taken: tuple[int, ...]) -> tuple[str, str]:
    """Path and text of a chapter at the end of ``part``; ``taken`` are the places of the others.

    Raises ``KeyError`` for an unknown part.
    """
    order = max(taken, default=0) // _STEP * _STEP + _STEP
    path, text = _page({part: part for part in PARTS}[part], "chuong", title, today)
    return path, text.replace("THU_TU", str(order))


def _page(folder: str, template: str, title: str, today: dt.date) -> tuple[str, str]:
    title = " ".join(nfc(title).split())
    text = (TEMPLATES / f"{template}.md").read_text(encoding="utf-8")
    for placeholder, value in (
        ("TEN_BAI", json.dumps(title, ensure_ascii=False)),
        ("NGAY_VIET", today.isoformat()),
        ("NGAY_RA_SOAT", (today + _REVIEW_AFTER).isoformat()),
    ):
        text = text.replace(placeholder, value)
    return f"{folder}/{slug(title)}.md", text


@memo(None)
def sample_sentences() -> frozenset[str]:
    """What the templates say to be replaced: their sentences and headings' fillers, without marks of lists."""
    lines = (line for path in sorted(TEMPLATES.glob("*.md")) for line in path.read_text(encoding="utf-8").splitlines())
    return frozenset(
        sample for line in lines if (sample := bare(line)) and not line.startswith("#") and ":" not in line[:12]
    )


def bare(line: str) -> str:
    """A line without the marks of lists and boxes before it; empty if it is no sentence."""
    text = line.strip().removeprefix("- [ ]").removeprefix("-").strip()
    return text if len(text.split()) > 2 and text[:1].isalpha() else ""
