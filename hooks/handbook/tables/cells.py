"""Read the cells of one column by its kind; say what cannot be read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal

from handbook.problem import Problem
from handbook.tables.dates import ImpossibleDate, read_date
from handbook.tables.grid import Grid, Item
from handbook.tables.kinds import YEAR, is_blank
from handbook.tables.model import Cell
from handbook.tables.numbers import NumberText, evidence, fits, scale_of, split_number, to_decimal

# Looks like one number but is none: letters between digits, two signs, a lone "12O0".
_BROKEN = re.compile(r"(?=.*\d)[-−+]?[\dOoIl.,]{2,}")
Decimals = dict[str, list[tuple[int, str]]]


def column_evidence(items: Sequence[Item]) -> Decimals:
    """The written numbers of a column by what they say about the decimal sign."""
    found: Decimals = {"dot": [], "comma": [], "dot?": [], "comma?": [], "bad": [], "none": []}
    for row, item in enumerate(items):
        if item.value is not None or is_blank(item):
            continue
        parts = split_number(item.text)
        for token in (parts.low, parts.high) if parts else ():
            if token:
                found[evidence(token)].append((row, token))
    return found


def read_numbers(grid: Grid, column: int, body: Sequence[int], items: Sequence[Item], decimal_sign: str | None,
                 number_format: str | None, unit: str | None, meta_path: str) -> tuple[list[Cell], str | None, list[Problem]]:
    """The cells, the unit that all of them carry, and what is wrong.

    ``decimal_sign`` is what the rest of the file says, for a column that does
    not say it itself; ``number_format`` what the metadata says.
    """
    problems: list[Problem] = []
    found = column_evidence(items)
    sign, more = _decimal_sign(grid, column, body, found, decimal_sign, number_format, meta_path)
    problems += more
    splits = [None if item.value is not None or is_blank(item) else split_number(item.text) for item in items]
    units = {(_percent_or(parts.unit)) for parts in splits if parts} | {
        "%" if item.percent else "" for item in items if isinstance(item.value, Decimal)}
    common = next(iter(units)) if len(units) == 1 else ""
    if "%" in units and len(units) > 1 and not (unit and "%" in unit and units <= {"%", ""}):
        row = next(i for i, item in enumerate(items) if item.percent or splits[i] and splits[i].unit == "%")
        other = next(i for i, item in enumerate(items) if not item.percent and (splits[i] and splits[i].unit != "%" or
                                                                             not splits[i] and isinstance(item.value, Decimal)))
        problems.append(grid.problem(body[row], column, f"ô ghi phần trăm (“{items[row].text}”) còn {grid.place(body[other], column)} "
                                     f"ghi “{items[other].text}” không có dấu %.", "ghi cùng một đơn vị cho cả cột.", "so-don-vi"))
    cells = []
    for row, (item, parts) in enumerate(zip(items, splits)):
        if isinstance(item.value, Decimal):
            suffix = "%" if item.percent and common != "%" and not (unit and "%" in unit) else ""
            cells.append(Cell(item.text, item.value, True, number=item.value, suffix=suffix))
        elif parts is None:
            if not is_blank(item) and _BROKEN.fullmatch(item.text):
                problems.append(grid.problem(body[row], column, f"“{item.text}” không phải là số.",
                                             "gõ lại con số, hoặc nếu cột này là chữ thì khai kieu: chu trong tệp .md.", "so-sai"))
            cells.append(Cell(item.text, exact=is_blank(item)))
        elif problems:
            cells.append(Cell(item.text))
        else:
            cells.append(_number_cell(item.text, parts, sign, parts.unit == common or parts.unit == "%" and "%" in (unit or "")))
    return cells, common or None, problems


def _percent_or(unit: str) -> str:
    return "%" if unit.startswith("%") else unit


def _number_cell(text: str, parts: NumberText, sign: str, unit_is_columns: bool) -> Cell:
    low = to_decimal(parts.low, sign)
    high = to_decimal(parts.high, sign) if parts.high else None
    if high is not None and high < low:
        return Cell(text, exact=False)
    # The text after the number is kept as written, its unit too unless the column bears it.
    tail = text[text.rindex(parts.high or parts.low) + len(parts.high or parts.low):]
    suffix = parts.suffix if unit_is_columns else tail
    value = low if unit_is_columns else low * scale_of(parts.unit)
    return Cell(text, value, parts.exact, parts.prefix, low, high, suffix, joiner=parts.joiner)


def _decimal_sign(grid: Grid, column: int, body: Sequence[int], found: Decimals, elsewhere: str | None,
                  number_format: str | None, meta_path: str) -> tuple[str, list[Problem]]:
    at = lambda kind: found[kind][0]  # noqa: E731
    problems = [grid.problem(body[row], column, f"“{token}” không phải là số viết đúng.",
                             "kiểm tra lại dấu chấm, dấu phẩy trong số.", "so-sai") for row, token in found["bad"]]
    if number_format:
        wrong = [(row, token) for tokens in found.values() for row, token in tokens
                 if (row, token) not in found["bad"] and not fits(token, number_format)]
        problems += [grid.problem(body[row], column, f"“{token}” không viết theo dạng {number_format} đã khai.",
                                  "viết lại số, hoặc sửa dòng dinh_dang_so trong tệp .md.", "so-dinh-dang") for row, token in wrong]
        return ("." if number_format.endswith(".5") else ","), problems
    if found["dot"] and found["comma"]:
        (row, token), (other, second) = at("dot"), at("comma")
        problems.append(grid.problem(body[other], column, f"“{second}” dùng dấu phẩy thập phân còn {grid.place(body[row], column)} "
                                     f"(hàng {grid.numbers[body[row]]}) ghi “{token}” dùng dấu chấm thập phân.",
                                     "viết cả cột theo một kiểu.", "so-lan-kieu"))
        return ".", problems
    unsure = found["dot?"] + found["comma?"]
    own = "." if found["dot"] else "," if found["comma"] else None
    if own is None and found["dot?"] and found["comma?"]:
        own = None
    sign = own or elsewhere
    if unsure and sign is None:
        row, token = min(unsure)
        plain, mark = re.sub(r"[.,]", "", token), "chấm" if "." in token else "phẩy"
        decimal = token.replace(".", ",")
        fmt = ('"1.234,5"', '"1234.5"') if "." in token else ('"1,234.5"', '"1234,5"')
        problems.append(grid.problem(
            body[row], column, f"“{token}” đọc được hai cách: {plain} (dấu {mark} ngăn hàng nghìn) hoặc {decimal} (dấu {mark} thập "
            f"phân){f'; cột này còn {len(unsure) - 1} ô như vậy' if len(unsure) > 1 else ''}.",
            f"thêm vào {meta_path} dòng dinh_dang_so: {fmt[0]} nếu là {plain}, hoặc dinh_dang_so: {fmt[1]} nếu là {decimal}.",
            "so-hai-cach"))
    return sign or ".", problems


def read_dates(grid: Grid, column: int, body: Sequence[int], items: Sequence[Item]) -> tuple[list[Cell], list[Problem]]:
    """Dates, periods, and words about time kept as they are."""
    cells, problems = [], []
    for row, item in zip(body, items):
        if isinstance(item.value, dt.date):
            cells.append(Cell(item.text, item.value, True, number=None, precision=item.precision))
            continue
        try:
            found = read_date(item.text)
        except ImpossibleDate as error:
            problems.append(grid.problem(row, column, f"“{error}” không phải là ngày có thật (đọc theo ngày/tháng/năm).",
                                         "viết ngày/tháng/năm, ví dụ 31/12/2025.", "ngay-sai"))
            continue
        cells.append(Cell(item.text, found.value, found.exact, found.prefix, None, None, found.suffix, found.precision)
                     if found else Cell(item.text, exact=is_blank(item)))
    return cells, problems


def read_years(items: Sequence[Item]) -> list[Cell]:
    """Years; "2024 (9 tháng)" and "2021-2025" keep their first year and are not exact."""
    cells = []
    for item in items:
        match = YEAR.fullmatch(item.text)
        cells.append(Cell(item.text, int(match[1]), not (match[2] or match[3])) if match else Cell(item.text, exact=is_blank(item)))
    return cells
