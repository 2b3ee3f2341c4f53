"""The subject index: keywords of the chapters and terms of the glossary, in one alphabet."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from handbook.book.html_tree.inline import Node, plain
from handbook.book.model import Chapter
from handbook.sections import Kind, section_of
from handbook.vietnamese.text import collation_key, fold, nfc

# Stories and tables are found by their titles in the contents.
_INDEXED = (Kind.CHAPTER, Kind.LESSON, Kind.TOPIC)
# What another list of the book holds (numbers of documents), or nobody looks up on paper (dates, sums).
_NOT_A_WORD = re.compile(r"\d|.*\d/")
_TAG = re.compile(r"<[^<>]*>")


def subjects(chapters: Iterable[Chapter], nodes: Mapping[str, list[Node]]) -> list[dict]:
    """Entries in the order of the Vietnamese alphabet.

    ``to`` are the labels of the chapters that have the entry among their
    keywords; ``defined`` is the label of its explanation in the glossary or
    ``""``; the template adds the pages that mention a term.
    """
    names: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, list[str]] = defaultdict(list)
    defined: dict[str, str] = {}
    for name, label in _terms(nodes):
        key = name.casefold()
        names[key][name] += 1_000_000  # the glossary knows how its word is written
        defined.setdefault(key, label)
    for chapter in chapters:
        section = section_of(chapter.key)
        if section is None or section.kind not in _INDEXED or not chapter.keywords:
            continue
        text = nfc(f"{chapter.title} {_TAG.sub(' ', chapter.html)}")
        for keyword in chapter.keywords:
            if _NOT_A_WORD.match(keyword):
                continue
            name = _as_written(nfc(keyword), text)
            key = name.casefold()
            names[key][name] += 1
            if chapter.key not in places[key]:
                places[key].append(chapter.key)
    return [
        {"name": names[key].most_common(1)[0][0], "to": places.get(key, []), "defined": defined.get(key, "")}
        for key in sorted(_without_misspelt(names), key=lambda key: (collation_key(key), key))
    ]


def _terms(nodes: Mapping[str, list[Node]]) -> Iterable[tuple[str, str]]:
    """Each term of the glossary with the label of its explanation."""
    for node in nodes.get("thuat-ngu/index", ()):
        if node.get("t") == "terms":
            for item in node["items"]:
                if "id" in item:
                    yield plain(item["term"]), item["id"]


def _as_written(keyword: str, text: str) -> str:
    """``keyword`` with the capitals that the chapter gives it; as it is where the chapter has another word."""
    found = Counter(match.group() for match in re.finditer(re.escape(keyword), text, re.IGNORECASE))
    return max(found, key=lambda name: (found[name], name)) if found else keyword


def _without_misspelt(names: Iterable[str]) -> list[str]:
    """The entries without those that only repeat another as it is typed without accents."""
    known = list(names)
    accented = {fold(name) for name in known if fold(name) != name}
    return [name for name in known if fold(name) != name or name not in accented]
