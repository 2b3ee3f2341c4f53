"""The files of a built site, many of them."""

from __future__ import annotations

import os
from pathlib import Path


def names_below(folder: Path) -> list[str]:
    """The path of each file below ``folder`` as seen from there, with ``/``, sorted: several times faster than ``rglob``."""
    start = len(str(folder)) + 1
    return sorted(
        os.path.join(place, name)[start:].replace(os.sep, "/") for place, _, names in os.walk(folder) for name in names
    )
