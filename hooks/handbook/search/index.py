"""The files of one language's index, as text."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from handbook.glossary import IN_ENGLISH, OLD_DOCUMENT, OUTSIDE, Glossary, Vocabulary
from handbook.glossary.vocabulary import KINDS
from handbook.law.words import WORDS
from handbook.search.packed_texts import pack_texts
from handbook.search.page_record import SearchPage
from handbook.search.page_sections import Unit
from handbook.search.tokens import exact_words
from handbook.search.word_lists import NOWHERE, name_lists, word_lists
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
            _address(page),
            parts.index(page.part),
            chunks.index(piece),
            *([page.status, [by_url[url] for url in page.replaced_by if url in by_url]] if page.status else []),
        ]
        for page, piece in zip(pages, pieces, strict=True)
    ]
    texts = [text for page in pages for text in _searched(page)]
    postings = word_lists(texts, [number for number, page in enumerate(pages) for _ in page.units])
    called, name_places = name_lists(texts)
    listed = {names for page in pages for names in page.names if names}
    # What people say in Vietnamese, and English words, lead to the Vietnamese pages.
    sayings = _sayings(vocabulary) if language == DEFAULT_LANGUAGE else _sayings(vocabulary, (IN_ENGLISH,))
    outside = _sayings(vocabulary, (OUTSIDE,)) if language == DEFAULT_LANGUAGE else []
    asked = _asked(vocabulary, pages, language)
    packed = pack_texts(
        [*(line for page in pages for line in _lines(page)), *(row[2] for row in asked), *sayings, *outside], postings
    )
    index = {
        "language": language,
        "parts": parts,
        "chunks": chunks,
        "pages": records,
        "aids": [number for number, chunk in enumerate(chunks) if chunk.split(".")[0] in _AIDS],
        "often": packed.often,
        "dictionary": packed.words,
        "signs": packed.signs,
        "text": packed.text,
        "counts": [len(asked), len(sayings), len(outside)],
        # A word of the texts above that no running text has is listed as in no section.
        "postings": " ".join(postings.get(term, NOWHERE) for term in packed.terms),
        "names": ";".join(called),
        "namePlaces": " ".join(name_places),
        "synonyms": _synonyms(glossary, listed),
        "asked": [row[:2] for row in asked],
        # Documents that the register lacks, and the page of what is followed today.
        "gone": _gone(vocabulary, pages),
        # What the empty box offers.
        "tasks": [[title, numbers[key]] for title, key in tasks if key in numbers],
        "words": {"replaces": WORDS[language]["replaces"], "replacedBy": WORDS[language]["replaced_by"]},
    }
    files = {f"{language}.js": _call("index", index)}
    for number, chunk in enumerate(chunks):
        shown = {
            str(by_url[page.url]): _shown(page) for page, piece in zip(pages, pieces, strict=True) if piece == chunk
        }
        files[f"{language}-{chunk}.js"] = _call("text", [number, shown])
    return files


def _searched(page: SearchPage) -> list[str]:
    """The text of each section as it is searched: what sums the page up belongs to the first."""
    first, *others = (unit.text for unit in page.units)
    return [f"{page.summary}\n{first}", *others]


def _shown(page: SearchPage) -> list[str]:
    """The texts that results print: the page's summary, then its sections'."""
    return [page.summary, *(unit.text for unit in page.units)]


#: Bytes of text in one file, about 15 KB compressed: a phone fetches what stands around a few hits, not a folder.
_PIECE = 60_000


def _pieces(pages: Sequence[SearchPage]) -> list[str]:
    """For each page (sorted by key) the name of the file with its text: its folder, ``cau-chuyen.2`` … where that is large."""
    found = []
    sizes: dict[str, int] = defaultdict(int)
    numbers: dict[str, int] = defaultdict(lambda: 1)
    for page in pages:
        folder = page.key.split("/", 1)[0].split(".")[0] if "/" in page.key else "chung"
        size = sum(len(text.encode()) for text in _shown(page))
        if sizes[folder] and sizes[folder] + size > _PIECE:
            numbers[folder] += 1
            sizes[folder] = 0
        sizes[folder] += size
        found.append(folder if numbers[folder] == 1 else f"{folder}.{numbers[folder]}")
    return found


def _address(page: SearchPage) -> str:
    """The page's address; ``folder/=2-2025`` where its last part begins as the title (0) or a keyword (1, 2 …) says."""
    folder, _, name = page.url.rstrip("/").rpartition("/")
    best, number = "", 0
    for at, words in enumerate([_line(page.title), *_line(";".join(page.keywords)).split(";")]):
        said = "-".join(map(fold, exact_words(words)))
        if name.startswith(said) and len(said) > len(best):
            best, number = said, at
    return f"{folder}/={number}{name[len(best) :]}" if folder and len(best) > _SHORT else page.url


_SHORT = 3  # letters that are not worth it


def _lines(page: SearchPage) -> tuple[str, str, str]:
    """Title, keywords and sections of a page, a line each."""
    units = "\t".join(_unit(unit, names) for unit, names in zip(page.units, page.names, strict=True))
    return _line(page.title), _line(";".join(page.keywords)), units


def _unit(unit: Unit, names: Sequence[str]) -> str:
    """``Heading`` where the anchor is the heading's slug, else heading, anchor and ``name;name`` with ``|`` between them."""
    heading = _line(unit.heading).replace("|", "/")
    if unit.anchor == (slug(unit.heading) if unit.heading else "") and not names:
        return heading
    return "|".join([heading, unit.anchor, *([_line(";".join(names)).replace("|", "/")] if names else [])])


def _line(text: str) -> str:
    return " ".join(text.split())


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


_WORDS = tuple(kind for kind in KINDS if kind not in (IN_ENGLISH, OLD_DOCUMENT, OUTSIDE))


def _sayings(vocabulary: Vocabulary, kinds: Collection[str] = _WORDS) -> list[str]:
    """``"mk;pass=mật khẩu"``: other words for what the pages say, or what rows of other ``kinds`` mean, in its order, as
    neighbours share words and pack better."""
    forms: dict[str, list[str]] = {}
    for saying in vocabulary.sayings:
        if saying.kind in kinds or (not saying.kind and kinds is _WORDS):
            forms.setdefault(saying.meaning, []).extend(saying.forms)
    return [";".join(forms[meaning]) + "=" + meaning for meaning in sorted(forms)]


def _gone(vocabulary: Vocabulary, pages: Sequence[SearchPage]) -> list[list]:
    """``["72/2013/NĐ-CP", page]`` of every old document whose successor's page is in the index."""
    numbers = {word: number for number, page in enumerate(pages) for word in page.keywords if "/" in word}
    return [
        [form, numbers[saying.meaning]]
        for saying in vocabulary.sayings
        if saying.kind == OLD_DOCUMENT and saying.meaning in numbers
        for form in saying.forms
    ]


def _asked(vocabulary: Vocabulary, pages: Sequence[SearchPage], language: str) -> list[list]:
    """``[page, section, "question;question"]`` of every section that a situation in ``language`` leads to, in their order:
    neighbours share words, so that they pack better."""
    numbers = {page.key: number for number, page in enumerate(pages)}
    found: dict[tuple[int, int], list[str]] = {}
    for situation in vocabulary.situations:
        number = numbers.get(situation.page)
        if number is not None and situation.language == language:
            anchors = [unit.anchor for unit in pages[number].units]
            section = anchors.index(situation.anchor) if situation.anchor in anchors else 0
            found.setdefault((number, section), []).extend(situation.asked)
    return [[*place, ";".join(questions)] for place, questions in sorted(found.items())]


def _call(kind: str, value: object) -> str:
    return f"handbookSearch({json.dumps(kind)},{json.dumps(value, ensure_ascii=False, separators=(',', ':'))})\n"
