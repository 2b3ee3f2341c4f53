"""A built search index read back: its texts are written as codes of words."""

import json
import re
from pathlib import Path

from handbook.search import SearchPage, packed_texts
from handbook.search.number_coding import ALPHABET
from handbook.search.page_sections import Unit
from handbook.search.tokens import exact_words
from handbook.vietnamese.text import fold, nfc, slug


def read_call(path: Path) -> object:
    """What a script of the index hands to ``handbookSearch``."""
    content = path.read_text(encoding="utf-8").strip()
    return json.loads("[" + content.removeprefix("handbookSearch(").removesuffix(")") + "]")[1]


def read_pages(folder: Path, language: str = "vi") -> list[SearchPage]:
    """The pages of the built index in ``folder``."""
    index = unpacked(read_call(folder / f"{language}.js"))
    texts = {}
    for chunk in index["chunks"]:
        texts.update(read_call(folder / f"{language}-{chunk}.js")[1])
    urls = [record[0] for record in index["pages"]]
    pages = []
    for number, (url, title, part, chunk, keywords, units, *status) in enumerate(index["pages"]):
        summary, *own = texts[str(number)]
        parts = [unit if isinstance(unit, list) else [unit, slug(unit) if unit else ""] for unit in units]
        pages.append(
            SearchPage(
                _key(url, index["chunks"][chunk]),
                url,
                title,
                index["parts"][part],
                summary,
                tuple(filter(None, keywords.split(";"))),
                tuple(Unit(unit[0], unit[1], text) for unit, text in zip(parts, own, strict=True)),
                tuple(tuple(unit[2].split(";")) if len(unit) > 2 else () for unit in parts),
                *((status[0], tuple(urls[other] for other in status[1])) if status else ()),
            )
        )
    return pages


def _key(url: str, piece: str) -> str:
    """The key of the page at ``url``, whose text lies in ``piece``."""
    path = url.strip("/") or "index"
    return f"{path}/index" if path == piece.split(".")[0] else path


def unpacked(index: dict) -> dict:
    """The index with its texts written out: ``pages``, ``asked``, ``sayings``, ``outside``, and ``postings`` by word."""
    tokens, word = list(index["often"]), ""
    for shared, rest in re.findall(r"([!#-/:])([^!#-/:]*)", index["dictionary"]):
        word = word[: packed_texts.SHARED.index(shared)] + rest
        tokens.append(nfc(word))
    forms = [exact_words(token) for token in tokens]
    terms = dict.fromkeys(form[0] for form in forms if len(form) == 1)
    tokens += index["signs"]
    lines = _text(index["text"], tokens, len(index["often"])).split("\n")
    pages = []
    for at, record in enumerate(index["pages"]):
        title, keywords, units = lines[3 * at : 3 * at + 3]
        parts = [unit.split("|") for unit in units.split("\t")]
        pages.append(
            [
                _address(record[0], [title, *keywords.split(";")]),
                title,
                *record[1:3],
                keywords,
                [part if part[1:] else part[0] for part in parts],
                *record[3:],
            ]
        )
    rest, rows = lines[3 * len(pages) :], []
    for count in index["counts"]:
        rows.append(rest[:count])
        rest = rest[count:]
    asked = [[*row, text] for row, text in zip(index["asked"], rows[0], strict=True)]
    postings = dict(zip(terms, index["postings"].split(" ") if terms else [], strict=True))
    return index | {"pages": pages, "asked": asked, "sayings": rows[1], "outside": rows[2], "postings": postings}


def _address(code: str, names: list[str]) -> str:
    named = re.fullmatch(r"(.*/)=(\d+)(.*)", code)
    if not named:
        return code
    return named[1] + "-".join(map(fold, exact_words(names[int(named[2])]))) + named[3] + "/"


def _text(code: str, tokens: list[str], often: int) -> str:
    numbers, found, was_word, is_capital = iter(map(ALPHABET.index, code)), [], False, False
    size = len(ALPHABET)
    for number in numbers:
        if number == size - 1:
            number = (next(numbers) * size + next(numbers)) * size + next(numbers) + often
        elif number >= packed_texts.SHORT:
            number = (number - packed_texts.SHORT) * size + next(numbers) + often
        token = tokens[number]
        if token == packed_texts.CAPITAL:
            is_capital = True
            continue
        is_word = bool(re.match(r"\w", token))
        found.append(" " * (is_word and was_word) + (token[0].upper() + token[1:] if is_capital else token))
        was_word, is_capital = is_word, False
    return "".join(found)
