"""Facts about a finished PDF."""

from __future__ import annotations

import io

from pypdf import PdfReader


def page_count(pdf: bytes) -> int:
    """How many pages ``pdf`` has."""
    return len(PdfReader(io.BytesIO(pdf)).pages)
