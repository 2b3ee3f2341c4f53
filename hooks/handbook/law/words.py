"""The words of the register for readers, in both languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from handbook.labels import show_date, show_period
from handbook.law.model import Document, Register, State, Status
from handbook.law.parts import PartChange, show_places

WORDS: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "number": "Số hiệu",
        "kind": "Loại",
        "title": "Trích yếu",
        "issuer": "Cơ quan ban hành",
        "issued": "Ngày ban hành",
        "effective": "Ngày có hiệu lực",
        "status": "Tình trạng",
        "field": "Lĩnh vực",
        "verification": "Mức xác minh",
        "short_names": "Tên thường gọi",
        "note": "Ghi chú của nhóm biên soạn",
        "timeline": "Dòng thời gian",
        "relations": "Liên quan với văn bản khác",
        "sources": "Nguồn",
        "cited_by": "Các trang có dẫn văn bản này",
        "not_cited": "Chưa có trang nào trong cẩm nang dẫn văn bản này.",
        "replaced_by": "Được thay bằng",
        "may_be_replaced_by": "Có thể đã được thay bằng (chưa kiểm chứng)",
        "replaces": "Thay cho",
        "amended_by": "Được sửa đổi bởi",
        "may_be_amended_by": "Có thể đã được sửa đổi bởi (chưa kiểm chứng)",
        "amends": "Sửa đổi",
        "repealed_parts": "Phần đã hết hiệu lực",
        "may_be_repealed_parts": "Phần có thể đã hết hiệu lực (chưa kiểm chứng)",
        "amended_parts": "Phần đã được sửa đổi",
        "may_be_amended_parts": "Phần có thể đã được sửa đổi (chưa kiểm chứng)",
        "repeals_parts": "Bãi bỏ một phần",
        "by": "theo",
        "since": "từ",
        "is_partly_repealed": "Hết hiệu lực {} theo",
        "is_issued": "Ban hành",
        "is_effective": "Có hiệu lực",
        "is_repealed": "Hết hiệu lực",
        "is_over": "Hết giai đoạn",
        "undated": "chưa rõ ngày",
        "unknown": "chưa rõ",
        "no_source": "Chưa tìm được trang nguồn; cần tra ở vanban.chinhphu.vn trước khi dùng.",
        "source": "Nguồn {}",
        "hai-nguon": "đã đối chiếu hai nguồn",
        "mot-nguon": "mới có một nguồn",
        "chua-xac-minh": "chưa xác minh",
        "as_of": "Tình trạng tính đến {}.",
        "all": "Tất cả",
        "caption": "Danh mục văn bản, tình trạng tính đến {}",
        "filter": "Lọc danh mục",
        "find": "Tìm theo số hiệu hoặc tên",
        "register": "Danh mục văn bản",
        "filtered": "văn bản",
    },
    "en": {
        "number": "Number",
        "kind": "Kind",
        "title": "Subject",
        "issuer": "Issued by",
        "issued": "Issued on",
        "effective": "Effective from",
        "status": "Status",
        "field": "Field",
        "verification": "Verification",
        "short_names": "Commonly called",
        "note": "Note of the editors",
        "timeline": "Timeline",
        "relations": "Relation to other documents",
        "sources": "Sources",
        "cited_by": "Pages that cite this document",
        "not_cited": "No page of the handbook cites this document yet.",
        "replaced_by": "Replaced by",
        "may_be_replaced_by": "May have been replaced by (unconfirmed)",
        "replaces": "Replaces",
        "amended_by": "Amended by",
        "may_be_amended_by": "May have been amended by (unconfirmed)",
        "amends": "Amends",
        "repealed_parts": "Repealed parts",
        "may_be_repealed_parts": "Parts that may have been repealed (unconfirmed)",
        "amended_parts": "Amended parts",
        "may_be_amended_parts": "Parts that may have been amended (unconfirmed)",
        "repeals_parts": "Repeals parts of",
        "by": "by",
        "since": "since",
        "is_partly_repealed": "{} repealed by",
        "is_issued": "Issued",
        "is_effective": "Effective",
        "is_repealed": "Repealed",
        "is_over": "Programme period ended",
        "undated": "date unknown",
        "unknown": "unknown",
        "no_source": "No source page found yet; look it up at vanban.chinhphu.vn before use.",
        "source": "Source {}",
        "hai-nguon": "checked against two sources",
        "mot-nguon": "one source only",
        "chua-xac-minh": "unverified",
        "as_of": "Status as of {}.",
        "all": "All",
        "caption": "Register of legal documents, status as of {}",
        "filter": "Filter the register",
        "find": "Find by number or name",
        "register": "Register of legal documents",
        "filtered": "documents",
    },
}

_STATUS: Mapping[str, Mapping[Status, str]] = {
    "vi": {
        Status.IN_FORCE: "còn hiệu lực",
        Status.NOT_YET: "chưa có hiệu lực",
        Status.PARTLY: "hết hiệu lực một phần",
        Status.REPEALED: "hết hiệu lực",
        Status.OVER: "hết giai đoạn",
        Status.UNCLEAR: "chưa rõ (cần kiểm tra)",
    },
    "en": {
        Status.IN_FORCE: "in force",
        Status.NOT_YET: "not yet in force",
        Status.PARTLY: "partly repealed",
        Status.REPEALED: "repealed",
        Status.OVER: "programme period over",
        Status.UNCLEAR: "unclear (to be checked)",
    },
}
_SINCE = {
    "vi": {
        Status.REPEALED: "hết hiệu lực từ {}",
        Status.NOT_YET: "chưa có hiệu lực (có hiệu lực từ {})",
        Status.OVER: "hết giai đoạn (đến {})",
    },
    "en": {
        Status.REPEALED: "repealed since {}",
        Status.NOT_YET: "not yet in force (effective from {})",
        Status.OVER: "programme period over (until {})",
    },
}
_MARK = {"vi": {Status.UNCLEAR: "chưa rõ hiệu lực"}, "en": {Status.UNCLEAR: "status unclear"}}
_OLD = {"vi": "văn bản cũ", "en": "old document"}
_PART = {"vi": "phần này đã hết hiệu lực", "en": "this part is repealed"}
_OLD_PART = {"vi": "quy định cũ", "en": "old provision"}


def status_word(status: Status, language: str) -> str:
    """The status alone: "hết hiệu lực"."""
    return _STATUS[language][status]


def status_text(state: State, language: str) -> str:
    """The status with its date or its places: "hết hiệu lực từ 01/01/2026", "hết hiệu lực một phần (Điều 5)"."""
    if state.places:
        return f"{status_word(state.status, language)} ({show_places(state.places, language)})"
    pattern = _SINCE[language].get(state.status)
    if pattern and state.since:
        return pattern.format(show_date(state.since, language))
    return status_word(state.status, language)


def mark_text(status: Status, language: str, *, historical: bool, part_is_gone: bool = False) -> str:
    """What stands after a citation in running text; empty for what is in force.

    ``part_is_gone``: the document is in force, the part that is cited is not.
    """
    if part_is_gone:
        return (_OLD_PART if historical else _PART)[language]
    if status in (Status.IN_FORCE, Status.PARTLY):
        return ""
    if historical and status is not Status.NOT_YET:
        return _OLD[language]
    return _MARK[language].get(status) or status_word(status, language)


def hint_text(document: Document, register: Register, language: str) -> str:
    """The tooltip of a citation: what it is, whose, whether in force, what replaces it."""
    words = WORDS[language]
    title = document.title if document.name is None else document.label
    period = show_period(document.issued_period, language) if document.issued_period else ""
    origin = ", ".join(part for part in (document.issuer, period) if part)
    status = status_text(register.state(document), language)
    text = f"{title} ({origin}). {status[0].upper()}{status[1:]}."
    for change in document.amended_parts:
        if change.is_real(register.as_of):
            text += f" {words['amended_parts']}: {change_text(change, register, language)}."
    others = register.replacements(document)
    if others:
        text += f" {words['replaced_by']}: {'; '.join(other.label for other in others)}."
    return text


def change_text(change: PartChange, register: Register, language: str) -> str:
    """ "Điều 5, khoản 2 Điều 7 theo Nghị định 100/2026/NĐ-CP"."""
    other = register.get(change.by.slug) if change.by.slug else None
    name = other.label if other else change.by.label
    return f"{show_places(change.places, language)} {WORDS[language]['by']} {name}"


def show_day(day: dt.date | None, language: str) -> str:
    return show_date(day, language) if day else WORDS[language]["unknown"]
