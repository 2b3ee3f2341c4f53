"""What stands in a Word or LibreOffice file beside its text, which Pandoc leaves behind: each is told to the editor."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from handbook.tables.file.limits import MOST_UNPACKED

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARSER = {"resolve_entities": False, "no_network": True, "huge_tree": False}
_SHOWN = 80


def leftovers(path: Path) -> tuple[str, ...]:
    """Sentences about remarks, headers, diagrams and changes in the file ``path``; of LibreOffice's text boxes too."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = {
                info.filename: archive.read(info)
                for info in archive.infolist()
                if info.filename.endswith(".xml") and info.file_size < MOST_UNPACKED
            }
        return tuple(_of_word(parts) if "word/document.xml" in parts else _of_libreoffice(parts))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, NotImplementedError, RuntimeError, EOFError):
        return ()


def _tree(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(**_PARSER))


def _said(texts: list[str]) -> str:
    shown = "; ".join(f"“{text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''}”" for text in texts[:3])
    return shown + (f" và {len(texts) - 3} chỗ nữa" if len(texts) > 3 else "")


def _words(node: etree._Element) -> str:
    return " ".join(
        "".join(
            part.text or "" if part.tag == f"{_W}t" else " "
            for part in node.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}p")
        ).split()
    )


def _of_word(parts: dict[str, bytes]) -> Iterator[str]:
    body = _tree(parts["word/document.xml"])
    edges = [
        _words(_tree(data)) for name, data in sorted(parts.items()) if name.startswith(("word/header", "word/footer"))
    ]
    edges = [words for words in edges if any(char.isalpha() for char in words)]
    if edges:
        yield f"Chữ ở đầu trang, chân trang: {_said(list(dict.fromkeys(edges)))}."
    if "word/comments.xml" in parts and (
        remarks := [words for node in _tree(parts["word/comments.xml"]).iter(f"{_W}comment") if (words := _words(node))]
    ):
        yield f"Ghi chú (comment): {_said(remarks)}."
    if any(True for _ in body.iter(f"{_W}ins", f"{_W}del")):
        yield "Dấu sửa (track changes): bài lấy bản đã chấp nhận mọi chỗ sửa; xem lại trong Word nếu chưa duyệt."
    for what, names in (("sơ đồ SmartArt", "word/diagrams/data"), ("biểu đồ", "word/charts/chart")):
        if count := sum(name.startswith(names) for name in parts):
            yield f"{count} {what}: lưu thành ảnh PNG rồi đặt cạnh bài; số liệu thì đặt bảng vào docs/so-lieu/."
    if count := sum(1 for _ in body.iter("{*}OLEObject")):
        yield f"{count} tệp nhúng trong bài (OLE)."


def _of_libreoffice(parts: dict[str, bytes]) -> Iterator[str]:
    if "content.xml" not in parts:
        return
    body = _tree(parts["content.xml"])
    boxes = [words for node in body.iter("{*}text-box") if (words := " ".join("".join(node.itertext()).split()))]
    if boxes:
        yield f"Chữ trong khung (text box): {_said(boxes)}: xem có đủ trong bài không."
    if remarks := [
        words for node in body.iter("{*}annotation") if (words := " ".join("".join(node.itertext()).split()))
    ]:
        yield f"Ghi chú (comment): {_said(remarks)}."
    if any(True for _ in body.iter("{*}tracked-changes")):
        yield "Dấu sửa (track changes): bài lấy bản đã chấp nhận mọi chỗ sửa."
