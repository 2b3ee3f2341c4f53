"""A table for the commune's totals: a row for each question of each lesson, counts only, no names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from handbook.kit.question import Question
from handbook.packs.sheets import Pack
from handbook.tables.output.csv_xlsx import neutral

NAME = "bo-in/bang-dem.csv"
_LETTERS = "ABCDE"


def totals(packs: Iterable[Pack]) -> bytes:
    """The table as CSV for spreadsheets; the last three columns are filled in by hand, a row a class if there are many."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    heads: list[str] = []
    for pack in packs:
        words = pack.words
        if not heads:
            heads = [str(word) for word in words["totals_heads"]]
            writer.writerow(heads)
        for form, name in (("truoc", "before"), ("sau", "after")):
            asked = [one.block.content for one in pack.ordered if getattr(one.block.content, "form", "") == form]
            for number, question in enumerate((one for one in asked if isinstance(one, Question)), start=1):
                right = _LETTERS[question.right]
                cells = (pack.chapter.title, words[name], number, question.title.replace("**", ""), right, "", "", "")
                writer.writerow([neutral(str(cell)) for cell in cells])
    return out.getvalue().encode("utf-8-sig") if heads else b""
