"""Read the cells of one column by its kind; say what cannot be read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from handbook.problem import Problem
from handbook.tables.file.grid import Item, View
from handbook.tables.meaning.column_kinds import YEAR, is_blank, looks_broken
from handbook.tables.meaning.decimal_sign import decimal_sign, written_numbers
from handbook.tables.meaning.units import in_column_unit, is_columns, settle_unit
from handbook.tables.meaning.written_dates import ImpossibleDate, read_date
from handbook.tables.model import Cell
from handbook.tables.number_text import date_text
from handbook.tables.written_numbers import NumberText, split_number, to_decimal


@dataclass(frozen=True)
class NumberRules:
    """What is known of a file's numbers outside the column: metadata, and the other columns."""

    number_format: str | None
    elsewhere: str | None
    meta_path: str


def read_numbers(view: View, unit: str | None, rules: NumberRules) -> tuple[list[Cell], str | None, list[Problem]]:
    """The cells, the unit of the column, and what is wrong."""
    splits = [None if item.value is not None or is_blank(item) else split_number(item.text) for item in view.items]
    sign, problems = decimal_sign(view, written_numbers(splits), rules.number_format, rules.elsewhere, rules.meta_path)
    unit, wrong = settle_unit(view, splits, unit)
    problems += wrong
    bad = {problem.code for problem in problems}
    cells = []
    for index, (item, parts) in enumerate(zip(view.items, splits, strict=False)):
        if isinstance(item.value, Decimal):
            repeated = not item.unit or is_columns(item.unit, unit)
            suffix = "" if repeated else item.unit if item.unit in ("%", "‰") else f" {item.unit}"
            value = in_column_unit(item.value, item.unit, unit)
            cells.append(Cell(item.text, value, number=item.value, suffix=suffix, decimals=item.decimals))
        elif parts and not bad:
            cells.append(_number(view, index, item, parts, sign, unit, problems))
        else:
            if looks_broken(item) and not is_blank(item):
                fix = (
                    "ghi -1.234 nếu là số âm, bỏ ngoặc nếu không."
                    if item.text.startswith("(")
                    else "gõ lại con số; nếu cột này không phải số thì khai kieu: chu trong tệp .md."
                )
                problems.append(view.problem(index, f"“{item.text}” không phải là số viết đúng.", fix, "so-sai"))
            cells.append(Cell(item.text, exact=is_blank(item)))
    return cells, unit, problems


def _number(
    view: View, index: int, item: Item, parts: NumberText, sign: str, unit: str | None, problems: list[Problem]
) -> Cell:
    low = to_decimal(parts.low, sign)
    high = to_decimal(parts.high, sign) if parts.high else None
    if high is not None and high < low:
        problems.append(
            view.problem(index, f"“{item.text}”: số sau nhỏ hơn số trước.", "gõ lại khoảng số, số nhỏ trước.", "so-sai")
        )
        return Cell(item.text, exact=False)
    suffix = parts.note if is_columns(parts.unit, unit) else parts.tail
    return Cell(
        item.text,
        in_column_unit(low, parts.unit, unit),
        parts.exact,
        parts.prefix,
        low,
        high,
        suffix,
        joiner=parts.joiner,
    )


def words_cell(item: Item) -> Cell:
    """A cell among words; a typed 1234.5 there is still written in the reader's style."""
    if isinstance(item.value, Decimal) and item.value != item.value.to_integral_value():
        return Cell(item.text, number=item.value, suffix=item.text[len(f"{item.value:f}") :], decimals=item.decimals)
    return Cell(date_text(item.value, item.precision, "vi") if isinstance(item.value, dt.date) else item.text)


def read_dates(view: View) -> tuple[list[Cell], list[Problem]]:
    """Dates, periods, and words about time kept as they are."""
    cells, problems = [], []
    for index, item in enumerate(view.items):
        if isinstance(item.value, dt.date):
            cells.append(Cell(item.text, item.value, precision=item.precision))
            continue
        try:
            found = read_date(item.text)
        except ImpossibleDate as error:
            problems.append(
                view.problem(
                    index,
                    f"“{error}” không phải là ngày có thật (đọc theo ngày/tháng/năm).",
                    "viết ngày/tháng/năm, ví dụ 31/12/2025.",
                    "ngay-sai",
                )
            )
            continue
        cells.append(
            Cell(item.text, found.value, found.exact, found.prefix, suffix=found.suffix, precision=found.precision)
            if found
            else Cell(item.text, exact=is_blank(item))
        )
    return cells, problems


def read_years(view: View) -> tuple[list[Cell], list[Problem]]:
    """Years; "2024 (9 tháng)" and "2021-2025" keep their first year and are not exact."""
    cells = []
    for item in view.items:
        match = YEAR.fullmatch(item.text)
        cells.append(
            Cell(item.text, int(match[1]), not (match[2] or match[3]))
            if match
            else Cell(item.text, exact=is_blank(item))
        )
    return cells, []
