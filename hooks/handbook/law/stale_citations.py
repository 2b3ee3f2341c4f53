"""Which pages a change of the law has made stale: the table of ``make check``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handbook.law.model import Document, Register
from handbook.law.page_citations import PageCitations
from handbook.law.words import status_text


@dataclass(frozen=True)
class PageToReview:
    """A page and the lines on which it cites the document as if it were in force."""

    path: str
    lines: tuple[int, ...]


@dataclass(frozen=True)
class StaleDocument:
    """A document that is repealed (or the part cited is), over or not yet in force, and is still cited as law."""

    document: Document
    status: str
    replaced_by: tuple[str, ...]
    pages: tuple[PageToReview, ...]


def pages_to_review(register: Register, pages: Iterable[PageCitations]) -> tuple[StaleDocument, ...]:
    """Each stale document that a page cites without a mark, in the register's order."""
    cited: dict[str, dict[str, set[int]]] = {}
    for page in pages:
        for citation in page.citations:
            if citation.needs_review:
                cited.setdefault(citation.slug, {}).setdefault(page.path, set()).add(citation.line)
    return tuple(
        StaleDocument(
            document,
            status_text(register.state(document), "vi"),
            tuple(other.label for other in _instead(document, register)),
            tuple(PageToReview(path, tuple(sorted(lines))) for path, lines in sorted(cited[document.slug].items())),
        )
        for document in register.documents
        if document.slug in cited
    )


def _instead(document: Document, register: Register) -> tuple[Document, ...]:
    """What holds now: the documents that replace it, or that have repealed parts of it."""
    if register.state(document).status.is_stale:
        return register.replacements(document)
    slugs = dict.fromkeys(change.by.slug for change in document.repealed_parts if change.is_real(register.as_of))
    return tuple(other for slug in slugs if slug and (other := register.get(slug)))


def review_table(found: Iterable[StaleDocument]) -> str:
    """The table as text: document, status, replacement, then its pages; empty if nothing is stale."""
    lines = []
    for item in found:
        replaced = f" → {'; '.join(item.replaced_by)}" if item.replaced_by else ""
        lines.append(f"{item.document.label}: {item.status}{replaced}")
        for page in item.pages:
            known = [str(line) for line in page.lines if line]
            lines.append(f"    {page.path}" + (f" (dòng {', '.join(known)})" if known else ""))
    return "\n".join(lines) + "\n" if lines else ""
