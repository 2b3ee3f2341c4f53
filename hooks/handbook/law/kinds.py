"""Kinds of documents and the words that name them in running text."""

from __future__ import annotations

from collections.abc import Mapping

#: Kinds that a register row may have, and the first letters of their numbers (folded).
KINDS: Mapping[str, tuple[str, ...]] = {
    "Hiến pháp": (),
    "Bộ luật": ("qh",),
    "Luật": ("qh",),
    "Pháp lệnh": ("ubtvqh", "pl"),
    "Nghị quyết": ("nq", "qh", "ubtvqh"),
    "Nghị định": ("nd",),
    "Quyết định": ("qd",),
    "Thông tư": ("tt",),
    "Thông tư liên tịch": ("ttlt",),
    "Chỉ thị": ("ct",),
    "Công điện": ("cd",),
    "Công văn": (),
    "Kế hoạch": ("kh",),
    "Chương trình": ("ctr",),
    "Đề án": ("da",),
    "Hướng dẫn": ("hd",),
    "Kết luận": ("kl",),
    "Thông báo": ("tb",),
    "Văn bản hợp nhất": ("vbhn",),
}

_ABBREVIATIONS = {
    "NĐ": "Nghị định",
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "TT": "Thông tư",
    "CT": "Chỉ thị",
    "KH": "Kế hoạch",
    "CV": "Công văn",
    "TTLT": "Thông tư liên tịch",
}
_ENGLISH = {
    "Law": "Luật",
    "Code": "Luật",
    "Ordinance": "Pháp lệnh",
    "Decree": "Nghị định",
    "Resolution": "Nghị quyết",
    "Decision": "Quyết định",
    "Circular": "Thông tư",
    "Directive": "Chỉ thị",
    "Plan": "Kế hoạch",
    "Official letter": "Công văn",
    "Official dispatch": "Công văn",
}

#: Word in a text → the kind it means.
WORDS: Mapping[str, str] = {**{kind: kind for kind in KINDS}, **_ABBREVIATIONS, **_ENGLISH}
_BY_FOLDED_WORD = {word.casefold(): kind for word, kind in WORDS.items()}

#: Kinds whose numbers carry the year, so that "Nghị định 13/2023" is understood.
YEARLY = ("Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết", "Nghị định", "Quyết định", "Thông tư", "Thông tư liên tịch")
# "TT 5/2025" may be a row number or a centre; the others are only ever documents.
_PLAIN_WORDS = frozenset(word.casefold() for word in (*KINDS, "NĐ", "NQ", "QĐ", *_ENGLISH))
# Legal forms exclude each other; a programme or a plan is approved by a decision.
_FORMS = frozenset(("Luật", "Pháp lệnh", "Nghị quyết", "Nghị định", "Quyết định", "Thông tư", "Chỉ thị", "Công văn"))


def kind_of(word: str) -> str:
    """The kind that ``word`` of a text names, whatever its capitals."""
    return _BY_FOLDED_WORD[word.casefold()]


def is_plain(word: str) -> bool:
    """Whether ``word`` before "5/2025" can mean nothing but a document."""
    return word.casefold() in _PLAIN_WORDS


def family(kind: str) -> str:
    """Kinds that texts use for each other: a code is a law too."""
    return "Luật" if kind == "Bộ luật" else kind


def contradict(one: str, other: str) -> bool:
    """Whether a document of kind ``other`` cannot be called ``one``."""
    one, other = family(one), family(other)
    return one != other and one in _FORMS and other in _FORMS
