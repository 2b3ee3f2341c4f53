"""Images: present, described, what they claim to be, light, and without traces of who took them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from handbook.checks.page import Content, Page
from handbook.checks.unsafe_html import is_on_one_machine
from handbook.markdown.source_scan import without_code
from handbook.problem import Problem
from handbook.source.file_names import IMAGE_SUFFIXES
from handbook.source.files_below import files_below
from handbook.source.text_files import IN_ITS_PLACE
from handbook.source.web_address import is_file, split_address

# 300 KB take six seconds at 400 kbit/s, the connection this handbook is made for.
MOST_BYTES = 300 * 1000
_MARKDOWN = re.compile(
    r"!\[(?P<alt>(?:[^\[\]]|\[[^\[\]]*\])*)\](?:\(\s*<?(?P<target>[^\s)>]+)>?[^)\n]*\)|\[(?P<name>[^\]\n]*)\])"
)
_TARGET = re.compile(r"^ {0,3}\[(?P<name>[^\]\n]+)\]:[ ]*<?(?P<target>[^\s>]+)", re.MULTILINE)
_TAG = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(src|alt)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_KINDS = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".gif": "GIF",
    ".webp": "WebP",
    ".avif": "AVIF",
    ".svg": "SVG",
}


def _images(page: Page) -> Iterator[tuple[int, str, str]]:
    """Offset, description and target of each image outside code."""
    start = page.body_start
    text = page.text[:start] + without_code(page.text[start:])
    targets = {match["name"].casefold(): match["target"] for match in _TARGET.finditer(text, start)}
    for match in _MARKDOWN.finditer(text, start):
        target = match["target"] or targets.get((match["name"] or match["alt"]).casefold(), "")
        if target == IN_ITS_PLACE:
            continue  # told of by its reader
        yield match.start(), match["alt"].strip(), target
    for match in _TAG.finditer(text, start):
        found = {name.lower(): (one or other).strip() for name, one, other in _ATTRIBUTE.findall(match.group())}
        yield match.start(), found.get("alt", ""), found.get("src", "")


def _uri(page: Page, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.article.key), unquote(split_address(target).path)))


def _is_elsewhere(target: str) -> bool:
    parts = split_address(target)
    return bool(parts.scheme or parts.netloc)


def missing(content: Content) -> Iterator[Problem]:
    for page in content.pages:
        for offset, _, target in _images(page):
            if _is_elsewhere(target) or is_on_one_machine(target):
                continue
            uri = _uri(page, target)
            if not target or uri.startswith("..") or not is_file(content.docs / uri):
                yield page.problem(
                    offset,
                    f"Không có tệp ảnh “{target[:60]}{'…' if len(target) > 60 else ''}”.",
                    "Đặt ảnh cạnh bài, ghi đúng tên tệp từng chữ (kể cả chữ thường, chữ hoa ở đuôi).",
                )


def elsewhere(content: Content) -> Iterator[Problem]:
    for page in content.pages:
        for offset, _, target in _images(page):
            if _is_elsewhere(target) and not is_on_one_machine(target):  # told of by handbook.checks.unsafe_html
                yield page.problem(
                    offset,
                    f"Ảnh lấy từ trang khác: {target}.",
                    "Tải ảnh được phép dùng về, đặt cạnh bài; bản đọc không cần mạng không có ảnh ở nơi khác.",
                )


def undescribed(content: Content) -> Iterator[Problem]:
    for page in content.pages:
        for offset, description, target in _images(page):
            if not description:
                yield page.problem(
                    offset,
                    f"Ảnh “{target}” chưa có lời mô tả cho người không nhìn thấy.",
                    "Viết trong ngoặc vuông: ![Ảnh cho thấy điều gì](tep-anh.png).",
                )


def image_files(content: Content) -> Iterator[tuple[str, Path, str]]:
    for path, uri in files_below(content.docs):
        if path.suffix.lower() in IMAGE_SUFFIXES:
            yield uri, path, f"{content.docs.name}/{uri}"


def kind_of(data: bytes) -> str:
    """Which image format the first bytes tell, or ``""``."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:8] == b"ftyp" and data[8:12] in (b"avif", b"avis"):
        return "AVIF"
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1"):
        return "HEIC"
    return "SVG" if re.search(rb"<svg[\s>]", data[:4096]) else ""


def wrong_type(content: Content) -> Iterator[Problem]:
    for _, path, display in image_files(content):
        real, named = kind_of(path.read_bytes()[:4096]), _KINDS[path.suffix.lower()]
        if real != named:
            is_what = f"thật ra là ảnh {real}" if real else "không phải ảnh đọc được"
            yield Problem(
                display,
                0,
                f"Tệp có đuôi {path.suffix} nhưng {is_what}.",
                "Mở bằng chương trình xem ảnh, lưu lại (Save as) thành PNG hoặc JPEG; không chỉ đổi đuôi tệp.",
            )


def too_big(content: Content) -> Iterator[Problem]:
    for _, path, display in image_files(content):
        size = path.stat().st_size
        if size > MOST_BYTES:
            yield Problem(
                display,
                0,
                f"Ảnh nặng {size // 1000} KB; điện thoại mạng yếu phải chờ quá lâu.",
                f"Thu nhỏ chiều ngang còn 1200 điểm ảnh, lưu dưới {MOST_BYTES // 1000} KB.",
            )


def unused(content: Content) -> Iterator[Problem]:
    used = {_uri(page, target) for page in content.pages for _, _, target in _images(page)}
    for uri, _, display in image_files(content):
        if uri not in used:
            yield Problem(display, 0, "Không bài nào dùng ảnh này.", "Xóa tệp, hoặc đưa ảnh vào bài.")


def traces(content: Content) -> Iterator[Problem]:
    """EXIF and XMP may hold the place where a photo was taken and whose phone took it."""
    for _, path, display in image_files(content):
        if _holds_exif(path.read_bytes()):
            yield Problem(
                display,
                0,
                "Ảnh còn thông tin ẩn (EXIF): có thể có nơi chụp, máy chụp, người chụp.",
                "Chạy make check-fix (Windows: python hooks check --fix) để máy xóa giúp; còn báo thì mở ảnh trên màn hình, "
                "chụp lại màn hình và dùng bản đó.",
            )


def _holds_exif(data: bytes) -> bool:
    kind = kind_of(data)
    if kind == "JPEG":
        return any(marker == 0xE1 for marker in _jpeg_markers(data))
    if kind in ("PNG", "WebP"):
        found = chunks(data, 8, "big") if kind == "PNG" else chunks(data, 12, "little")
        return any(is_trace(kind, name, data[first:last]) for name, first, last in found)
    return kind == "AVIF" and b"Exif" in data[:16384]


def _jpeg_markers(data: bytes) -> Iterator[int]:
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF and data[place + 1] != 0xDA:
        yield data[place + 1]
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")


def is_trace(kind: str, name: bytes, chunk: bytes) -> bool:
    """Whether the chunk ``name`` of a PNG or WebP holds Exif or XMP."""
    if kind == "PNG":
        return name == b"eXIf" or name == b"iTXt" and b"XML:com.adobe.xmp" in chunk
    return name in (b"EXIF", b"XMP ")


def chunks(data: bytes, place: int, order: Literal["big", "little"]) -> Iterator[tuple[bytes, int, int]]:
    """Name, start and end of the chunks of a PNG (length, name, data, sum) or a WebP (name, length, data, padding)."""
    while place + 8 <= len(data):
        first, second = data[place : place + 4], data[place + 4 : place + 8]
        name, size = (second, first) if order == "big" else (first, second)
        length = int.from_bytes(size, order)
        end = place + 8 + length + (4 if order == "big" else length % 2)
        yield name, place, min(end, len(data))
        place = end
