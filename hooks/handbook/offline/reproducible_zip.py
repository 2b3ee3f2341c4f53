"""Zip files that are the same bytes for the same content."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable

_EARLIEST = dt.date(1980, 1, 1)  # the format cannot say an earlier day


def zip_bytes(files: Iterable[tuple[str, bytes]], date: dt.date, stored: frozenset[str] = frozenset()) -> bytes:
    """A zip of ``files`` (name, content) in the order given, all dated ``date``.

    Names in ``stored`` are not compressed (EPUB OCF 3.3, 4.3: ``mimetype``).
    """
    day = max(date, _EARLIEST)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system = 3  # the same byte on Windows as elsewhere
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=9)
    return buffer.getvalue()
