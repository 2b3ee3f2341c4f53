"""A document of Word, LibreOffice, Google Docs or a web page as a page of the handbook, by Pandoc (pandoc.org).

Headings, real list numbers, tables, footnotes and pictures are carried; what cannot be is listed for the editor.
"""

from __future__ import annotations

import base64
import json
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote
from zipfile import BadZipFile

from lxml.etree import LxmlError

from handbook.checks.characters import INVISIBLE
from handbook.checks.foreign_markdown import mending
from handbook.checks.image_metadata import without_traces
from handbook.checks.prose_mask import cover
from handbook.editing.word_document import CELL_BREAK, TAGS, made_plain
from handbook.editing.word_leftovers import leftovers
from handbook.editing.word_package import made_ready
from handbook.editing.word_sections import Changes
from handbook.vietnamese.text import nfc

#: Suffix → what Pandoc calls the format.
FORMATS: Mapping[str, str] = {
    ".docx": "docx",
    ".odt": "odt",
    ".md": "gfm",
    ".markdown": "gfm",
    ".html": "html",
    ".htm": "html",
    ".rtf": "rtf",
}
INSTALL = "python -m pip install -r requirements-word.txt"
# Markdown as Python-Markdown and the extensions of mkdocs.yml read it.
_TO = (
    "markdown-raw_html-raw_attribute-header_attributes-link_attributes-bracketed_spans-native_spans-fenced_divs-native_divs"
    "-simple_tables-multiline_tables-grid_tables-smart-example_lists-escaped_line_breaks-strikeout-superscript-subscript"
    "-tex_math_dollars-inline_code_attributes-fenced_code_attributes-citations-implicit_figures"
    "+fancy_lists+startnum+pipe_tables+four_space_rule"
)
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<target>[^)\s]+)(?:\s+\"[^\"]*\")?\)")
_EMBEDDED = re.compile(r"data:image/(?P<kind>png|jpeg|jpg|gif|webp);base64,(?P<data>[A-Za-z0-9+/=\s%]+)")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
# What Pandoc escapes and Python-Markdown would show with its backslash.
_NEEDLESS = re.compile(r"\\(?=[^\\`*_{}\[\]()>#+\-.!|\sA-Za-z0-9])")
_LETTER_ITEM = re.compile(r"^(?P<sign>[ ]*- [a-zđ])\\\)", re.MULTILINE)
_LETTERED = re.compile(r"^(?P<indent>[ ]*)(?P<mark>[A-Za-z]|[ivxIVX]{2,5})[.)][ ]+(?=\S)", re.MULTILINE)
_NUMBERED = re.compile(r"^(?P<indent>[ ]*)\(?(?P<number>\d{1,3})[.)][ ]+(?=\S)", re.MULTILINE)
_BULLET = re.compile(r"^(?P<indent>[ ]*)-[ ]+(?=\S)", re.MULTILINE)
_HEADING = re.compile(r"^(?P<marks>#{1,6})[ ](?P<text>[^\n]*)$", re.MULTILINE)


# Signs of Wingdings as Pandoc reads them, which few telephones draw, and those that all do.
_SIGNS = str.maketrans("🗹🗷🗸🗴◻◼🡪🡨🡩🡫🡺🡸\u2011", "☑☒✓✗☐■→←↑↓→←-")


class NoPandocError(Exception):
    """The library that reads documents is not installed."""


class UnreadableError(Exception):
    """Pandoc cannot read the document."""


@dataclass(frozen=True)
class Imported:
    """``body`` names its pictures ``STEM-anh-1.png`` …; ``left_out`` says in sentences what was not carried."""

    title: str
    body: str
    pictures: tuple[tuple[str, bytes], ...]
    left_out: tuple[str, ...]


def import_document(path: Path, stem: str) -> Imported:
    """The document ``path`` as Markdown; ``stem`` begins the names of its pictures.

    Raises ``NoPandocError``, ``UnreadableError`` and ``KeyError`` (another suffix).
    """
    try:
        import pypandoc
    except ModuleNotFoundError as error:
        raise NoPandocError from error
    source = FORMATS[path.suffix.lower()]
    is_packed = source in ("docx", "odt", "rtf")
    told: tuple[str, ...] = ()
    with tempfile.TemporaryDirectory() as folder:
        try:
            ready = path
            if source == "docx":
                data, told = made_ready(path.read_bytes())
                ready = Path(folder, "bai.docx")
                ready.write_bytes(data)
            # Nothing is fetched and no other file is read, whatever the document names.
            made = pypandoc.convert_file(
                str(ready),
                "json",
                format=source,
                extra_args=[
                    "--sandbox",
                    "--quiet",
                    "--track-changes=accept",
                    *([f"--extract-media={folder}"] if is_packed else []),
                ],
            )
            document, changes = made_plain(json.loads(made))
            text = pypandoc.convert_text(
                json.dumps(document),
                _TO,
                format="json",
                extra_args=["--sandbox", "--quiet", "--wrap=none", "--markdown-headings=atx"],
            )
        except (RuntimeError, OSError, ValueError, KeyError, BadZipFile, LxmlError, EOFError) as error:
            raise UnreadableError(str(error)) from error
        places = (Path(folder),) if is_packed else (path.parent,)
        found = _tidied(nfc(text.replace("\r\n", "\n")), places, stem, changes)
    return replace(found, left_out=(*found.left_out, *told, *(leftovers(path) if is_packed else ())))


def _tidied(text: str, places: tuple[Path, ...], stem: str, changes: Changes) -> Imported:
    left_out: list[str] = []
    pictures: list[tuple[str, bytes]] = []

    def beside(match: re.Match[str]) -> str:
        data, suffix = _picture(match["target"], places)
        if data is None:
            name = "nhúng trong trang" if match["target"].startswith("data:") else Path(match["target"]).name[:60]
            left_out.append(
                f"Ảnh “{name}” (loại {suffix or 'lạ'} hoặc ở nơi khác): lưu lại thành PNG rồi đặt cạnh bài."
            )
            return match["alt"]
        name = f"{stem}-anh-{len(pictures) + 1}{suffix}"
        pictures.append((name, without_traces(data) or data))
        return f"![{match['alt']}]({name})"

    text = _PICTURE.sub(beside, text)
    text = text.replace("\\<", "&lt;").replace("\\&", "&amp;")
    text = _NEEDLESS.sub("", INVISIBLE.sub("", text).translate(_SIGNS))
    for mark, tag in TAGS.items():
        text = text.replace(mark, tag)
    text = _LETTERED.sub(lambda found: f"{found['indent']}- {found['mark']}) ", text)
    text = _NUMBERED.sub(lambda found: f"{found['indent']}{found['number']}. ", text)
    text = _BULLET.sub(lambda found: f"{found['indent']}- ", text)
    text = _LETTER_ITEM.sub(r"\g<sign>)", text)
    text = re.sub(r"^(?=#+[^#\s])", r"\\", text, flags=re.MULTILINE)  # a tag, no heading
    text = re.sub(rf"[ ]*{CELL_BREAK}[ ]*", "<br>", text)
    left_out += _told(changes)
    title, text = _title_of(text, changes.title_line)
    text = "\n".join(line.rstrip() if not line.endswith("  ") else line for line in text.split("\n")).strip() + "\n"
    edits = sorted(mending(text, cover(text), 0))
    for first, last, new in reversed(edits):
        text = text[:first] + new + text[last:]
    return Imported(title or changes.title, text, tuple(pictures), tuple(dict.fromkeys(left_out)))


def _told(changes: Changes) -> Iterator[str]:
    if changes.encoding:
        yield f"Chữ trong tệp theo bảng mã {changes.encoding}, đã chuyển sang Unicode: đọc lại cả bài."
    if changes.flattened:
        yield (
            f"{changes.flattened} bảng có ô gộp: chữ của ô gộp đứng ở ô đầu, các ô kia để trống; xem lại, bảng số liệu thì lưu "
            "thành .xlsx rồi đặt vào docs/so-lieu/."
        )
    if changes.headings:
        yield f"{changes.headings} dòng chữ đậm có đánh số được coi là tên mục (##): xem lại có đúng không."
    if changes.links:
        yield f"{changes.links} liên kết tới chỗ khác trong tệp hoặc tới tệp trên máy: giữ chữ, bỏ liên kết."
    if changes.formulas:
        yield f"{changes.formulas} công thức: viết lại bằng chữ thường."
    if changes.struck:
        yield f"{changes.struck} chỗ chữ bị gạch ngang: bài giữ nét gạch (<del>); điều đã bỏ thì xóa hẳn."
    if changes.underlined:
        yield f"{changes.underlined} chỗ gạch chân: bài không giữ nét gạch, người đọc dễ tưởng là liên kết."


def _picture(target: str, places: tuple[Path, ...]) -> tuple[bytes | None, str]:
    """The bytes of a picture that lies in one of ``places`` or in the text itself, and its suffix."""
    if embedded := _EMBEDDED.fullmatch(target):
        try:
            return base64.b64decode(re.sub(r"\s|%0A", "", embedded["data"]), validate=True), f".{embedded['kind']}"
        except ValueError:
            return None, ""
    suffix = Path(unquote(target)).suffix.lower()
    for place in places:
        file = place / unquote(target)
        if suffix in _PICTURES and file.is_file() and file.resolve().is_relative_to(place.resolve()):
            return file.read_bytes(), suffix
    return None, suffix


def _title_of(text: str, title: str) -> tuple[str, str]:
    """The title, ``title`` or a heading of its own level that begins the document, and the rest, its sections from ``##`` on."""
    headings = list(_HEADING.finditer(text))
    if not title and headings and not text[: headings[0].start()].strip():
        first = headings[0]
        if not any(len(other["marks"]) <= len(first["marks"]) for other in headings[1:]):
            title = re.sub(r"[*_`\\]", "", first["text"]).strip()
            text = text[first.end() :]
    levels = sorted({len(found["marks"]) for found in _HEADING.finditer(text)})
    # However deep a document begins, and whatever levels it leaves out: "##", "###" …
    place = {level: min(number + 2, 6) for number, level in enumerate(levels)}
    return title, _HEADING.sub(lambda found: f"{'#' * place[len(found['marks'])]} {found['text']}", text)
