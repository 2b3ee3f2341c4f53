"""What is wrong in a front matter, told so that it can be mended without asking anybody."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence

from pydantic import BaseModel

from handbook.problem import Problem
from handbook.source.schema import ChartMeta, ColumnMeta, DoorMeta, PageMeta, Reminders, Source
from handbook.source.yaml_lines import line_of
from handbook.source.yaml_text import BrokenYaml
from handbook.vietnamese.text import slug

_NESTED: Mapping[str, type[BaseModel]] = {
    "nguon": Source,
    "cot": ColumnMeta,
    "bieu_do": ChartMeta,
    "nhac_lai": Reminders,
    "viec": DoorMeta,
    "vai_tro": DoorMeta,
}
_DAY = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)")
# "khóa: giá trị" whose value holds a colon and a space, or starts like something YAML means otherwise.
_PLAIN_VALUE = re.compile(r"^(?P<key>[ \t]*(?:- )?[\w-]+):[ \t]+(?P<value>[^\s\"'\[{>|#&*][^\n]*?)[ \t]*$")

_GLUED = re.compile(r"^(?P<key>(?:- )?[a-z][a-z_]*):(?P<value>[^\s/][^\n]*)$")


def explain(item: Mapping, lines: Mapping[tuple, int], model: type[PageMeta], path: str) -> Problem:
    """One of pydantic's errors as a problem of the file ``path``; ``lines`` gives the line of each key."""
    location = tuple(item["loc"])
    line, name, key, given = line_of(location, lines), _name(location), str(location[-1]), item.get("input")
    kind = item["type"]
    if kind == "missing":
        return Problem(
            path,
            line,
            f"Thiếu “{name}” trong phần khai báo ở đầu trang.",
            _EXAMPLES.get(key, f"Thêm dòng {key}: …"),
            "khai-bao-thieu-khoa",
        )
    if kind == "extra_forbidden":
        known = _known_keys(model, location)
        meant = _OTHER_NAMES.get(slug(key))
        near = [meant] if meant in known else difflib.get_close_matches(slug(key, "_"), known, n=1, cutoff=0.6)
        hint = f"Có phải ý bạn là “{near[0]}”?" if near else f"Xóa dòng này. Khóa dùng được ở đây: {', '.join(known)}."
        return Problem(path, line, f"Không có khóa “{name}” trong phần khai báo.", hint, "khai-bao-khoa-la")
    if kind.startswith("date") and given is not None:
        day = _iso_day(str(given))
        return Problem(
            path,
            line,
            f"“{name}” phải là một ngày có thật; đang ghi {_quoted(given)}.",
            f"Viết {key}: {day}." if day else "Viết theo dạng năm-tháng-ngày, ví dụ 2026-11-24.",
            "khai-bao-ngay",
        )
    if kind == "literal_error":
        allowed = item["ctx"]["expected"].replace(" or ", ", ").replace("'", "").split(", ")
        near = [choice for choice in allowed if slug(str(given)).startswith(choice)] or difflib.get_close_matches(
            slug(str(given)), allowed, n=1, cutoff=0.5
        )
        hint = f"Có phải ý bạn là “{near[0]}”? " if near else ""
        return Problem(
            path,
            line,
            f"“{name}” không nhận giá trị {_quoted(given)}.",
            f"{hint}Chọn một trong: {', '.join(allowed)}.",
            "khai-bao-lua-chon",
        )
    if given is None or given == "":
        return Problem(
            path,
            line,
            f"“{name}” đang để trống.",
            f"{_EXAMPLES[key]} Không cần khóa này thì xóa cả dòng."
            if key in _EXAMPLES and key not in _NEEDED
            else _EXAMPLES.get(key, "Điền vào sau dấu hai chấm, hoặc xóa cả dòng."),
            "khai-bao-trong",
        )
    if kind in ("string_too_long", "too_long"):
        most = item["ctx"]["max_length"]
        return Problem(
            path,
            line,
            f"“{name}” dài {len(str(given))} ký tự; dài nhất được {most}.",
            "Rút ngắn; phần còn lại viết trong bài.",
            "khai-bao-gia-tri",
        )
    if kind == "value_error":
        day, error = _iso_day(str(given)), str(item["ctx"]["error"])
        advice = f"Viết {key}: {day}." if day else f"{error[:1].upper()}{error[1:]}."
        return Problem(path, line, f"“{name}” chưa đúng: đang ghi {_quoted(given)}.", advice, "khai-bao-gia-tri")
    if kind in ("model_type", "dict_type") and location[0] == "nguon":
        return Problem(
            path,
            line,
            f"“{name}” chỉ là một dòng chữ: “{_shown(given)}”.",
            f"Viết “- ten: {_shown(given)}”, các dòng sau thụt vào thẳng chữ ten: “url: https://…”, “ngay: 2026-01-30”.",
            "khai-bao-kieu",
        )
    return Problem(
        path,
        line,
        f"“{name}” phải là {_EXPECTED.get(kind, 'đúng kiểu')}; đang ghi {_quoted(given)}.",
        _EXAMPLES.get(key, "Xem mẫu trong CONTRIBUTING.md."),
        "khai-bao-kieu",
    )


def told_once(items: Sequence[Mapping]) -> Iterator[Mapping]:
    """pydantic's errors without the missing key that stands there misspelt: the misspelt one is told of."""
    strange = [item["loc"] for item in items if item["type"] == "extra_forbidden"]
    for item in items:
        place = item["loc"]
        if item["type"] == "missing" and any(
            other[:-1] == place[:-1]
            and difflib.get_close_matches(slug(str(other[-1]), "_"), [str(place[-1])], n=1, cutoff=0.6)
            for other in strange
        ):
            continue
        yield item


def explain_yaml(head: str, error: BrokenYaml, path: str) -> Iterator[Problem]:
    """What in ``head`` (the text between the fences) breaks it."""
    line, found = error.line, False
    if error.message:
        yield Problem(path, line + 2, error.message, error.fix, "khai-bao-yaml")
        return
    for number, text in enumerate(head.split("\n")):
        plain = _PLAIN_VALUE.match(text)
        if text.startswith("\t") or re.match(r" *\t", text):
            found = True
            yield Problem(
                path,
                number + 2,
                "Dòng này thụt vào bằng phím Tab; phần khai báo ở đầu trang chỉ nhận dấu cách.",
                "Xóa khoảng trống ở đầu dòng, gõ lại bằng dấu cách (hoặc bỏ hẳn nếu là khóa của trang).",
                "khai-bao-yaml",
            )
        elif glued := _GLUED.match(text):
            found = True
            yield Problem(
                path,
                number + 2,
                "Sau dấu hai chấm thiếu dấu cách nên máy không tách được khóa với giá trị.",
                f"Viết {glued['key'].strip()}: {glued['value'].strip()}.",
                "khai-bao-yaml",
            )
        elif plain and re.search(r":(?:\s|$)", _before_comment(plain["value"])):
            found = True
            value = _before_comment(plain["value"]).strip().replace('"', "”")
            yield Problem(
                path,
                number + 2,
                "Giá trị có dấu hai chấm nên máy không tách được khóa với giá trị (YAML sai).",
                f'Đặt cả giá trị trong dấu nháy thẳng: {plain["key"].strip()}: "{value}".',
                "khai-bao-yaml",
            )
    if not found:
        texts = head.split("\n")
        shown = texts[line].strip() if line < len(texts) else ""
        where = f" từ chỗ “{shown[:40]}”" if shown else ""
        yield Problem(
            path,
            line + 2,
            f"Không đọc được phần khai báo ở đầu trang{where} (YAML sai).",
            "Xem dòng này và dòng ngay trên: mỗi khóa một dòng “khóa: giá trị”; ngoặc vuông, ngoặc nhọn, dấu nháy mở thì phải "
            "đóng; mục của danh sách bắt đầu bằng gạch ngang và thụt vào thẳng hàng nhau.",
            "khai-bao-yaml",
        )


def _before_comment(value: str) -> str:
    return re.split(r"\s#", value, maxsplit=1)[0]


def _iso_day(text: str) -> str:
    """``24/11/2026`` → ``2026-11-24``; nothing for what is no day."""
    match = _DAY.fullmatch(text.strip())
    if not match or not (1 <= int(match["month"]) <= 12 and 1 <= int(match["day"]) <= 31):
        return ""
    return f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}"


def _quoted(value: object) -> str:
    """As it was written, or what it is: no reader knows how a program writes a list."""
    if isinstance(value, (list, Mapping)):
        return "một danh sách" if isinstance(value, list) else "một nhóm khóa"
    return f"“{_shown(value)}”"


def _shown(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:60] + "…"


def _name(location: tuple) -> str:
    """``("nguon", 0, "ten")`` → ``nguon.1.ten``, counted as people count."""
    return ".".join(str(part + 1) if isinstance(part, int) else str(part) for part in location)


def _known_keys(model: type[PageMeta], location: tuple) -> list[str]:
    owner = _NESTED.get(str(location[0]), model) if len(location) > 1 else model
    return [field.alias or name for name, field in owner.model_fields.items()]


# What other programs, and editors who write Vietnamese as it is spelt, call the keys.
_OTHER_NAMES = {
    **dict.fromkeys(("tieu-de", "ten-bai", "ten-trang", "name", "heading"), "title"),
    **dict.fromkeys(("date", "ngay-viet", "ngay-dang", "published", "created", "updated", "lastmod"), "ngay"),
    **dict.fromkeys(("tom-tat", "mo-ta", "description", "summary", "excerpt", "subtitle"), "tom_tat"),
    **dict.fromkeys(("tags", "tag", "keywords", "keyword", "the", "tu-khoa", "tags-list"), "tu_khoa"),
    **dict.fromkeys(("source", "sources", "nguon", "nguon-tin", "references"), "nguon"),
    **dict.fromkeys(("author", "authors", "tac-gia", "nguoi-viet", "editor"), "phu_trach"),
    **dict.fromkeys(("category", "categories", "danh-muc", "chuyen-muc", "group"), "nhom"),
    **dict.fromkeys(("aliases", "alias", "redirect-from", "old-path"), "old_paths"),
    **dict.fromkeys(("order", "weight", "thu-tu", "nav-order"), "thu_tu"),
    **dict.fromkeys(("related", "lien-quan", "xem-them"), "lien_quan"),
    **dict.fromkeys(("link", "lien-ket", "dia-chi", "href"), "url"),
}
_EXPECTED = {
    "string_type": "một dòng chữ",
    "int_type": "một số nguyên",
    "int_parsing": "một số nguyên",
    "int_from_float": "một số nguyên",
    "tuple_type": "một danh sách",
    "model_type": "một nhóm khóa",
    "dict_type": "một nhóm khóa",
    "bool_type": "true hoặc false",
    "bool_parsing": "true hoặc false",
    "greater_than_equal": "số từ 1 trở lên",
    "too_short": "danh sách không để trống",
}
_NEEDED = frozenset(("title", "ngay", "thu_tu", "ten", "mo_ta"))
_EXAMPLES = {
    "title": "Thêm dòng title: Tên trang.",
    "ngay": "Thêm dòng ngay: 2026-11-24 (ngày viết hoặc sửa, dạng năm-tháng-ngày).",
    "thu_tu": "Thêm dòng thu_tu: 10 (thứ tự của chương trong phần).",
    "ten": "Thêm ten: tên nguồn.",
    "nguon": "Viết nguồn thành danh sách, mỗi nguồn bắt đầu bằng “- ten: …”.",
    "tu_khoa": "Viết thành danh sách, ví dụ tu_khoa: [căn cước, vneid].",
    "lien_quan": "Viết thành danh sách, ví dụ lien_quan: [ky-nang/vneid.md].",
    "old_paths": "Viết thành danh sách, ví dụ old_paths: [chuyen-de/ten-cu.md].",
    "mo_ta": "Thêm mo_ta: lời mô tả biểu đồ cho người không nhìn thấy hình.",
}
