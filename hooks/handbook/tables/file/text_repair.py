"""Make the words of a grid Vietnamese: convert old font encodings, refuse what is lost."""

from __future__ import annotations

import dataclasses
import html
import re
import unicodedata
from collections.abc import Callable

from handbook.problem import Problem, Severity
from handbook.tables.file.grid import Grid, Item
from handbook.vietnamese.legacy_fonts import CONVERTERS, from_twice_encoded
from handbook.vietnamese.syllables import accented_words, is_syllable, share_of_syllables

_LOST = re.compile(r"\ufffd|(?<![\w/=&?.])[A-Za-zÀ-ỹ]+\?[a-zà-ỹ]+(?![\w/=&?])")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")  # zero width: they come with copied text
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|nbsp|#\d{2,5}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_OLD_SIGN = re.compile("[¡-¬®-¿×÷]")
_LONGEST = 5_000  # characters of a cell: more is a page
_ENOUGH = 3  # different accented words before a file's encoding counts as recognised


def repair(grid: Grid, is_certain: bool = True) -> tuple[Grid | None, tuple[Problem, ...]]:
    """The grid in Unicode; ``is_certain`` is false when even its bytes were guessed."""
    grid = _convert(grid, lambda text: _INVISIBLE.sub("", text).strip())
    words = {word for row in grid.rows for item in row for word in accented_words(item.text)}
    usual = share_of_syllables(words)
    found: tuple[Problem, ...] = ()
    if words and (usual < 0.8 or not is_certain):
        name, share = max(
            ((name, share_of_syllables({convert(word) for word in words})) for name, convert in CONVERTERS.items()),
            key=lambda pair: pair[1],
        )
        if len(words) >= _ENOUGH and share >= 0.9 and usual < 0.6 and not _has_unicode(words):
            grid = _convert(grid, CONVERTERS[name])
            found = (converted(grid.path, name),)
        elif not is_certain:
            return None, (
                Problem(
                    grid.path,
                    1,
                    "Không nhận ra bảng mã của tệp, chữ Việt có thể sai.",
                    "Cách sửa: mở bằng Excel, chọn Lưu thành, kiểu CSV UTF-8 hoặc .xlsx.",
                    "bang-ma",
                ),
            )
    if _has_unicode(words):  # a soft hyphen, which is a letter in TCVN3
        grid = _convert(grid, lambda text: text if _OLD_SIGN.search(text) else text.replace("\u00ad", ""))
    problems = [
        problem
        for row in range(len(grid.rows))
        for column, item in enumerate(grid.rows[row])
        if item.text and (problem := _check(grid, row, column, item))
    ]
    return (None if problems else grid), found + tuple(problems)


def converted(path: str, name: str) -> Problem:
    """The hint that a text was not Unicode, and has been made so."""
    return Problem(
        path,
        0,
        f"Chữ trong tệp theo bảng mã {name}, đã được chuyển sang Unicode.",
        "Cách sửa: xem lại chữ trong bảng; muốn chắc, lưu tệp lại bằng Unicode.",
        "bang-ma-cu",
        Severity.HINT,
    )


def _has_unicode(words: set[str]) -> bool:
    """Real Vietnamese letters (ế, ữ …) among the words: only a part is in the old encoding."""
    return any("\u1ea0" <= char <= "\u1ef9" for word in words for char in word)


def _convert(grid: Grid, convert: Callable[[str], str]) -> Grid:
    rows = tuple(
        tuple(
            dataclasses.replace(item, text=unicodedata.normalize("NFC", convert(item.text))) if item.text else item
            for item in row
        )
        for row in grid.rows
    )
    return dataclasses.replace(grid, rows=rows)


def _check(grid: Grid, row: int, column: int, item: Item) -> Problem | None:
    text = item.text
    if len(text) > _LONGEST:
        return grid.problem(
            row,
            column,
            f"ô dài {len(text)} ký tự; dài nhất được {_LONGEST}.",
            "rút ngắn; bài viết thì đặt vào một trang .md.",
            "bang-qua-rong",
        )
    if text.isascii() and not set(text) & set("?&") and text.isprintable():
        return None
    if (meant := from_twice_encoded(text)) != text:
        return grid.problem(
            row,
            column,
            f"“{_short(text)}” là chữ UTF-8 đọc sai bảng mã (“{_short(meant)}”).",
            "mở lại tệp gốc, khi nhập chọn bảng mã UTF-8, rồi lưu.",
            "bang-ma",
        )
    if _CONTROL.search(text):
        return grid.problem(
            row, column, "ô có ký tự điều khiển không nhìn thấy được.", "gõ lại nội dung ô.", "ky-tu-la"
        )
    if _LOST.search(text):
        return grid.problem(
            row,
            column,
            f"“{_short(text)}”: chữ có dấu đã mất, thành dấu hỏi.",
            "mở tệp gốc bằng Excel, chọn Lưu thành, kiểu CSV UTF-8 hoặc .xlsx.",
            "bang-ma",
        )
    if found := _ENTITY.search(text):
        return grid.problem(
            row,
            column,
            f"ô có mã của trang web “{found[0]}” thay cho ký tự (“{_short(text)}” nên là “{_short(html.unescape(text))}”).",
            "gõ lại ký tự thật, hoặc xuất lại tệp từ nguồn.",
            "ma-html",
        )
    words = accented_words(text)
    # "Ia Púch" is a real name: a cell is suspect only as a whole, or by signs that are no letters.
    suspect = len(words) > 1 or any(not char.isalpha() for word in words for char in word)
    if not words or not suspect or any(is_syllable(word) for word in words):
        return None
    for name, convert in CONVERTERS.items():
        if all(len(convert(word)) > 1 and is_syllable(convert(word)) for word in words):
            return grid.problem(
                row,
                column,
                f"“{_short(text)}” có vẻ là chữ {name} (“{_short(convert(text))}”).",
                "chuyển chữ sang Unicode (ví dụ bằng UniKey), rồi lưu lại.",
                "bang-ma",
            )
    return None


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
