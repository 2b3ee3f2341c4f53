"""Images without the traces of who took them: metadata is cut out, no picture element changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from handbook.checks.images import chunks, image_files, is_trace, kind_of
from handbook.checks.page import Content
from handbook.problem import Problem

_WEBP_FLAGS = 0x08 | 0x04  # EXIF and XMP in VP8X (WebP Container Specification)


def clean_images(content: Content) -> Iterator[tuple[Problem, bytes]]:
    """What was removed (as a finding without a mend) and the new bytes of each image that changes."""
    for _, path, display in image_files(content):
        data = path.read_bytes()
        clean = without_traces(data)
        if clean is not None and clean != data:
            yield Problem(display, 0, "đã sửa: xóa thông tin ẩn (EXIF) trong ảnh."), clean


def without_traces(data: bytes) -> bytes | None:
    """``data`` without Exif, XMP and IPTC; ``None`` if only turning the picture could replace them."""
    kind = kind_of(data)
    if kind == "JPEG":
        return _jpeg(data)
    if kind == "PNG":
        return data[:8] + b"".join(
            data[first:last]
            for name, first, last in chunks(data, 8, "big")
            if not is_trace(kind, name, data[first:last])
        )
    if kind == "WebP":
        kept = [
            (name, data[first:last])
            for name, first, last in chunks(data, 12, "little")
            if not is_trace(kind, name, data[first:last])
        ]
        body = b"WEBP" + b"".join(
            part[:8] + bytes((part[8] & ~_WEBP_FLAGS,)) + part[9:] if name == b"VP8X" else part for name, part in kept
        )
        return b"RIFF" + len(body).to_bytes(4, "little") + body
    return None


def _jpeg(data: bytes) -> bytes | None:
    kept, place = [data[:2]], 2
    while place + 4 <= len(data) and data[place] == 0xFF and data[place + 1] != 0xDA:
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        segment = data[place:end]
        # APP1 holds Exif and XMP, APP13 Photoshop's IPTC.
        if segment[1] == 0xE1 and _is_turned(segment[4:]):
            return None
        if segment[1] not in (0xE1, 0xED):
            kept.append(segment)
        place = end
    return b"".join(kept) + data[place:]


def _is_turned(app1: bytes) -> bool:
    """Whether Exif (TIFF 6.0, tag 274) tells the viewer to turn or mirror the picture."""
    if not app1.startswith(b"Exif\0\0"):
        return False
    tiff = app1[6:]
    order: Literal["little", "big"] = "little" if tiff[:2] == b"II" else "big"
    start = int.from_bytes(tiff[4:8], order)
    for index in range(int.from_bytes(tiff[start : start + 2], order)):
        entry = tiff[start + 2 + 12 * index : start + 14 + 12 * index]
        if int.from_bytes(entry[:2], order) == 0x0112:
            return int.from_bytes(entry[8:10], order) not in (0, 1)
    return False
