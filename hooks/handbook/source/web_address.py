"""Addresses as people write them: what cannot be read is told, never raised."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import SplitResult, urlsplit

#: The scheme of an address that cannot be taken apart (RFC 3986, 3.2.2: brackets hold an IPv6 address and nothing else).
UNREADABLE = "khong-doc-duoc"


def split_address(address: str) -> SplitResult:
    """The parts of ``address``; of one that cannot be read only a scheme, ``UNREADABLE``."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 (read, so that a wrong one is seen here)
    except ValueError:
        return SplitResult(UNREADABLE, "", address, "", "")
    return parts


def is_file(path: Path) -> bool:
    """Whether there is such a file; a name that the system cannot have (too long, a null sign) is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
