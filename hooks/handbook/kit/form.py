"""``/// bieu-mau``: a form to print and fill in by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from handbook.kit.markup import Surroundings, foot, rich, tag
from handbook.kit.model import Common, common
from handbook.kit.reader import Reader, listed, parts
from handbook.kit.source import Entry

KEYS = ("kho", "loi", "dong", "cot", "rong", "hang", "hoi", "viet", "ky", "luu-y")
PAPERS = ("a4", "a4-ngang", "a5")
MOST_COLUMNS, MOST_ROWS, MOST_LINES = 8, 40, 20
_MOST_TEXT, _MOST_NAME = 200, 60  # characters of a line, of a row's name


@dataclass(frozen=True)
class Part:
    """A part of the form: ``text``, ``note``, ``fields``, ``table``, ``ticks``, ``lines`` or ``signatures``.

    ``rows`` are the names that stand in the first column of a table, row by row; without them all cells are empty.
    """

    kind: str
    text: str = ""
    names: tuple[str, ...] = ()
    widths: tuple[float, ...] = ()
    count: int = 0
    rows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form(Common):
    """Its parts in the order written."""

    paper: str
    parts: tuple[Part, ...]

    kind = "bieu-mau"
    searchable = False


def read(reader: Reader) -> Form:
    entries = reader.entries(KEYS)
    made: list[Part] = []
    for entry in entries:
        if entry.key in KEYS:
            named = _has_names(entry)
            for value in listed(entry.value) if named else [entry.value]:
                reader.short(value, _MOST_NAME if named else _MOST_TEXT, entry.key, entry.number)
            if not entry.value:
                reader.problem(
                    entry.number, f"khóa {entry.key} chưa có giá trị.", f"Viết tiếp sau {entry.key}: hoặc xóa dòng."
                )
                continue
        if entry.key in ("loi", "luu-y"):
            made.append(Part("text" if entry.key == "loi" else "note", entry.value))
        elif entry.key in ("dong", "ky"):
            made.append(Part("fields" if entry.key == "dong" else "signatures", names=tuple(listed(entry.value))))
        elif entry.key == "cot":
            names = tuple(parts(entry.value))
            if len(names) > MOST_COLUMNS:
                reader.problem(
                    entry.number, f"có {len(names)} cột, nhiều nhất {MOST_COLUMNS}.", "Bớt cột, hoặc tách hai bảng."
                )
            made.append(Part("table", names=names, widths=(1.0,) * len(names), count=10))
        elif entry.key in ("rong", "hang"):
            _shape_table(reader, made, entry)
        elif entry.key == "hoi":
            question, *choices = parts(entry.value)
            names = tuple(listed(choices[0])) if choices else ()
            if len(names) < 2:
                reader.problem(entry.number, "câu hỏi chưa có lựa chọn.", "Viết hoi: câu | lựa chọn; lựa chọn.")
            made.append(Part("ticks", question, names))
        elif entry.key == "viet":
            question, *lines = parts(entry.value)
            count = _whole(reader, entry, lines[0] if lines else "2", MOST_LINES, "số dòng để viết")
            made.append(Part("lines", question, count=count))
    if not any(part.kind in ("fields", "table", "ticks", "lines") for part in made):
        reader.problem(reader.raw.start, "biểu mẫu chưa có chỗ nào để điền.", "Thêm dong:, cot:, hoi: hoặc viet:.")
    return Form(
        **common(reader, entries, 90, needs_id=True),
        paper=reader.choice(entries, "kho", PAPERS, PAPERS[0]),
        parts=tuple(made),
    )


def _shape_table(reader: Reader, made: list[Part], entry: Entry) -> None:
    if not made or made[-1].kind != "table":
        reader.problem(entry.number, f"{entry.key} phải đứng ngay sau cot.", "Viết cot: trước, rồi rong:, hang:.")
        return
    table = made[-1]
    if entry.key == "hang":
        rows = tuple(listed(entry.value)) if _has_names(entry) else ()
        count = _whole(reader, entry, str(len(rows) or entry.value), MOST_ROWS, "số hàng")
        made[-1] = replace(table, count=count, rows=rows)
        return
    try:
        widths = tuple(float(part.replace(",", ".")) for part in parts(entry.value))
    except ValueError:
        widths = ()
    if len(widths) != len(table.names) or any(not 0 < width <= 100 for width in widths):
        reader.problem(
            entry.number,
            f"rong có {len(parts(entry.value))} số, bảng có {len(table.names)} cột.",
            "Mỗi cột một số lớn hơn 0: rong: 1 | 5 | 2.",
        )
        return
    made[-1] = replace(table, widths=widths)


def _has_names(entry: Entry) -> bool:
    """Whether ``hang`` names its rows (``hang: Vốn; Bao bì``) and does not only count them."""
    return entry.key == "hang" and ";" in entry.value


def _whole(reader: Reader, entry: Entry, value: str, most: int, what: str) -> int:
    if value.isascii() and value.isdigit() and 1 <= int(value) <= most:
        return int(value)
    reader.problem(entry.number, f"{what} “{value}” không đúng.", f"Viết một số từ 1 đến {most}.")
    return 1


def html(form: Form, around: Surroundings) -> str:
    """What the form asks; the sheet itself is in the print pack."""
    words = around.words
    badge = f'<span class="kit-nhan">{words["form"]} {form.paper.split("-")[0].upper()}</span> '
    inside = ""
    for part in form.parts:
        if part.kind in ("text", "note"):
            inside += tag("p", rich(part.text))
        elif part.kind in ("fields", "signatures"):
            more = f" ({words['sign_here']})" if part.kind == "signatures" else ""
            inside += tag("p", "<br>".join(f"{rich(name)}{more}: ……………" for name in part.names))
        elif part.kind == "table":
            # A table of empty rows says less on a small screen than the names of its columns.
            names = " · ".join(rich(name) for name in part.names)
            rows = " · ".join(rich(name) for name in part.rows) or f"{part.count} {words['rows']}"
            inside += tag("p", f"{words['table']}: {names} <small>({rows})</small>")
        elif part.kind == "ticks":
            inside += tag("p", rich(part.text) + "<br>" + "<br>".join(f"☐ {rich(name)}" for name in part.names))
        else:
            inside += tag("p", rich(part.text) + "<br>" + "<br>".join(["………………………"] * min(part.count, 3)))
    return (
        tag("figcaption", badge + rich(form.title))
        + tag("div", inside, "kit-to")
        + foot(form.sources, form.expires, around)
    )
