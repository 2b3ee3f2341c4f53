"""The index of the register: one table that a script can filter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from handbook.labels import show_date
from handbook.law.model import Document, Register, Status
from handbook.law.words import WORDS, show_day, status_text, status_word
from handbook.vietnamese.text import collation_key

UrlFor = Callable[[str], str]


@dataclass(frozen=True)
class RegisterPage:
    """A page that no editor writes: its title, a sentence about it, and its Markdown."""

    title: str
    summary: str
    text: str


def index_page(register: Register, language: str, url_for: UrlFor) -> RegisterPage:
    """The table of all documents; each row carries field, kind and status for a filter's script."""
    words = WORDS[language]
    caption = words["caption"].format(show_date(register.as_of, language))
    columns = ("number", "status", "title", "kind", "field", "effective")
    header = "".join(f'<th scope="col">{words[name]}</th>' for name in columns)
    rows = "\n".join(_row(document, register, language, url_for) for document in _in_order(register))
    table = (
        f'<div class="van-ban-bang" role="region" aria-label="{escape(caption)}" tabindex="0">\n'
        f'<table class="van-ban-muc-luc">\n<caption>{escape(caption)}</caption>\n<thead>\n<tr>{header}</tr>\n</thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    )
    return RegisterPage(words["register"], caption, f"{_filter(register, language)}\n\n{table}\n")


def _in_order(register: Register) -> list[Document]:
    """What is in force first, newest first; the rest after it."""
    return sorted(
        register.documents,
        key=lambda document: (
            register.state(document).status.is_stale,
            -(document.year or 0),
            collation_key(document.label),
        ),
    )


def _row(document: Document, register: Register, language: str, url_for: UrlFor) -> str:
    state = register.state(document)
    return (
        f'<tr data-loai="{escape(document.kind)}" data-linh-vuc="{escape(";".join(document.fields))}" '
        f'data-tinh-trang="{state.status.value}"{_lookup(document, register)}><th scope="row"><a href="{escape(url_for(document.slug))}">'
        f"{escape(document.number)}</a></th>"
        f'<td><span class="van-ban-tt" data-status="{state.status.value}">{escape(status_text(state, language))}</span></td>'
        f"{_td(document.title, language)}{_td(document.kind, language)}"
        f"{_td(', '.join(document.fields), language)}<td>{escape(show_day(document.effective, language))}</td></tr>"
    )


def _lookup(document: Document, register: Register) -> str:
    """What the lookup says beside the table: what replaced the document, and what people call it."""
    newer = []
    for reference in document.replaced_by:
        if reference.certain:
            other = register.get(reference.slug) if reference.slug else None
            newer.append(other.label if other else reference.number)
    replaced = f' data-thay="{escape(", ".join(newer))}"' if newer else ""
    called = f' data-ten="{escape("; ".join(document.short_names))}"' if document.short_names else ""
    return replaced + called


def _td(text: str, language: str) -> str:
    return f"<td{vietnamese(language)}>{escape(text)}</td>"


def _filter(register: Register, language: str) -> str:
    """A form that a script shows; without scripts the whole table stands there."""
    words = WORDS[language]
    kinds = sorted({document.kind for document in register.documents}, key=collation_key)
    fields = sorted({name for document in register.documents for name in document.fields}, key=collation_key)
    used = [status for status in Status if any(register.state(doc).status is status for doc in register.documents)]
    selects = "".join(
        _select(*item, words["all"])
        for item in (
            ("linh-vuc", words["field"], [(name, name) for name in fields]),
            ("loai", words["kind"], [(name, name) for name in kinds]),
            ("tinh-trang", words["status"], [(status.value, status_word(status, language)) for status in used]),
        )
    )
    return (
        f'<form class="van-ban-loc noprint" role="search" aria-label="{words["filter"]}" hidden>'
        f'<label>{words["find"]} <input type="search" name="tim" autocomplete="off" spellcheck="false"></label>'
        f'<div class="tra-cuu-dap" role="status" aria-live="polite"></div>{selects}'
        f'<output aria-live="polite" data-don-vi="{words["filtered"]}"></output></form>'
    )


def _select(name: str, label: str, options: Sequence[tuple[str, str]], everything: str) -> str:
    listed = "".join(f'<option value="{escape(value)}">{escape(text)}</option>' for value, text in options)
    return f'<label>{label} <select name="{name}"><option value="">{everything}</option>{listed}</select></label>'


def vietnamese(language: str) -> str:
    """The attribute of text that stays Vietnamese on a page in ``language``."""
    return "" if language == "vi" else ' lang="vi"'
