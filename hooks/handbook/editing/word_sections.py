"""Sections and titles of office documents that use no styles: lines in bold, numbered as decrees number them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from handbook.vietnamese.text import fold

Node = dict[str, Any]
_SPACES = ("Space", "SoftBreak", "LineBreak")
# What begins a section in Vietnamese office documents that use no heading styles, by its level.
_SECTIONS = (
    (re.compile(r"(?:chương|phần|phụ lục)\s+(?:[IVXLC]+|\d+|thứ)\b", re.IGNORECASE), 1),
    (re.compile(r"mục\s+(?:[IVXLC]+|\d+)\b", re.IGNORECASE), 2),
    (re.compile(r"[IVX]{1,5}[.)/-]"), 2),
    (re.compile(r"[A-HĐ][.)/]\s"), 2),
    (re.compile(r"(?:điều|bài|bước|buổi)\s+\d+", re.IGNORECASE), 3),
    (re.compile(r"\d{1,2}[.)/]?\s"), 3),
    (re.compile(r"\d{1,2}\.\d{1,2}[.)]?\s"), 4),
    (re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}[.)]?\s"), 5),
)
# Lines above the title: the state's motto, the office, the number; without accents, however they are placed.
_ABOVE_TITLE = re.compile(
    r"cong hoa xa hoi|doc lap|dang cong san|doan tncs|ban chap hanh|uy ban nhan dan|hoi dong nhan dan|(?:ubnd|hdnd|bch|btv|bgh|ubmttq|ttnd|tw|tp)\b|truong\b(?! hop)|khoa\b"
    r"|so\b(?! (?:tay|lieu|hoa))|bo\b(?! (?:tai lieu|cau hoi|cong cu|quy tac|tieu chi|the))|cong ty\b|chi nhanh\b|phong\b(?! (?:chong|trao))"
    r"|trung tam\b|phu luc\b|mau\b|muc luc\b|ban thuong vu|(?:dang|tinh|thanh|huyen) uy\b|dang bo\b"
    r"|(?:trung uong|tinh|thanh|huyen|chi) doan\b|doan (?:xa|phuong|truong|khoi|thanh nien)\b|hoi (?:lhtn|lien hiep|sinh vien|dong doi)\b"
)
# Kinds of documents (Decree 30/2020/NĐ-CP, article 7; what Youth Union offices write), without accents.
_KIND = re.compile(
    r"(?:du thao )?(?:nghi quyet|quyet dinh|chi thi|quy che|quy dinh|thong cao|thong bao|huong dan|chuong trinh|ke hoach|phuong an"
    r"|de an|du an|bao cao|bien ban|to trinh|hop dong|cong van|ban ghi nho|giay moi|kich ban|tai lieu|de cuong|bai giang|giao an"
    r"|danh sach|noi quy|the le|cong bo|loi keu goi|so tay)(?: tom tat| chi tiet| phat thanh| tap huan| tuyen truyen)?"
)
_SHORTEST_TITLE, _LONGEST_TITLE = 8, 150


@dataclass
class Changes:
    """What was not carried as it stood, counted."""

    flattened: int = 0  # tables with merged cells
    headings: int = 0  # bold lines that became sections
    links: int = 0  # to places outside the document that nobody else has
    formulas: int = 0
    struck: int = 0
    underlined: int = 0
    title: str = ""  # from the file's own data
    title_line: str = ""  # from a bold line of its text, which is no longer in it
    encoding: str = ""  # the old encoding that the words were in


def words_of(nodes: Any) -> str:
    """The plain words of any part of a document."""
    if isinstance(nodes, list):
        return "".join(map(words_of, nodes))
    if not isinstance(nodes, dict):
        return ""
    kind = nodes.get("t")
    content: Any = nodes.get("c")
    if kind == "Str":
        return str(content)
    if kind in _SPACES:
        return " "
    if kind in ("Code", "Math", "CodeBlock", "RawInline", "RawBlock"):
        return str(content[1])
    return words_of(content) + (" " if kind in ("Para", "Plain", "Header") else "")


def with_sections(blocks: list[Node], changes: Changes) -> list[Node]:
    """Lines of their own in bold that are numbered as sections as headings, beside headings by style too."""
    levels = [block["c"][0] for block in blocks if block["t"] == "Header"]
    # Beside styles "II." stands with their highest, the title's left aside, and "1." one lower.
    levels = levels[1:] if len(levels) > 2 and levels[0] < min(levels[1:]) else levels
    shift = min(levels) - 2 if len(levels) > 1 else 0
    return [_as_section(block, shift, changes) for block in blocks]


def _as_section(block: Node, shift: int, changes: Changes) -> Node:
    if block["t"] not in ("Para", "Plain"):
        return block
    words = " ".join(words_of(block).split())
    if not words or len(words) > _LONGEST_TITLE or not _is_bold(block["c"]) or words.endswith((";", ",")):
        return block
    levels = [level for pattern, level in _SECTIONS if pattern.match(words)]
    if not levels:
        return block
    changes.headings += 1
    return {"t": "Header", "c": [max(1, levels[-1] + shift), ["", [], []], [{"t": "Str", "c": words}]]}


def _is_bold(inlines: list[Node]) -> bool:
    some = [one for one in inlines if one["t"] not in _SPACES]
    return bool(some) and all(one["t"] == "Strong" or one["t"] == "Emph" and _is_bold(one["c"]) for one in some)


def without_title(blocks: list[Node], changes: Changes) -> list[Node]:
    """The first bold line that is no name of an office names the document; below its kind alone, the next one does."""
    for number, block in enumerate(blocks[:25]):
        words = _title_in(block)
        if not words:
            continue
        is_kind = bool(_KIND.fullmatch(fold(words)))
        subject = _title_in(blocks[number + 1]) if is_kind and number + 1 < len(blocks) else ""
        if len(words) < _SHORTEST_TITLE and not subject:
            continue
        if subject and not subject.isupper():
            words, subject = words.capitalize(), subject[0].lower() + subject[1:] if subject[1:2].islower() else subject
        changes.title_line = f"{words} {subject}".strip()
        return blocks[:number] + blocks[number + (2 if subject else 1) :]
    return blocks


def _title_in(block: Node) -> str:
    if block["t"] not in ("Para", "Plain") or not _is_bold(block["c"]):
        return ""
    words = " ".join(words_of(block).split())
    is_title = (
        len(words) <= _LONGEST_TITLE
        and not re.search(r"[.…_]{3}|……", words)  # a line to fill in
        and not _ABOVE_TITLE.match(fold(words))
        and not any(pattern.match(words) for pattern, _ in _SECTIONS)
    )
    return words if is_title else ""


def stepwise(blocks: list[Node]) -> list[Node]:
    """Headings that go down one level at a time."""
    made: list[Node] = []
    open_levels: list[int] = []
    for block in blocks:
        if block["t"] == "Header":
            level = block["c"][0]
            open_levels = [one for one in open_levels if one < level] + [level]
            block = {**block, "c": [len(open_levels), *block["c"][1:]]}
        made.append(block)
    return made
