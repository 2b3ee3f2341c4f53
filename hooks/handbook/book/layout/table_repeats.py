"""What a table says again and again in a column, said once above it instead.

A column that holds the same words in every row becomes a note, one that repeats
an earlier column too, with the rows in which it differs.  Where one column says
the same in nearly every row, the others say it below their names.  A column of a few
long texts over and over gets a letter in each row, explained in a note.
"""

from __future__ import annotations

import json
from collections import Counter

from handbook.book.html_tree.inline import Node, plain
from handbook.book.layout.table_forms import is_form
from handbook.book.layout.table_measure import text_of
from handbook.book.words import WORDS

FEWEST_ROWS = 4  # of fewer, a note saves nothing
FEWEST_COLUMNS = 3  # a table keeps at least two of them
LONG = 24  # characters; a shorter text is as good as a letter
MOST_TEXTS = 6  # different texts that letters may stand for
USES = 4  # rows for each letter, on the average
ROWS_FOR_TWINS = 10
MOST_DIFFERENT = 3  # rows in which a column may differ from the one that it repeats
FEWEST_TEXTS = 3  # in a column that another repeats; two columns of “có” and “không” agree by chance
LONGEST_EXCEPTION = 48  # characters
MOST_AGREE = 2 / 3  # part of the rows in which a column says what is the rule
SHORTEST_RULE = 6  # characters; a figure is not a rule
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def lift_repeats(table: Node, language: str) -> None:
    """Take repeated columns out of ``table``; its ``notes`` then say what they held."""
    head, body, words = table["head"], table["body"], WORDS[language]
    count = len(body[0]) if body else 0
    if len(body) < FEWEST_ROWS or count < FEWEST_COLUMNS or len(head) != 1 or is_form(table):
        return
    if any("colspan" in cell or "rowspan" in cell for row in (*head, *body) for cell in row):
        return
    if any(len(row) != count for row in (*head, *body)):
        return
    key = next((index for index, cell in enumerate(body[0]) if cell.get("scope") == "row"), 0)
    notes: list[list] = []
    gone: list[int] = []
    for index in range(count):
        if index == key:
            continue
        cells = [row[index] for row in body]
        name = [part for block in head[0][index]["c"] if block["t"] == "p" for part in block["c"]]
        texts = {_content(cell): cell for cell in cells}
        if not all(_is_simple(cell) for cell in texts.values()) or not plain(name):
            continue
        if len(texts) == 1 and count - len(gone) >= FEWEST_COLUMNS:
            notes.append([*name, ": ", *_run(cells[0])])
            gone.append(index)
        elif (
            len(texts) > 1
            and (twin := _twin(body, index, [one for one in range(index) if one not in gone]))
            and (count - len(gone) >= FEWEST_COLUMNS)
        ):
            notes.append([*name, ": ", *_as_twin(table, index, *twin, key, language)])
            gone.append(index)
        elif (rule := _rule(cells)) is not None and count - len(gone) >= FEWEST_COLUMNS:
            notes.append([*name, ": ", *_run(texts[rule]), f", {words['unless']}."])
            gone.append(index)
            for row in body:
                if _content(row[index]) != rule:
                    row[key]["c"] = [*row[key]["c"], {"t": "p", "c": [{"t": "em", "c": [*_words(row[index])]}]}]
        elif len(texts) <= MOST_TEXTS and len(body) >= USES * len(texts) and _usual_length(cells) > LONG:
            letters = dict(zip(texts, _LETTERS, strict=False))
            notes += [
                [*([*name, ": "] if number == 0 else []), {"t": "strong", "c": [letter]}, ": ", *_run(texts[text])]
                for number, (text, letter) in enumerate(letters.items())
            ]
            for cell in cells:
                cell["c"] = [{"t": "p", "c": [letters[_content(cell)]]}]
    if gone:
        table["head"] = [[cell for index, cell in enumerate(row) if index not in gone] for row in head]
        table["body"] = [[cell for index, cell in enumerate(row) if index not in gone] for row in body]
    if notes:
        table["notes"] = notes


def _rule(cells: list[Node]) -> str | None:
    """The content that nearly all ``cells`` have, if the others are short enough to stand below the row's name."""
    if len(cells) < ROWS_FOR_TWINS:
        return None
    (usual, times), *_ = Counter(map(_content, cells)).most_common(1)
    others = [cell for cell in cells if _content(cell) != usual]
    words = text_of(json.loads(usual)).strip()
    is_rule = times >= MOST_AGREE * len(cells) and len(words) >= SHORTEST_RULE
    return usual if is_rule and all(0 < len(text_of(cell["c"])) <= LONGEST_EXCEPTION for cell in others) else None


def _twin(body: list, index: int, earlier: list[int]) -> tuple[int, list[list]] | None:
    """The earlier column that column ``index`` repeats, and the rows in which it does not."""
    if len(body) < ROWS_FOR_TWINS:
        return None
    for other in earlier:
        different = [row for row in body if _content(row[index]) != _content(row[other])]
        if len(different) <= MOST_DIFFERENT and len({_content(row[other]) for row in body}) >= FEWEST_TEXTS:
            return other, different
    return None


def _as_twin(table: Node, index: int, other: int, different: list[list], key: int, language: str) -> list:
    """ "như “Xã, 01/7/2025”; riêng Tỉnh A: 12"."""
    words = WORDS[language]
    run: list = [f"{words['as_column']} “", *_words(table["head"][0][other]), "”"]
    for number, row in enumerate(different):
        run += ["; ", *([f"{words['except']} "] if number == 0 else []), *_words(row[key]), ": ", *_run(row[index])]
    return run


def _words(cell: Node) -> list:
    """The text of a cell without its links: it stands there a second time."""
    return [" ".join(plain(block["c"]) for block in cell["c"] if block["t"] == "p")]


def _content(cell: Node) -> str:
    """What a cell says and where its links lead; two cells that agree in it are the same to readers."""
    return json.dumps(cell["c"], sort_keys=True, ensure_ascii=False)


def _is_simple(cell: Node) -> bool:
    """Whether a cell is one paragraph of text, without a place that others link to."""
    return len(cell["c"]) == 1 and cell["c"][0]["t"] == "p" and "id" not in cell and '"id"' not in _content(cell)


def _run(cell: Node) -> list:
    return json.loads(json.dumps(cell["c"][0]["c"]))


def _usual_length(cells: list[Node]) -> float:
    return sum(len(text_of(cell["c"])) for cell in cells) / len(cells)
