"""The glossary's page, A to Z in Vietnamese order."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from html import escape
from itertools import groupby

from handbook.glossary.model import Glossary, Term
from handbook.glossary.words import WORDS

_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Addresses of the letters that ASCII lacks, as they are typed with Telex.
_TELEX = {"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw", "0–9": "so"}


def page_text(glossary: Glossary, language: str, render_source: Callable[[str], str] = escape) -> str:
    """The page as Markdown headings and HTML lists; ``render_source`` turns a source into HTML.

    Each term's anchor is its slug.
    """
    words = WORDS[language]
    groups = [(letter, list(terms)) for letter, terms in groupby(glossary.terms, key=lambda term: letter_of(term.term))]
    links = "".join(f'<li><a href="#{_anchor(letter)}">{letter}</a></li>' for letter, _ in groups)
    form = (
        f'<form class="van-ban-loc thuat-ngu-loc noprint" role="search" aria-label="{words["filter"]}" hidden>'
        f'<label>{words["filter"]} <input type="search" name="tim"></label>'
        f'<output aria-live="polite" data-don-vi="{words["found"]}"></output></form>'
    )
    vietnamese = "" if language == "vi" else ' lang="vi"'
    parts = [form, f'<nav class="thuat-ngu-chu-cai noprint" aria-label="{words["letters"]}"><ul>{links}</ul></nav>']
    for letter, terms in groups:
        entries = "\n".join(_entry(term, language, render_source) for term in terms)
        parts += [f"## {letter} {{#{_anchor(letter)}}}", f'<dl class="thuat-ngu-muc"{vietnamese}>\n{entries}\n</dl>']
    return "\n\n".join(parts) + "\n"


def letter_of(term: str) -> str:
    """The letter of the Vietnamese alphabet that a term stands under: "Ảnh" → "A", "Ứng dụng" → "Ư"."""
    first = unicodedata.normalize("NFD", term[0].upper())
    bare = unicodedata.normalize("NFC", "".join(char for char in first if char not in _TONES))
    return "0–9" if not bare.isalpha() else bare


def _anchor(letter: str) -> str:
    return f"chu-{_TELEX.get(letter, letter.lower())}"


def _entry(term: Term, language: str, render_source: Callable[[str], str]) -> str:
    words = WORDS[language]
    short = f" ({escape(', '.join(term.abbreviations))})" if term.abbreviations else ""
    others = [form for form in term.readable_forms if form != term.term and form not in term.abbreviations]
    notes = (
        (words["also"], escape(", ".join(others))),
        (words["field"], escape("; ".join(term.fields))),
        (words["source"], "; ".join(map(render_source, term.sources))),
    )
    details = " ".join(f"<span>{name}: {text}.</span>" for name, text in notes if text)
    return (
        f'<dt id="{term.slug}">{escape(term.term)}{short}</dt>'
        f'<dd>{escape(term.definition)} <small class="thuat-ngu-ghi">{details}</small></dd>'
    )
