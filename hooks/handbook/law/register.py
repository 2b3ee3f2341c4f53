"""The register of legal documents: read, checked, every status derived.

A row is known by its number; where numbers start again every year or in every
province, by the number with the year or the issuer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from handbook.law import numbers
from handbook.law.model import Document, PartChange, Reference, Register, State, Status
from handbook.law.parts import show_places
from handbook.law.register_rows import OPTIONAL, REQUIRED, address, read_row
from handbook.law.status import derive
from handbook.law.validation import check_document, check_names, check_replacements
from handbook.problem import Problem, in_reading_order
from handbook.tables.named_rows import read_records
from handbook.vietnamese.comparable import normal

__all__ = ["Document", "Reference", "Register", "State", "Status", "read_register"]
# What one document does to another, in the words of a message.
_REPLACES, _REPEALS, _AMENDS = "thay thế", "bãi bỏ một phần", "sửa đổi"


def read_register(path: Path, display_path: str, as_of: dt.date) -> tuple[Register, tuple[Problem, ...]]:
    """The register in ``path`` as it stands on the day ``as_of``.

    A row that cannot be told from another is left out with a problem; every
    other row is kept, so that citations still find it.
    """
    records, found = read_records(path, display_path, REQUIRED, OPTIONAL)
    problems = list(found)
    documents: list[Document] = []
    for record in records:
        document, wrong = read_row(record, display_path)
        problems += wrong
        if document:
            documents.append(replace(document, slug=address(document)))
    documents, repeated = _without_duplicates(documents, display_path)
    problems += repeated
    linked = []
    for document in documents:
        document, unlinked = _link(document, documents, display_path)
        linked.append(document)
        problems += unlinked
    by_slug = {document.slug: document for document in linked}
    states = {document.slug: derive(document, by_slug, as_of) for document in linked}
    register = Register(tuple(linked), states, as_of, display_path)
    for document in linked:
        problems += check_document(document, register)
    problems += check_replacements(register)
    problems += check_names(register)
    return register, in_reading_order(problems)


def _without_duplicates(documents: list[Document], path: str) -> tuple[list[Document], list[Problem]]:
    first: dict[str, Document] = {}
    problems = []
    for document in documents:
        other = first.setdefault(document.slug, document)
        if other is not document:
            problems.append(
                Problem(
                    path,
                    document.line,
                    f"Số hiệu {document.number} đã có ở dòng {other.line}.",
                    "Gộp hai dòng làm một; nếu là hai văn bản khác nhau thì ghi năm ở ngay_ban_hanh của cả hai dòng.",
                    "van-ban-trung",
                )
            )
    return list(first.values()), problems


def _link(document: Document, documents: list[Document], path: str) -> tuple[Document, list[Problem]]:
    problems: list[Problem] = []
    replaced_by = []
    for reference in document.replaced_by:
        linked, wrong = _linked(reference, _REPLACES, document, documents, path)
        replaced_by.append(linked)
        problems += wrong
    repealed_parts, amended_parts = [], []
    for change in document.repealed_parts:
        linked_change, wrong = _linked_change(change, _REPEALS, document, documents, path)
        repealed_parts.append(linked_change)
        problems += wrong
    for change in document.amended_parts:
        linked_change, wrong = _linked_change(change, _AMENDS, document, documents, path)
        amended_parts.append(linked_change)
        problems += wrong
    amended_by = [
        replace(reference, slug=found[0].slug) if len(found := _find(reference, documents)) == 1 else reference
        for reference in document.amended_by
    ]
    # Who names the articles that a document amends has named the document.
    named = {(reference.number, reference.qualifier) for reference in amended_by}
    amended_by += [change.by for change in amended_parts if (change.by.number, change.by.qualifier) not in named]
    return replace(
        document,
        replaced_by=tuple(replaced_by),
        amended_by=tuple(amended_by),
        repealed_parts=tuple(repealed_parts),
        amended_parts=tuple(amended_parts),
    ), problems


def _linked_change(
    change: PartChange, what: str, document: Document, documents: list[Document], path: str
) -> tuple[PartChange, list[Problem]]:
    """``change`` with its document's slug, and its day where only that document tells it."""
    reference, problems = _linked(change.by, what, document, documents, path)
    since = change.since or next((other.effective for other in documents if other.slug == reference.slug), None)
    if since is None and reference.slug and reference.certain:
        problems.append(
            Problem(
                path,
                document.line,
                f"{document.number}: chưa rõ {show_places(change.places, 'vi')} bị {reference.number} {what} từ ngày nào.",
                f"Ghi ngay_hieu_luc ở dòng {reference.number}, hoặc viết thêm ngày, "
                f"ví dụ “{reference.number} từ 2026-07-01”.",
                "van-ban-dieu-ngay",
            )
        )
    return replace(change, by=reference, since=since), problems


def _linked(
    reference: Reference, what: str, document: Document, documents: list[Document], path: str
) -> tuple[Reference, list[Problem]]:
    """``reference`` with the slug of the one document it names, or a problem."""
    found = _find(reference, documents)
    if len(found) == 1:
        return replace(reference, slug=found[0].slug), []
    if found:
        message = f"Văn bản {what} {reference.number} có {len(found)} dòng trùng số."
        fix = f"Ghi thêm năm trong ngoặc, ví dụ “{reference.number} ({found[0].year})”."
        return reference, [
            Problem(
                path,
                document.line,
                message,
                fix,
                "van-ban-thay-the-trung" if what == _REPLACES else "van-ban-dieu-trung",
            )
        ]
    near = numbers.nearest(reference.number, [other.number for other in documents if other is not document])
    hint = f"Có phải ý bạn là “{near}”? " if near else ""
    message = f"Văn bản {what} {reference.number} (của {document.number}) không có trong danh mục."
    fix = f"{hint}Thêm một dòng cho văn bản mới hoặc sửa số hiệu."
    return reference, [
        Problem(path, document.line, message, fix, "van-ban-thay-the-la" if what == _REPLACES else "van-ban-dieu-la")
    ]


def _find(reference: Reference, documents: Iterable[Document]) -> list[Document]:
    key = numbers.parse(reference.number)
    return [
        document
        for document in documents
        if document.parsed
        and key
        and document.parsed.key == key.key
        and (
            not reference.qualifier
            or reference.qualifier == str(document.year)
            or normal(reference.qualifier).casefold() in normal(document.issuer).casefold()
        )
    ]
