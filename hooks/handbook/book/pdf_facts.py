"""Facts about a finished PDF."""

from __future__ import annotations

import io


def page_count(pdf: bytes) -> int:
    """How many pages ``pdf`` has."""
    import pikepdf  # not on every machine (book/press/libraries.py)

    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)
