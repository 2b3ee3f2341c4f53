"""The unit of a column and of its cells: ``84,15%``, ``18.900 tỷ đồng``, ``4,2 triệu``."""

from __future__ import annotations

import re
from decimal import Decimal

from handbook.problem import Problem
from handbook.tables.file.grid import View
from handbook.tables.written_numbers import NumberText

Splits = list[NumberText | None]
_SCALES = {
    "nghìn tỷ": 10**12,
    "ngàn tỷ": 10**12,
    "triệu tỷ": 10**15,
    "nghìn": 10**3,
    "ngàn": 10**3,
    "triệu": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
    "nghìn tỉ": 10**12,
    "triệu tỉ": 10**15,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
}
_DONG = frozenset({"đồng", "đ", "₫", "vnđ", "vnd"})
_SCALE = re.compile(r"({})\b".format("|".join(sorted(_SCALES, key=len, reverse=True))), re.IGNORECASE)


def settle_unit(view: View, splits: Splits, declared: str | None) -> tuple[str | None, list[Problem]]:
    """The unit of the whole column, and units that cannot stand together.

    ``declared`` is what the metadata or the header says.  Without it, a unit
    that every number carries (at least two) becomes the column's.
    """
    units: dict[str, int] = {}
    for index, (item, parts) in enumerate(zip(view.items, splits, strict=False)):
        if parts or isinstance(item.value, Decimal):
            name = parts.unit if parts else item.unit
            units.setdefault("%" if name.startswith("%") else name, index)
    numbers = sum(
        bool(parts) or isinstance(item.value, Decimal) for item, parts in zip(view.items, splits, strict=False)
    )
    unit = declared
    if unit is None and len(units) == 1 and numbers > 1 and "" not in units:
        unit = next(iter(units))
    percent = "%" in (unit or "")
    problems = []
    if "%" in units and not percent:
        other = next((index for name, index in units.items() if name != "%"), None)
        against = (
            f"{view.place(other)} ghi “{view.items[other].text}” không có dấu %"
            if other is not None and not declared
            else f"đơn vị của cột là “{unit or 'không có'}”"
        )
        problems.append(
            view.problem(
                units["%"],
                f"ô ghi phần trăm (“{view.items[units['%']].text}”) còn {against}.",
                "ghi cùng một đơn vị cho cả cột; nếu mỗi hàng một đơn vị thì khai kieu: chu cho cột trong tệp .md.",
                "so-don-vi",
            )
        )
    elif not declared:
        bases: dict[str, int] = {}
        for name, index in units.items():
            if base := _base(name):
                bases.setdefault(base, index)
        if len(bases) > 1:
            (first, at), (second, there) = sorted(bases.items(), key=lambda pair: pair[1])[:2]
            problems.append(
                view.problem(
                    there,
                    f"cột lẫn hai đơn vị: “{second}” ở đây, “{first}” ở {view.place(at)}.",
                    "tách thành hai cột, hoặc khai kieu: chu cho cột trong tệp .md.",
                    "so-don-vi",
                )
            )
    return unit, problems


def is_columns(cell_unit: str, unit: str | None) -> bool:
    """Whether the unit written in a cell only repeats the column's."""
    if not cell_unit or not unit:
        return False
    same = _scale_of(cell_unit) == _scale_of(unit) and _base(cell_unit) == _base(unit)
    return same or cell_unit == "%" and "%" in unit


def in_column_unit(number: Decimal, cell_unit: str, unit: str | None) -> Decimal:
    """A cell's number counted in the column's unit."""
    times = _factor(cell_unit, unit)
    return number if times == 1 else Decimal(f"{(number * times).normalize():f}")


def _factor(cell_unit: str, unit: str | None) -> Decimal:
    """What to multiply a cell's number by to count in the column's unit: triệu in tỷ → 0,001."""
    if is_columns(cell_unit, unit) or _scale_of(cell_unit) == 1:
        return Decimal(1)
    return Decimal(_scale_of(cell_unit)) / _scale_of(unit or "")


def _scale_of(unit: str) -> int:
    """The factor in a unit: ``triệu đồng`` → 1000000, ``xã`` → 1."""
    match = _SCALE.match(unit)
    return _SCALES[match[1].lower()] if match else 1


def _base(unit: str) -> str:
    """A unit without its factor, the signs of the đồng as one: ``triệu VNĐ`` → ``đồng``."""
    base = _SCALE.sub("", unit, count=1).strip().casefold()
    return "đồng" if base in _DONG else base
