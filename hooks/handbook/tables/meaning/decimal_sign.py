"""Which sign is the decimal one: the metadata says it, or the file's own evidence does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handbook.problem import Problem
from handbook.tables.file.grid import View
from handbook.tables.written_numbers import NumberText, evidence, fits

Written = dict[str, list[tuple[int, str]]]


def written_numbers(splits: Sequence[NumberText | None]) -> Written:
    """The written numbers of a column, (index, text), by what each says about the decimal sign."""
    found: Written = {"dot": [], "comma": [], "dot?": [], "comma?": [], "bad": [], "none": []}
    for index, parts in enumerate(splits):
        for token in (parts.low, parts.high) if parts else ():
            if token:
                found[evidence(token)].append((index, token))
    return found


def decimal_sign(
    view: View, found: Written, number_format: str | None, elsewhere: str | None, meta_path: str
) -> tuple[str, list[Problem]]:
    """``.`` or ``,``: as declared, else as the column shows, else as the file's other columns do.

    One group of three digits ("10.599") with no evidence anywhere is a problem
    that shows both readings.
    """
    problems = [
        view.problem(
            index,
            f"“{token}” không phải là số viết đúng.",
            "xem lại dấu chấm, dấu phẩy; nếu cột này không phải số thì khai kieu: chu trong tệp .md.",
            "so-sai",
        )
        for index, token in found["bad"]
    ]
    if number_format:
        problems += [
            view.problem(
                index,
                f"“{token}” không viết theo dạng {number_format} đã khai.",
                f"viết lại số, hoặc sửa dòng dinh_dang_so trong {meta_path}.",
                "so-dinh-dang",
            )
            for kind in ("dot", "comma", "dot?", "comma?")
            for index, token in found[kind]
            if not fits(token, number_format)
        ]
        return ("." if number_format.endswith(".5") else ","), problems
    if found["dot"] and found["comma"]:
        (first, one), (second, two) = sorted((found["dot"][0], found["comma"][0]))
        problems.append(
            view.problem(
                second,
                f"“{two}” viết khác kiểu với “{one}” ở {view.place(first)}: một bên dùng dấu chấm, "
                "một bên dùng dấu phẩy để ngăn phần thập phân.",
                "viết cả cột theo một kiểu.",
                "so-lan-kieu",
            )
        )
        return ".", problems
    sign = "." if found["dot"] else "," if found["comma"] else elsewhere
    unsure = sorted(found["dot?"] + found["comma?"])
    if unsure and sign is None:
        problems.append(_two_readings(view, unsure, meta_path))
    return sign or ".", problems


def _two_readings(view: View, unsure: list[tuple[int, str]], meta_path: str) -> Problem:
    index, token = unsure[0]
    mark, formats = ("chấm", ("1.234,5", "1234.5")) if "." in token else ("phẩy", ("1,234.5", "1234,5"))
    plain, decimal = re.sub(r"[.,]", "", token), token.replace(".", ",")
    more = f" Cột này còn {len(unsure) - 1} ô như vậy." if len(unsure) > 1 else ""
    return view.problem(
        index,
        f"“{token}” đọc được hai cách: {plain} (dấu {mark} ngăn hàng nghìn) hoặc {decimal} (dấu {mark} ngăn phần thập phân).{more}",
        f'ghi vào {meta_path} dòng dinh_dang_so: "{formats[0]}" nếu là {plain}, hoặc dinh_dang_so: "{formats[1]}" nếu là {decimal}.',
        "so-hai-cach",
    )
