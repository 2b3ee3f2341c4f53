"""Whom to call in a province, from the tables whose names begin with ``dau-moi-``.

Such a table has the columns ``tinh`` (a province, or "Cả nước" for numbers that work everywhere), ``noi`` (who or
where), ``so_goi`` (numbers, parted by ``;``, each with its extension in brackets), ``dia_chi``, ``de_lam_gi``,
``ngay_nguon`` and ``nguon``.  English pages show ``noi_en`` and ``de_lam_gi_en`` where a row has them.
A number that is wrong costs a reader more than one that is missing, so a row without a source or a date is told of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

from handbook.places.by_province import ProvinceTable
from handbook.places.words import WORDS
from handbook.problem import Problem
from handbook.tables.number_text import cell_text, url_parts

CONTACTS = "dau-moi-"
_NUMBER = re.compile(r"\+?[0-9][0-9 .]{1,16}[0-9]")
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_HOST = re.compile(r"^https?://(?:www\.)?([^/:]+)")
_NEEDED = {"noi": "nơi gọi, nơi đến", "ngay_nguon": "ngày của nguồn", "nguon": "nguồn"}

Row = Mapping[str, str]


def is_contacts(table: ProvinceTable) -> bool:
    """Whether ``table`` says whom to call."""
    return table.table.name.startswith(CONTACTS) and table.table.find_column("noi") is not None


def contact_lines(table: ProvinceTable, name: str, language: str) -> tuple[str, ...]:
    """Markdown list items: the province's own contacts, then in one line the numbers that work everywhere."""
    own = [_item(_row(table, number, language), language) for number in table.rows_of(name)]
    common = [_short(_row(table, number, language)) for number in sorted(table.country)]
    everywhere = [f"- {WORDS[language]['everywhere']}: {', '.join(common)}."] if common else []
    return (*own, *everywhere)


def contact_problems(table: ProvinceTable) -> Iterator[Problem]:
    """Rows that nobody could check or dial."""
    for number in range(len(table.rows)):
        row = _row(table, number, "vi")
        line = table.table.row_numbers[number] if number < len(table.table.row_numbers) else 0
        for key, what in _NEEDED.items():
            if not row.get(key):
                yield Problem(
                    table.table.path,
                    line,
                    f"Dòng này thiếu {what} (cột {key}).",
                    "Số điện thoại, địa chỉ nào cũng phải có nguồn và ngày của nguồn; không có thì xóa dòng.",
                    "dau-moi-thieu",
                )
        for text in _numbers(row):
            if not _NUMBER.fullmatch(_BRACKET.sub("", text)):
                yield Problem(
                    table.table.path,
                    line,
                    f"“{text}” không phải số điện thoại gọi được.",
                    "Chỉ ghi chữ số và dấu cách; số nhánh đặt trong ngoặc, nhiều số cách nhau bằng dấu chấm phẩy.",
                    "dau-moi-so",
                )


def _row(table: ProvinceTable, number: int, language: str) -> Row:
    """The cells of a row by the key of their column, in ``language`` where there is such a text."""
    columns = table.table.columns
    cells = {
        column.key: cell_text(cell, column, language) if column.kind == "ngay" else cell.raw
        for column, cell in zip(columns, table.table.rows[number], strict=True)
    }
    return cells | {
        key: cells[f"{key}_en"] for key in ("noi", "de_lam_gi") if language == "en" and cells.get(f"{key}_en")
    }


def _numbers(row: Row) -> list[str]:
    return [part.strip() for part in row.get("so_goi", "").split(";") if part.strip()]


def _call(text: str) -> str:
    """A number to tap: ``1022 (nhánh 3)`` → a link to 1022, then its extension."""
    number = _BRACKET.sub("", text)
    digits = re.sub(r"[^0-9+]", "", number)
    return f"[**{escape(number.strip())}**](tel:{digits}) {escape(text[len(number) :].strip())}".rstrip()


def _item(row: Row, language: str) -> str:
    ways = [*map(_call, _numbers(row)), *([escape(row["dia_chi"])] if row.get("dia_chi") else [])]
    what = f" {escape(row['de_lam_gi'])}." if row.get("de_lam_gi") else ""
    where = ", ".join(
        f'<a href="{escape(part)}" rel="nofollow noopener">{escape(found[1])}</a>'
        for part, is_address in url_parts(row.get("nguon", ""))
        if is_address and (found := _HOST.match(part))
    )
    source = ", ".join(filter(None, (where, escape(row.get("ngay_nguon", "")))))
    note = f' <span class="nguon-ngay">{WORDS[language]["source"]}: {source}</span>' if source else ""
    return f"- {escape(row['noi'])}: {'; '.join(ways)}.{what}{note}"


def _short(row: Row) -> str:
    return f"{' '.join(map(_call, _numbers(row)))} {escape(_lower(row['noi']))}"


def _lower(text: str) -> str:
    """``Cứu hỏa`` within a sentence."""
    return text[:1].lower() + text[1:]
