"""Reads the lines of one block and collects everything that is wrong with it."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable

from handbook.kit.source import Entry, Line, RawBlock, entry_of
from handbook.problem import Problem
from handbook.vietnamese.text import slug

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
#: Keys that every block takes.
COMMON = ("id", "het-han", "nguon")
# A dot, space or hyphen may stand between the digits.
_PHONE = re.compile(r"(?<![\d/])(?:1[89]00[ .-]?\d{2,6}|\+?\d(?:[ .-]?\d){6,})(?![\d/])")
_NO_PHONE = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}")


class Reader:
    """One block being read: ``take`` gives the entries, ``problem`` notes what is wrong."""

    def __init__(self, raw: RawBlock, path: str = "", first_line: int = 1) -> None:
        self.raw, self.path, self.first_line = raw, path, first_line
        self.problems: list[Problem] = []

    # ---- problems ---------------------------------------------------------

    def problem(self, number: int, message: str, fix: str) -> None:
        """Note a problem at line ``number`` of the text that the block stands in."""
        line = self.first_line + number - 1
        self.problems.append(Problem(self.path, line, f"Khối {self.raw.name}: {message}", fix, "kit-khoi"))

    def short(self, value: str, most: int, what: str, number: int) -> str:
        """``value``, which must have at most ``most`` characters and even ``**``; ``what`` names it."""
        bare = value.replace("**", "")
        if len(bare) > most:
            self.problem(
                number, f"{what} dài {len(bare)} ký tự, chỉ vừa {most}.", "Viết ngắn lại, hoặc tách thành hai phần."
            )
        if value.count("**") % 2:
            self.problem(number, f"{what} có dấu ** không đủ cặp.", "Đặt ** ở cả đầu và cuối chữ đậm.")
        if "{{" in value:
            self.problem(
                number, f"{what} có {{{{…}}}}, khối này không tự lấy số từ bảng.", "Ghi thẳng con số, thêm dòng nguon:."
            )
        return value

    # ---- lines ------------------------------------------------------------

    def entries(self, keys: Iterable[str], lines: Iterable[Line] | None = None) -> list[Entry]:
        """``key: value`` lines, a value going on in the next lines when those are indented.

        ``keys`` are the keys this kind knows beside the common ones; ``-`` stands for list items.
        """
        known = (*keys, *COMMON)
        found: list[Entry] = []
        for line in self.raw.lines if lines is None else lines:
            if not line.text.strip():
                continue
            if line.text.startswith("  ") and found:
                last = found[-1]
                found[-1] = Entry(last.key, f"{last.value} {line.text.strip()}".strip(), last.number, last.is_marked)
            elif "-" in known and line.text.startswith(("- ", "-\u00a0")):
                found.append(Entry("-", line.text[2:].strip(), line.number))
            elif entry := entry_of(line):
                key = slug(entry[0])
                if key in known or (key.isdigit() and "1" in known):
                    found.append(Entry(key, entry[1], line.number, entry[2]))
                else:
                    near = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
                    self.problem(
                        line.number,
                        f"không có khóa “{entry[0]}”.",
                        f"Có phải ý bạn là “{near[0]}:”?"
                        if near
                        else f"Khóa dùng được: {', '.join(name for name in known if name not in ('-', '1'))}.",
                    )
            else:
                self.problem(
                    line.number,
                    f"không hiểu dòng “{line.text.strip()[:60]}”.",
                    "Viết khóa: giá trị"
                    + (", hoặc - mục của danh sách" if "-" in known else "")
                    + "; dòng viết tiếp thì thụt vào hai dấu cách.",
                )
        return found

    def one(self, entries: list[Entry], key: str) -> Entry | None:
        """The entry ``key``; a second one is a problem, an empty one too."""
        found = [entry for entry in entries if entry.key == key]
        for extra in found[1:]:
            self.problem(extra.number, f"khóa {key} viết hai lần.", "Giữ lại một dòng.")
        if found and not found[0].value:
            self.problem(found[0].number, f"khóa {key} chưa có giá trị.", f"Viết tiếp sau {key}: hoặc xóa dòng.")
            return None
        return found[0] if found else None

    def text(self, entries: list[Entry], key: str, most: int, *, required: str = "") -> str:
        """The value of ``key``; ``required`` is an example and makes it one that must be there."""
        entry = self.one(entries, key)
        if entry is None:
            if required and not any(other.key == key for other in entries):
                self.problem(self.raw.start, f"thiếu {key}.", f"Thêm dòng {key}: {required}.")
            return ""
        return self.short(entry.value, most, key, entry.number)

    def choice(self, entries: list[Entry], key: str, among: tuple[str, ...], default: str = "") -> str:
        """The value of ``key``, one of ``among``; without ``default`` it must be there."""
        entry = self.one(entries, key)
        if entry is None:
            if not default:
                self.problem(self.raw.start, f"thiếu {key}.", f"Thêm dòng {key}: {' hoặc '.join(among)}.")
            return default or among[0]
        value = slug(entry.value)
        if value not in among:
            self.problem(entry.number, f"{key} không nhận “{entry.value}”.", f"Chọn: {', '.join(among)}.")
            return default or among[0]
        return value

    def date(self, entries: list[Entry], key: str, *, required: bool = False) -> dt.date | None:
        """The value of ``key`` as a date."""
        entry = self.one(entries, key)
        if entry is None:
            if required and not any(other.key == key for other in entries):
                self.problem(self.raw.start, f"thiếu {key}.", f"Thêm dòng {key}: 2026-11-24 (năm-tháng-ngày).")
            return None
        try:
            if _DATE.fullmatch(entry.value):
                return dt.date.fromisoformat(entry.value)
        except ValueError:
            pass
        self.problem(entry.number, f"{key} “{entry.value}” không phải ngày.", "Viết năm-tháng-ngày: 2026-11-24.")
        return None

    def title(self, most: int) -> str:
        """The title behind the bar, which every block has."""
        if not self.raw.title:
            self.problem(self.raw.start, "chưa có tên.", f"Viết /// {self.raw.name} | Tên, rồi xuống dòng.")
        return self.short(self.raw.title, most, "tên", self.raw.start)

    def ident(self, entries: list[Entry], *, required: bool = False) -> str:
        """The id: the name by which a lesson orders the block."""
        value = self.text(entries, "id", 60, required="ten-khong-dau" if required else "")
        if value and not _ID.fullmatch(value):
            entry = next(entry for entry in entries if entry.key == "id")
            self.problem(
                entry.number,
                f"id “{value}” có chữ không dùng được.",
                f"Chỉ dùng chữ thường không dấu, số và gạch nối: {slug(value)}.",
            )
            return ""
        return value

    def no_phone(self, entries: Iterable[Entry], fix: str) -> None:
        """Telephone numbers stand only where somebody answers for them."""
        for entry in entries:
            bare = _NO_PHONE.sub(lambda found: " " * len(found.group()), entry.value)
            if found := _PHONE.search(bare):
                self.problem(entry.number, f"có số điện thoại “{found.group().strip()}”.", fix)


def parts(value: str) -> list[str]:
    """The parts of a line between bars."""
    return [part.strip() for part in re.split(r"\s\|(?:\s|$)|^\|\s", value)]


def listed(value: str) -> list[str]:
    """The parts of a line between semicolons."""
    return [part.strip() for part in value.split(";") if part.strip()]
