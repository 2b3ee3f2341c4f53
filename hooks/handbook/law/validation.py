"""What cannot be true in the register: dates, statuses, cycles, names."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.labels import show_date
from handbook.law import dates
from handbook.law.model import Document, Register, Status
from handbook.law.register_rows import RETROACTIVE
from handbook.law.words import status_text
from handbook.problem import Problem, Severity
from handbook.vietnamese.comparable import normal


def check_document(document: Document, register: Register) -> Iterator[Problem]:
    """Impossible dates, and a stated status that the dates contradict."""

    def problem(message: str, fix: str, code: str) -> Problem:
        return Problem(register.path, document.line, f"{document.number}: {message}", fix, code)

    issued = dates.first_day(document.issued_period)
    if issued and issued > register.as_of:
        yield problem(
            f"ngày ban hành {document.issued_period} sau ngày chốt nội dung {register.as_of.isoformat()}.",
            "Sửa ngay_ban_hanh, hoặc sửa as_of trong mkdocs.yml nếu đã rà soát tới ngày mới.",
            "van-ban-ngay-sau",
        )
    if document.parsed and document.parsed.year and issued and issued.year != document.parsed.year:
        yield problem(
            f"số hiệu ghi năm {document.parsed.year} nhưng ngày ban hành là {document.issued_period}.",
            "Sửa số hiệu hoặc ngay_ban_hanh.",
            "van-ban-nam-lech",
        )
    if issued and document.effective and document.effective < issued and RETROACTIVE not in document.note.casefold():
        yield problem(
            f"có hiệu lực ({document.effective.isoformat()}) trước khi ban hành ({document.issued_period}).",
            f"Sửa ngày; nếu đúng là như vậy, ghi “{RETROACTIVE}” vào ghi_chu.",
            "van-ban-ngay-nguoc",
        )
    start = max((day for day in (issued, document.effective) if day), default=None)
    for name, end in (("het_hieu_luc", document.ended), ("het_giai_doan", document.stage_end)):
        if start and end and end < start:
            yield problem(
                f"“{name}” ({end.isoformat()}) trước ngày ban hành hoặc ngày có hiệu lực.",
                "Sửa ngày.",
                "van-ban-ngay-nguoc",
            )
    for other in register.replacements(document):
        if issued and other.effective and other.effective < issued:
            yield problem(
                f"văn bản thay thế {other.number} có hiệu lực ({other.effective.isoformat()}) trước khi văn bản này "
                f"ban hành ({document.issued_period}).",
                "Sửa ngày, hoặc đổi chiều thay thế.",
                "van-ban-ngay-nguoc",
            )
    state = register.state(document)
    if document.stated_status and document.stated_status is not state.status:
        yield problem(
            f"cột tinh_trang ghi “{document.stated_status}” nhưng theo các ngày và văn bản thay thế thì "
            f"{status_text(state, 'vi')} (tính đến {show_date(register.as_of, 'vi')}).",
            _how_to_agree(document.stated_status, state.status),
            "van-ban-tinh-trang",
        )


def _how_to_agree(stated: Status, derived: Status) -> str:
    lacking = {
        Status.REPEALED: "ghi van_ban_thay_the hoặc het_hieu_luc",
        Status.OVER: "ghi het_giai_doan",
        Status.NOT_YET: "ghi ngay_hieu_luc",
        Status.UNCLEAR: "sửa ngày hoặc văn bản thay thế",
        Status.IN_FORCE: "sửa ngày, dieu_het_hieu_luc, hoặc bỏ dấu ? của văn bản thay thế khi đã kiểm chứng",
        Status.PARTLY: "ghi dieu_het_hieu_luc, ví dụ “Điều 5, khoản 2 Điều 7: 100/2026/NĐ-CP”",
    }
    return f"Sửa tinh_trang thành “{derived}”; nếu “{stated}” mới đúng thì {lacking[stated]}."


def check_replacements(register: Register) -> Iterator[Problem]:
    """Chains of replacement that come back to their start, told once, at the first row."""
    told: set[str] = set()
    for document in register.documents:
        path = _cycle(document, register)
        if path and not told & set(path):
            told |= set(path)
            chain = " → ".join(register.get(slug).number for slug in (*path, path[0]))  # type: ignore[union-attr]
            yield Problem(
                register.path,
                document.line,
                f"Các văn bản thay thế nhau thành vòng: {chain}.",
                "Văn bản mới thay văn bản cũ: xóa van_ban_thay_the ở dòng của văn bản mới nhất.",
                "van-ban-vong",
            )


def _cycle(start: Document, register: Register) -> list[str]:
    """The slugs from ``start`` back to ``start``, or nothing."""
    paths = [[start.slug]]
    seen: set[str] = set()
    while paths:
        path = paths.pop()
        for reference in register.get(path[-1]).replaced_by:  # type: ignore[union-attr]
            if reference.slug == start.slug:
                return path
            if reference.slug and reference.slug not in seen:
                seen.add(reference.slug)
                paths.append([*path, reference.slug])
    return []


def check_names(register: Register) -> Iterator[Problem]:
    """Short names that no reader could follow to one document."""
    owners: dict[str, list[Document]] = {}
    for document in register.documents:
        for name in document.short_names:
            if len(name) < 4 or not any(char.isdigit() or char.isupper() for char in name[1:]):
                yield Problem(
                    register.path,
                    document.line,
                    f"{document.number}: tên ngắn “{name}” quá chung chung.",
                    "Dùng tên có số hoặc chữ viết hoa, ví dụ “Đề án 06”, “Luật BVDLCN”.",
                    "van-ban-ten-ngan",
                )
            owners.setdefault(normal(name).casefold(), []).append(document)
        if document.name:
            owners.setdefault(normal(document.name).casefold(), []).append(document)
    for name, documents in owners.items():
        current = [document for document in documents if not register.state(document).status.is_stale]
        others = [document for document in documents if document is not documents[0]]
        if others and len(current) != 1:
            listed = ", ".join(document.number for document in documents)
            yield Problem(
                register.path,
                others[0].line,
                f"Tên “{name}” dùng cho {len(documents)} văn bản: {listed}.",
                "Một tên chỉ nên trỏ tới một văn bản đang có hiệu lực; trong bài hãy ghi kèm số hiệu.",
                "van-ban-ten-trung",
                Severity.HINT,
            )
