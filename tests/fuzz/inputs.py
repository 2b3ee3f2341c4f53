"""Hostile and broken files, made from a seed: the same number gives the same bytes for ever."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_TABLES = ROOT / "tests" / "core" / "tables" / "files"
# What breaks readers: openings without ends, ends without openings, signs of other programs, letters that are none.
_SIGNS = (
    "[", "](", ")", "![", "[^1]", "[^1]: ", "`", "```\n", "~~~", "**", "__", "*", "<", "</", "<!--", "-->", "<![CDATA[", "<?x", "<a href=\"",
    "<div>", "</div>", "<script>", "<svg onload=x>", "{", "}", "{:", "{: #a .b c='d' }", "{{so-lieu | a | b=1 | c}}", "{{", "}}", "{%", "%}", "|",
    "|---|", "\t", "\n", "\n\n", "    ", "  ", "/// ", "///\n", "/// the-viec | A\n", "/// man-hinh | A\n", "/// cau-hoi | A\n", "/// so-do | A\n",
    "/// tin-nhan | A\n", "/// the-cat | A\n", "/// to-in | A\n", "/// bieu-mau | A\n", "/// bai-loa | A\n", "/// so-lieu | a\n", "loai: gia\n",
    "id: a\n", "- [ ] ", "- [x] ", "- ", "* ", "1. ", "7) ", "a) ", "• ", "# ", "## ", "####### ", "> ", "> [!NOTE]\n> ", ":::", "!!! ", "??? ",
    "!!! warning \"", "==", "~~", "^^", "[[a]]", "&amp;", "&#0;", "&#x110000;", "&lt", "\\", "\\\n", "\x00", "\x0b", "\u200b", "\u00ad", "\u2028",
    "\ufeff", "\ud7ff", "\uffff", "\U0001f600", "ạ", "a\u0323\u0302", "Điều 5 Nghị định 13/2023/NĐ-CP", "148/2025/QH15", "31/02/2026",
    "0912 345 678", "https://a.vn/[x", "http://[", "mailto:", "javascript:alert(1)", "data:image/png;base64,AAAA", "../../../etc/passwd",
    "(bài này)", "“", "”", "\"", "'", "$$", "\\(", "%", "%00", "%E1%BA", "Ð", "ß", "ﬁ", "٣", "１", "½", "∞", "−", "9" * 40,
)  # fmt: skip
_KEYS = (
    "title", "ngay", "tom_tat", "nhom", "tu_khoa", "nguon", "ten", "url", "cho", "ra_soat", "phu_trach", "lien_quan", "old_paths", "thu_tu",
    "nhiem_vu_to", "nang_luc", "chua_ro", "dieu", "hoi", "ai", "truoc", "da_thu", "ung_dung", "phien_ban", "cach", "tinh", "tinh_cu", "dia_ban",
    "template", "hide", "cot", "kieu", "don_vi", "bieu_do", "loai", "x", "y", "loc", "dinh_dang_so", "trang_tinh", "can_in", "nhac_lai", "viec",
    "thanh_vien", "dien_thoai", "chu_to", "chuong", "noi_can_biet", "khoa_la", "<<", "a b", "đ", "",
)  # fmt: skip
_VALUES = (
    "A", "2026-11-24", "2026-13-45", "0001-01-01", "99999-01-01", "18:30", "017", "1.10", "12_000", "true", "on", "~", "null", "0x1F", "1e999",
    ".inf", ".nan", "9" * 60, "[]", "{}", "[a, b]", "[[a], [b]]", "{a: {b: {c: d}}}", "[a, {b: c}]", "&x [*x]", "*x", "!!int 'a'", "!!python/name:os",
    "'a", '"a', "|\n  a\n  b", ">-\n  a", "- a\n- b", "\n  - a\n  - b: c\n    d: e", "\n  ten: A\n  url: http://[\n  ngay: 2026-01", "@a", "`a`", "%a",
    "ky-nang/vneid.md", "../x.md", "/etc/passwd", "https://a.vn", "https://a.vn:99999/", "khong-ro", "ky-nang", "cot", "so", "\"1.234,5\"", "a: b: c",
    "# chú thích", "\u2028", "\x00", "\ufeff", "\"\\ud800\"", "\"\\x00\"", "Lào Cai", "0912345678",
)  # fmt: skip
_CELLS = (
    "", "1", "1.234", "1,234", "1.234,5", "1,234.56", "−5", "-", "(12)", "12%", "12 %", "1e5", "1e999", "inf", "NaN", "=A1", "+1", "@x", "'=A1", "'-5",
    "0912345678", "001203004567", "12 Lê Lợi", "31/12/25", "31/12/2025", "2025-02-30", "T1/2025", "Quý IV/2025", "18:30", "10:20:30", "PT10H20M30S", "5 tỷ",
    "2,5 triệu đồng", "Tổng cộng", "Cộng", "Nguồn: A", "Ghi chú: B", "Đơn vị: nghìn người", "TT", "STT", "Tên", "Năm", "Số hộ", "Mã xã", "SĐT", "Lào Cai",
    "Yên Bái", "a\nb", "a\"b", "\"", "a,b", "a;b", "\t", "\x00", "\x1f", "\u200b", "#REF!", "#N/A", "TRUE", "½", "٣", "<b>", "&amp;", "9" * 400, "x" * 3000,
)  # fmt: skip
_SVG = (
    "<svg xmlns='http://www.w3.org/2000/svg'>", "</svg>", "<path d='M0 0'/>", "<use href='#a'/>", "<use href='http://a.vn#a'/>", "<image href='a.png'/>",
    "<style>@import url(x)</style>", "<style>a{background:image-set('x' 1x)}</style>", "<script>x()</script>", "<!DOCTYPE svg [<!ENTITY a 'b'>]>", "&a;",
    "<g onload='x()'>", "</g>", "<foreignObject>", "<![CDATA[", "]]>", "<?xml version='1.0' encoding='UTF-16'?>", "<?xml-stylesheet href='x'?>", "<a:b/>",
    "xmlns:xlink='y'", "style='fill:url(#a)'", "<text>Chữ</text>", "<set attributeName='href' to='javascript:x'/>", "\x00", "\ufeff", "<", ">", "\"",
)  # fmt: skip


@dataclass(frozen=True)
class Input:
    """A file of a kind: what it is called below ``docs/`` (``""``: a commune's file) and its bytes."""

    kind: str
    uri: str
    data: bytes


def make(seed: int, kind: str = "") -> Input:
    """The input of number ``seed``; kinds take turns."""
    kind = kind or tuple(_MAKERS)[seed % len(_MAKERS)]
    return _MAKERS[kind](random.Random(f"{kind} {seed}"), f"b{seed}")


def _pick(chance: random.Random, words: tuple[str, ...], most: int) -> list[str]:
    return [chance.choice(words) * chance.choice((1, 1, 1, 1, 2, 30)) for _ in range(chance.randint(1, most))]


@cache
def _pages() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md")))


def _spoilt(chance: random.Random, text: str, signs: tuple[str, ...]) -> str:
    """``text`` with a few pieces cut out, doubled, moved or put in."""
    for _ in range(chance.randint(1, 12)):
        first = chance.randrange(len(text) + 1)
        last = min(len(text), first + chance.choice((0, 1, 2, 5, 40, 400)))
        piece = text[first:last]
        text = text[:first] + chance.choice(("", piece * 2, chance.choice(signs), piece[::-1])) + text[last:]
    return text


def _encoded(chance: random.Random, text: str) -> bytes:
    code = chance.choice(("utf-8",) * 9 + ("utf-8-sig", "utf-16", "cp1258"))
    return text.encode(code, errors="replace" if code == "cp1258" else "surrogatepass")


def _markdown(chance: random.Random, name: str) -> Input:
    if chance.random() < 0.4:
        text = _spoilt(chance, chance.choice(_pages()), _SIGNS)
    else:
        head = f"---\ntitle: Bài {name}\nngay: 2026-11-24\nnguon: [{{ten: A, ngay: 2026}}]\n---\n\n"
        words = (*_SIGNS, " một ", " hai ba ", "Chữ thường.\n\n")
        text = head + "".join(_pick(chance, words, 80))
    return Input("markdown", f"chuyen-de/{name}.md", _encoded(chance, text))


def _yaml(chance: random.Random) -> str:
    lines = []
    for _ in range(chance.randint(1, 12)):
        key, value = chance.choice(_KEYS), chance.choice(_VALUES)
        lines.append(
            f"{chance.choice(('', '', '', '  ', '- '))}{key}{chance.choice((': ', ': ', ': ', ':', ' : '))}{value}"
        )
    text = "\n".join(lines) + "\n"
    return _spoilt(chance, text, (*_SIGNS, *_VALUES)) if chance.random() < 0.3 else text


def _front_matter(chance: random.Random, name: str) -> Input:
    folder = chance.choice(("chuyen-de", "cau-chuyen", "ky-nang", "so-lieu", "tap-huan"))
    head = chance.choice(("title: A\nngay: 2026-11-24\n", "", "title: A\n"))
    text = f"---\n{head}{_yaml(chance)}---\n\nChữ.\n"
    return Input("front matter", f"{folder}/{name}.md", _encoded(chance, text))


def _commune(chance: random.Random, name: str) -> Input:
    head = chance.choice(("ten: Xã A\ntinh: Lào Cai\n", ""))
    return Input("commune", "", _encoded(chance, head + _yaml(chance)))


def _csv(chance: random.Random, name: str) -> Input:
    separator, width = chance.choice(",;\t|"), chance.randint(1, 7)
    rows = []
    for _ in range(chance.randint(1, 14)):
        cells = [chance.choice(_CELLS) for _ in range(max(1, width + chance.choice((0,) * 8 + (-1, 1))))]
        rows.append(
            separator.join('"' + cell.replace('"', '""') + '"' if chance.random() < 0.3 else cell for cell in cells)
        )
    text = chance.choice(("\n", "\n", "\r\n", "\r")).join(rows)
    return Input("csv", f"so-lieu/{name}.csv", _encoded(chance, text))


def _workbook(chance: random.Random, name: str) -> Input:
    source = chance.choice([path for path in sorted(_TABLES.iterdir()) if path.suffix in (".xlsx", ".ods", ".xls")])
    data = source.read_bytes()
    try:
        data = _repacked(chance, data) if chance.random() < 0.8 else _flipped(chance, data)
    except zipfile.BadZipFile:  # an XLS, or a sample that is broken already
        data = _flipped(chance, data)
    return Input("workbook", f"so-lieu/{name}{source.suffix}", data)


def _flipped(chance: random.Random, data: bytes) -> bytes:
    some = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        some[chance.randrange(len(some))] = chance.randrange(256)
    return bytes(some[: chance.choice((len(some),) * 5 + (chance.randrange(len(some) + 1),))])


def _repacked(chance: random.Random, data: bytes) -> bytes:
    """A part of the archive spoilt in its text: the container stays whole, so that its reader goes on."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = [info.filename for info in old.infolist() if not info.is_dir()]
        target = chance.choice(names)
        for part in names:
            text = old.read(part)
            if part == target:
                if chance.random() < 0.1:
                    continue
                words = text.decode("latin-1")
                signs = (
                    "<",
                    ">",
                    "/>",
                    '"',
                    "1048576",
                    "-1",
                    "NaN",
                    "1e999",
                    "&x;",
                    'r="ZZZ9"',
                    "A0",
                    "XFD1048576",
                    "\x00",
                )
                text = _spoilt(chance, words, signs).encode("latin-1")
            new.writestr(part, text)
    return out.getvalue()


def _svg(chance: random.Random, name: str) -> Input:
    inside = "".join(_pick(chance, _SVG, 25))
    text = (
        inside if chance.random() < 0.3 else f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{inside}</svg>"
    )
    return Input("svg", f"chuyen-de/{name}.svg", _encoded(chance, text))


_MAKERS: Mapping[str, Callable[[random.Random, str], Input]] = {
    "markdown": _markdown,
    "front matter": _front_matter,
    "csv": _csv,
    "workbook": _workbook,
    "svg": _svg,
    "commune": _commune,
}
KINDS = tuple(_MAKERS)
