"""The files of one language's index, as text."""

from __future__ import annotations

import itertools
import json
import re
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import partial

from handbook.cache.memo import memo
from handbook.cache.processes import in_parallel
from handbook.glossary import Glossary, Vocabulary
from handbook.law.words import WORDS
from handbook.search.number_coding import encode
from handbook.search.page_record import SearchPage
from handbook.search.page_sections import Unit
from handbook.search.tokens import different_words, exact_words
from handbook.sections import DEFAULT_LANGUAGE
from handbook.vietnamese.text import fold, slug

#: How people shorten the kinds of legal documents; the register writes them out.
_KINDS = (
    ("nghị định", "nđ"),
    ("nghị quyết", "nq"),
    ("quyết định", "qđ"),
    ("thông tư", "tt"),
    ("chỉ thị", "ct"),
    ("công văn", "cv"),
    ("kế hoạch", "kh"),
    ("đăng ký kinh doanh", "đkkd"),
)

#: Folders of what accompanies the chapters: tables, lessons, stories; of two that answer alike the chapter comes first.
_AIDS = ("so-lieu", "tap-huan", "cau-chuyen")

#: A word in more than this share of all sections stands everywhere, in an index of more than some sections.
_EVERYWHERE = 0.15
_SMALL = 100
_numbers = partial(array, "I")  # of sections; a list would take nine times the room
_SHARE = 1000  # sections whose words one process looks at before it tells them


_NONE = Vocabulary()


def build_index(
    pages: Iterable[SearchPage],
    glossary: Glossary | None,
    language: str,
    vocabulary: Vocabulary = _NONE,
    tasks: Iterable[tuple[str, str]] = (),
) -> dict[str, str]:
    """File name → content: ``vi.js``, and ``vi-ky-nang.js`` … with the text of each part.

    Every file is a call of ``handbookSearch``, so that it loads the same way in a
    worker and, from ``file://``, as a script of the page.
    """
    pages = sorted(pages, key=lambda page: page.key)
    pieces = _pieces(pages)
    chunks = sorted(set(pieces))
    parts = sorted({page.part for page in pages})
    by_url = {page.url: number for number, page in enumerate(pages)}
    numbers = {page.key: number for number, page in enumerate(pages)}
    records = [
        [
            page.url,
            page.title,
            parts.index(page.part),
            chunks.index(piece),
            page.summary,
            ";".join(page.keywords),
            [_unit(unit, names) for unit, names in zip(page.units, page.names, strict=True)],
            *([page.status, [by_url[url] for url in page.replaced_by if url in by_url]] if page.status else []),
        ]
        for page, piece in zip(pages, pieces, strict=True)
    ]
    terms, postings = _postings([unit.text for page in pages for unit in page.units])
    called, name_places = _names([unit.text for page in pages for unit in page.units])
    listed = {names for page in pages for names in page.names if names}
    index = {
        "language": language,
        "parts": parts,
        "chunks": chunks,
        "pages": records,
        "aids": [number for number, chunk in enumerate(chunks) if chunk.split(".")[0] in _AIDS],
        "terms": " ".join(terms),
        "postings": " ".join(postings),
        "names": ";".join(called),
        "namePlaces": " ".join(name_places),
        "synonyms": _synonyms(glossary, listed),
        # What people say in Vietnamese, and English words, lead to the Vietnamese pages.
        "sayings": _sayings(vocabulary) if language == DEFAULT_LANGUAGE else [],
        "asked": _asked(vocabulary, pages) if language == DEFAULT_LANGUAGE else [],
        # What the empty box offers.
        "tasks": [[title, numbers[key]] for title, key in tasks if key in numbers],
        "words": {"replaces": WORDS[language]["replaces"], "replacedBy": WORDS[language]["replaced_by"]},
    }
    files = {f"{language}.js": _call("index", index)}
    for number, chunk in enumerate(chunks):
        texts = {
            str(by_url[page.url]): [unit.text for unit in page.units]
            for page, piece in zip(pages, pieces, strict=True)
            if piece == chunk
        }
        files[f"{language}-{chunk}.js"] = _call("text", [number, texts])
    return files


def forget_words() -> None:
    """Let go of the texts that a preview would index again."""
    _different_words.cache_clear()


#: Characters of text in one file, about 50 KB compressed: a phone fetches what stands around a few hits, not a folder.
_PIECE = 150_000


def _pieces(pages: Sequence[SearchPage]) -> list[str]:
    """For each page (sorted by key) the name of the file with its text: its folder, ``cau-chuyen.2`` … where that is large."""
    found = []
    sizes: dict[str, int] = defaultdict(int)
    numbers: dict[str, int] = defaultdict(lambda: 1)
    for page in pages:
        folder = page.key.split("/", 1)[0].split(".")[0] if "/" in page.key else "chung"
        size = sum(len(unit.text) for unit in page.units)
        if sizes[folder] and sizes[folder] + size > _PIECE:
            numbers[folder] += 1
            sizes[folder] = 0
        sizes[folder] += size
        found.append(folder if numbers[folder] == 1 else f"{folder}.{numbers[folder]}")
    return found


def _unit(unit: Unit, names: Sequence[str]) -> list | str:
    """``"Heading"`` where the anchor is the heading's slug, else ``["Heading", "anchor", "name;name"]``."""
    if unit.anchor == (slug(unit.heading) if unit.heading else "") and not names:
        return unit.heading
    return [unit.heading, unit.anchor, *([";".join(names)] if names else [])]


def _postings(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """All words in exact form, sorted by folded form, and the encoded numbers of the units that hold each.

    Words that stand nearly everywhere ("có", "của", "người") tell no page from another; of
    these only the word itself is kept.
    """
    found: dict[str, array[int]] = defaultdict(_numbers)
    for some in in_parallel(
        _words_of, [(start, texts[start : start + _SHARE]) for start in range(0, len(texts), _SHARE)]
    ):
        for word, numbers in some.items():
            found[word] += numbers
    terms = sorted(found, key=_folded_first)
    most = max(_SMALL, _EVERYWHERE * len(texts))
    return terms, [encode(found[term]) if len(found[term]) <= most else "" for term in terms]


_WORD_OR_STOP = re.compile(r"[^\W_]+|[^\w\s]+")
_FREQUENT = 60  # sections: such a name tells no page from another; one that stands once is found by its words


def _names(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Neighbouring words that are names ("Quảng Nam"), folded, and the encoded numbers of the units that hold each.

    Of all neighbours in running text only these: "nam" and "đồng" stand everywhere, and the other
    pairs would double the index.
    """
    found: dict[str, array[int]] = defaultdict(_numbers)
    for number, text in enumerate(texts):
        pairs = set()
        for left, right in itertools.pairwise(_WORD_OR_STOP.findall(text)):
            if left[0].isupper() and right[0].isupper() and not left.isupper():
                pairs.add(" ".join(fold(word) for word in exact_words(f"{left} {right}")))
        for pair in pairs:
            found[pair].append(number)
    names = sorted(pair for pair, numbers in found.items() if 1 < len(numbers) <= _FREQUENT)
    return names, [encode(found[name]) for name in names]


def _words_of(share: tuple[int, Sequence[str]]) -> dict[str, array[int]]:
    start, texts = share
    found: dict[str, array[int]] = defaultdict(_numbers)
    for number, text in enumerate(texts, start):
        for word in _different_words(text):
            found[word].append(number)
    return found


_different_words = memo(1 << 14)(different_words)  # sections; a preview indexes the same ones again and again


@memo(1 << 17)  # as in handbook.search.tokens
def _folded_first(word: str) -> tuple[str, str]:
    return fold(word), word


def _synonyms(glossary: Glossary | None, listed: Collection[tuple[str, ...]]) -> list[str]:
    """Groups of names for one thing, those that differ only in accents or case once.

    Without those of ``listed``, which the engine has with the glossary's page already.
    """
    groups = [term.forms for term in glossary.terms if term.forms not in listed] if glossary else []
    kept = []
    for forms in [*groups, *_KINDS]:
        different = {" ".join(exact_words(fold(form))): form for form in reversed(forms)}
        if len(different) > 1:
            kept.append(";".join(reversed(different.values())))
    return kept


def _sayings(vocabulary: Vocabulary) -> list[str]:
    """``"mk;pass=mật khẩu"``: other words for what the pages say."""
    return [";".join(saying.forms) + "=" + saying.meaning for saying in vocabulary.sayings]


def _asked(vocabulary: Vocabulary, pages: Sequence[SearchPage]) -> list[list]:
    """``[page, section, "question;question"]`` of every situation whose page is in the index."""
    numbers = {page.key: number for number, page in enumerate(pages)}
    found = []
    for situation in vocabulary.situations:
        number = numbers.get(situation.page)
        if number is not None:
            anchors = [unit.anchor for unit in pages[number].units]
            section = anchors.index(situation.anchor) if situation.anchor in anchors else 0
            found.append([number, section, ";".join(situation.asked)])
    return found


def _call(kind: str, value: object) -> str:
    return f"handbookSearch({json.dumps(kind)},{json.dumps(value, ensure_ascii=False, separators=(',', ':'))})\n"
