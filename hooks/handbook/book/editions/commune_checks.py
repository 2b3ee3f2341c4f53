"""A commune's file held against the register and the sample: real names, real numbers, wishes that go together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handbook.book.editions.commune_model import Commune
from handbook.book.model import Book
from handbook.places.communes import check_commune, province_of_commune
from handbook.places.names import commune_name, comparable
from handbook.places.register import PlaceRegister
from handbook.problem import Problem

MOST = 80  # characters of name and province together on the cover
_SAMPLES = frozenset(
    map(
        comparable,
        (
            "Xã Mẫu",
            "tỉnh Mẫu",
            "Tổ công nghệ số cộng đồng thôn Mẫu",
            "Nhà văn hóa thôn Mẫu",
            "Thứ mấy, từ mấy giờ đến mấy giờ",
            "Họ và tên tổ trưởng",
            "Họ và tên tổ viên",
            "Địa chỉ, ngày giờ làm việc",
            "Một hai câu của tổ gửi bà con.",
        ),
    )
)
_ZEROS = "0000"
Lines = Mapping[tuple, int]


def check_commune_file(commune: Commune, lines: Lines, book: Book) -> Iterator[Problem]:
    """Every mistake that needs more than the file's own form."""
    yield from _placeholders(commune, lines)
    if len(commune.label) > MOST:
        yield Problem(
            commune.path,
            lines.get(("ten",), 1),
            f"Tên xã và tỉnh dài {len(commune.label)} ký tự, bìa chỉ đủ chỗ cho {MOST}.",
            "Ghi đúng tên xã, tên tỉnh; tên tổ ghi ở dòng to.",
            "xa-ten-dai",
        )
    if commune.large and commune.folded:
        yield Problem(
            commune.path,
            lines.get(("in_gap_doi",), 1),
            "Chữ to in trên giấy A4 nên gấp đôi phải có giấy A3: hai điều này không đi cùng nhau.",
            "Bỏ chu_to hoặc bỏ in_gap_doi.",
            "xa-khong-hop",
        )
    if book.local:
        yield from _names(commune, lines, book.local.places)


def _placeholders(commune: Commune, lines: Lines) -> Iterator[Problem]:
    texts: list[tuple[tuple, str]] = [
        (("ten",), commune.name),
        (("tinh",), commune.province),
        (("to",), commune.team),
        (("noi_truc",), commune.desk),
        (("gio_truc",), commune.hours),
        (("loi_nhan",), commune.note),
    ]
    phones: list[tuple[tuple, str | None]] = []
    for index, member in enumerate(commune.members):
        texts.append((("thanh_vien", index, "ten"), member.name))
        phones.append((("thanh_vien", index, "dien_thoai"), member.phone))
    for index, place in enumerate(commune.places):
        texts.append((("noi_can_biet", index, "dia_chi"), place.about))
        phones.append((("noi_can_biet", index, "dien_thoai"), place.phone))
    for key, text in texts:
        if comparable(text) in _SAMPLES:
            yield _sample(commune, _line(lines, key), text)
    for key, phone in phones:
        if phone and phone.replace(" ", "").startswith(_ZEROS):
            yield _sample(commune, _line(lines, key), phone)


def _sample(commune: Commune, line: int, text: str) -> Problem:
    return Problem(
        commune.path,
        line,
        f"“{text}” còn là chữ mẫu của mau-xa.yml.",
        "Thay bằng tên, số thật; không có thì xóa dòng.",
        "xa-chu-mau",
    )


def _line(lines: Lines, key: tuple) -> int:
    while key and key not in lines:
        key = key[:-1]
    return lines.get(key, 1)


def _names(commune: Commune, lines: Lines, places: PlaceRegister) -> Iterator[Problem]:
    if not commune.province or comparable(commune.province) in _SAMPLES:
        return
    found = places.find(commune.province)
    if found is None:
        near = places.near(commune.province)
        yield Problem(
            commune.path,
            lines.get(("tinh",), 1),
            f"Không có tỉnh, thành phố nào tên “{commune.province}”.",
            f"Có phải ý bạn là “{near}”?" if near else "Ghi tên tỉnh hiện nay, ví dụ tinh: Lào Cai.",
            "xa-tinh-la",
        )
        return
    if found.former:
        yield Problem(
            commune.path,
            lines.get(("tinh",), 1),
            f"“{commune.province}” là tỉnh cũ, nay thuộc {found.province.label}.",
            f"Ghi tinh: {found.province.name}.",
            "xa-tinh-cu",
        )
    if not commune.name or not found.province.communes or comparable(commune.name) in _SAMPLES:
        return
    checked = check_commune(commune.name, found.province)
    if checked.commune is not None and checked.commune.kind == (commune_name(commune.name)[0] or checked.commune.kind):
        return
    if checked.is_former:
        now = [
            one.label
            for one in found.province.communes
            if any(check_commune_name(unit.label, commune.name) for unit in one.former)
        ]
        message = f"“{commune.name}” là tên cũ, nay thuộc {', '.join(now) or 'xã khác'}."
        fix = f"Ghi ten: {now[0]}." if len(now) == 1 else "Ghi tên xã, phường, đặc khu hiện nay."
    else:
        others = province_of_commune(commune.name, places)
        message = f"{found.province.label[0].upper()}{found.province.label[1:]} không có “{commune.name}”."
        if checked.near:
            fix = f"Có phải ý bạn là “{checked.near}”?"
        elif others:
            fix = f"Nơi có tên này: {', '.join(one.label for one in others)}."
        else:
            fix = "Ghi tên hiện nay, có chữ xã, phường hay đặc khu; tra ở trang Địa phương."
    yield Problem(commune.path, lines.get(("ten",), 1), message, fix, "xa-ten-la")


def check_commune_name(label: str, written: str) -> bool:
    """Whether a former unit is the one that was written, with or without its kind."""
    kind, name = commune_name(written)
    other_kind, other = commune_name(label)
    return comparable(name) == comparable(other) and (not kind or not other_kind or kind == other_kind)
