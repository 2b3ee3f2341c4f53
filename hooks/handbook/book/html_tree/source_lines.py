"""Where in the editor's Markdown a thing of the page stands."""

from __future__ import annotations

from handbook.vietnamese.text import nfc


def line_of(needle: str, source: str, first_line: int = 1) -> int:
    """The line of the first ``needle`` in ``source``, counted from ``first_line``; 0 if nowhere."""
    at = nfc(source).find(nfc(needle)) if needle else -1
    return first_line + nfc(source).count("\n", 0, at) if at >= 0 else 0
