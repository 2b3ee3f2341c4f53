"""The register's own pages: one for each document, and the index.

Markdown headings (for the table of contents) around blocks of HTML, which
Python-Markdown passes through untouched, so that a page does not cite itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from handbook.labels import show_date, show_period
from handbook.law.model import Document, PartChange, Reference, Register
from handbook.law.parts import show_places
from handbook.law.register_index import RegisterPage, UrlFor, index_page, vietnamese
from handbook.law.source_names import source_name
from handbook.law.timeline import timeline
from handbook.law.words import WORDS, show_day, status_text
from handbook.sections import DEFAULT_LANGUAGE
from handbook.source.web_address import split_address

Link = tuple[str, str]  # title, address

__all__ = ["RegisterPage", "document_page", "index_page"]


def document_page(
    document: Document, register: Register, language: str, cited_by: Sequence[Link] | None, url_for: UrlFor
) -> RegisterPage:
    """The page of one document; ``url_for`` gives a document's address.

    ``cited_by`` are the pages that cite it; with ``None`` a comment holds their
    place (:func:`cited_by_place`), for they are known when all pages are converted.
    """
    words = WORDS[language]
    status, value = status_text(register.state(document), language), register.state(document).status.value
    parts = [
        f'<p class="van-ban-tinh-trang" data-status="{value}"><strong>{words["status"]}: '
        f'<span class="van-ban-tt" data-status="{value}">{escape(status)}</span></strong>. '
        f"{escape(words['as_of'].format(show_date(register.as_of, language)))}</p>",
        _facts(document, language),
        f"## {words['timeline']} {{#dong-thoi-gian}}",
        _timeline(document, register, language, url_for),
        *_relations(document, register, language, url_for),
        f"## {words['sources']} {{#nguon-van-ban}}",
        _sources(document, language),
        *_note(document, language),
        f"## {words['cited_by']} {{#trang-dan}}",
        cited_by_place(document.slug) if cited_by is None else cited_by_list(cited_by, language),
    ]
    return RegisterPage(
        document.label, f"{document.title}. {status[0].upper()}{status[1:]}.", "\n\n".join(parts) + "\n"
    )


def _facts(document: Document, language: str) -> str:
    words = WORDS[language]
    issued = show_period(document.issued_period, language) if document.issued_period else words["unknown"]
    rows = (
        ("title", document.title, True),
        ("number", document.number, False),
        ("kind", document.kind, True),
        ("issuer", document.issuer, True),
        ("issued", issued, False),
        ("effective", show_day(document.effective, language), False),
        ("field", ", ".join(document.fields), True),
        ("short_names", ", ".join(document.short_names), True),
        ("verification", words[document.verification], False),
    )
    items = "".join(
        f"<div><dt>{words[name]}</dt><dd{vietnamese(language) if in_vietnamese else ''}>{escape(text)}</dd></div>"
        for name, text, in_vietnamese in rows
        if text
    )
    return f'<dl class="van-ban-so-luoc">{items}</dl>'


def _timeline(document: Document, register: Register, language: str, url_for: UrlFor) -> str:
    items = []
    for event in timeline(document, register, language):
        when = (
            f'<time datetime="{event.period}">{escape(show_period(event.period, language))}</time>'
            if event.period
            else (escape(WORDS[language]["undated"]))
        )
        other = f" {_link(event.document, url_for, language)}" if event.document else ""
        items.append(f"<li>{when}: {escape(event.text)}{other}</li>")
    return f'<ol class="van-ban-dong-thoi-gian">{"".join(items)}</ol>'


def _link(document: Document, url_for: UrlFor, language: str) -> str:
    return f'<a href="{escape(url_for(document.slug))}"{vietnamese(language)}>{escape(document.label)}</a>'


def _relations(document: Document, register: Register, language: str, url_for: UrlFor) -> Iterator[str]:
    words = WORDS[language]
    lines = (
        ("replaced_by", [_reference(ref, register, url_for, language) for ref in document.replaced_by if ref.certain]),
        (
            "may_be_replaced_by",
            [_reference(ref, register, url_for, language) for ref in document.replaced_by if not ref.certain],
        ),
        ("replaces", [_link(other, url_for, language) for other in register.replaced(document)]),
        ("amended_by", [_reference(ref, register, url_for, language) for ref in document.amended_by if ref.certain]),
        (
            "may_be_amended_by",
            [_reference(ref, register, url_for, language) for ref in document.amended_by if not ref.certain],
        ),
        ("amends", [_link(other, url_for, language) for other in register.amended(document)]),
        ("repealed_parts", _changes(document.repealed_parts, True, register, url_for, language)),
        ("may_be_repealed_parts", _changes(document.repealed_parts, False, register, url_for, language)),
        ("amended_parts", _changes(document.amended_parts, True, register, url_for, language)),
        ("may_be_amended_parts", _changes(document.amended_parts, False, register, url_for, language)),
        ("repeals_parts", [_link(other, url_for, language) for other in register.partly_repealed(document)]),
    )
    items = "".join(f"<div><dt>{words[name]}</dt><dd>{'; '.join(found)}</dd></div>" for name, found in lines if found)
    if items:
        yield f"## {words['relations']} {{#lien-quan}}"
        yield f'<dl class="van-ban-quan-he">{items}</dl>'


def _reference(reference: Reference, register: Register, url_for: UrlFor, language: str) -> str:
    document = register.get(reference.slug) if reference.slug else None
    if document:
        return _link(document, url_for, language)
    return escape(reference.label)


def _changes(
    changes: Sequence[PartChange], certain: bool, register: Register, url_for: UrlFor, language: str
) -> list[str]:
    """Which places, by which document, since when."""
    words = WORDS[language]
    return [
        f"{escape(show_places(change.places, language))} {words['by']} "
        + _reference(change.by, register, url_for, language)
        + (f" {words['since']} {show_date(change.since, language)}" if change.since else "")
        for change in changes
        if change.by.certain is certain
    ]


def _sources(document: Document, language: str) -> str:
    words = WORDS[language]
    if not document.sources:
        return f"<p>{words['no_source']}</p>"
    # A Vietnamese name in an English list would be one more foreign part to mark: there the address says enough.
    named = source_name if language == DEFAULT_LANGUAGE else lambda host: host.removeprefix("www.")
    items = "".join(
        f'<li><a href="{escape(url)}" rel="external">{words["source"].format(index)}: '
        f"{escape(named(split_address(url).netloc))}</a></li>"
        for index, url in enumerate(document.sources, start=1)
    )
    return f'<ul class="van-ban-nguon">{items}</ul>'


def _note(document: Document, language: str) -> Iterator[str]:
    """How the editors checked a document is not what a reader came for: it is folded."""
    words = WORDS[language]
    if document.note:
        text = escape(document.note.replace("chua-xac-minh", words["chua-xac-minh"]))
        yield f'<details class="van-ban-ghi-chu"><summary>{words["note"]}</summary><p{vietnamese(language)}>{text}</p></details>'


def cited_by_place(slug: str) -> str:
    """The comment that :func:`cited_by_list` replaces in a finished page."""
    return f"<!-- trang-dan:{slug} -->"


def cited_by_list(cited_by: Sequence[Link], language: str) -> str:
    """The pages that cite a document, as an HTML list or a sentence."""
    if not cited_by:
        return f"<p>{WORDS[language]['not_cited']}</p>"
    items = "".join(f'<li><a href="{escape(url)}">{escape(title)}</a></li>' for title, url in cited_by)
    return f'<ul class="van-ban-trang-dan">{items}</ul>'
