"""What only shows when all pages are read: names used twice, orders that nothing fills, numbers grown old."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterator, Mapping

from handbook.catalogue.catalog import Article, Catalog
from handbook.kit.leaflet import TRUSTED_DAYS, Leaflet
from handbook.kit.lesson_plan import check_plan
from handbook.kit.loudspeaker import Script
from handbook.kit.phone_screen import MOST_SCREENS
from handbook.kit.placed import Placed, by_id, placed_blocks
from handbook.kit.source import ANY_BLOCK, NAMES, OTHER_NAMES
from handbook.markdown.source_scan import without_code
from handbook.problem import Problem, Severity
from handbook.source.schema import LessonMeta
from handbook.vietnamese.text import slug

#: A reminder by loudspeaker is half as long as a script may be.
DRAWING = "hinh-ve"
REMINDER_SECONDS = 30
_ORDERED = ("man-hinh", "tin-nhan", "so-do", "the-cat", "to-in", "cau-hoi", "bieu-mau")
_REMINDING = ("bai-loa", "bai-dang", "to-in", "cau-hoi")


def check_kit(catalog: Catalog, as_of: dt.date) -> tuple[Problem, ...]:
    """The problems of all kit blocks, and of what lessons order."""
    placed = tuple(placed_blocks(catalog))
    problems = [problem for one in placed for problem in one.block.problems]
    problems += _names(placed)
    problems += _sequences(placed)
    problems += _dates(placed, as_of)
    problems += _targets(placed, catalog)
    names = by_id(placed)
    for article in catalog.articles.values():
        problems += _strange(article)
        if isinstance(article.meta, LessonMeta):
            problems += _orders(article, article.meta, names)
            problems += _served(article, article.meta, catalog)
            problems += check_plan(article, article.meta, names)
    return tuple(problems)


def _names(placed: tuple[Placed, ...]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Placed] = {}
    for one in placed:
        name = one.block.content.id
        if not name:
            continue
        other = first.setdefault((name, one.article.language), one)
        if other is not one:
            yield one.problem(
                f"id “{name}” đã dùng ở {other.article.path}:{other.line}.", "Đặt id khác.", "kit-id-trung"
            )


def _sequences(placed: tuple[Placed, ...]) -> Iterator[Problem]:
    count, last = 0, None
    for one in placed:
        place = (one.article.path, one.block.sequence)
        count = count + 1 if place == last and one.block.kind == "man-hinh" else 1
        last = place
        if count > 1 and one.block.content.id:
            yield one.problem(
                "id đứng ở màn hình thứ hai trở đi của một chuỗi.",
                "Chuyển id lên màn hình đầu; muốn tách chuỗi thì viết một câu ở giữa.",
                "kit-chuoi",
            )
        if count == MOST_SCREENS + 1:
            yield one.problem(
                f"chuỗi dài quá {MOST_SCREENS} màn hình.", "Tách chuỗi bằng một câu hoặc một mục.", "kit-chuoi"
            )


def _dates(placed: tuple[Placed, ...], as_of: dt.date) -> Iterator[Problem]:
    for one in placed:
        content = one.block.content
        if content.expires and content.expires < as_of:
            yield one.problem(
                f"đã hết hạn ngày {content.expires:%d/%m/%Y}, không được in nữa.",
                "Xem lại nội dung rồi đổi het_han, hoặc xóa khối.",
                "kit-het-han",
                Severity.INCOMPLETE,
            )
        if isinstance(content, Leaflet) and content.checked:
            age = (as_of - content.checked).days
            if age > TRUSTED_DAYS:
                yield one.problem(
                    f"số {content.number} kiểm tra lần cuối ngày {content.checked:%d/%m/%Y}, đã quá 12 tháng.",
                    f"Hỏi lại {content.owner or 'cơ quan giữ số'}, rồi ghi ngày mới vào kiem_tra.",
                    "kit-so-cu",
                )
            elif age < 0:
                yield one.problem(
                    f"kiem_tra {content.checked:%d/%m/%Y} ở sau ngày chốt nội dung {as_of:%d/%m/%Y}.",
                    "Ghi ngày đã kiểm tra thật.",
                    "kit-so-cu",
                )


def _targets(placed: tuple[Placed, ...], catalog: Catalog) -> Iterator[Problem]:
    names = by_id(placed)
    for one in placed:
        drawing = getattr(one.block.content, "drawing", "")
        if drawing and not _is_drawing(drawing, names):
            yield one.problem(
                f"hinh “{drawing}” không phải hình vẽ nào.", _near(drawing, names, (DRAWING,)), "kit-khong-co"
            )
        page = getattr(one.block.content, "page", "")
        key = page.partition("#")[0]
        if key and key not in catalog.keys:
            near = difflib.get_close_matches(key, catalog.keys, n=1, cutoff=0.75)
            yield one.problem(
                f"không có trang “{key}.md”.",
                f"Có phải ý bạn là “{near[0]}.md”?" if near else "Ghi đường dẫn tính từ docs/, ví dụ ky-nang/vneid.md.",
                "kit-trang",
            )
        leaflet = getattr(one.block.content, "leaflet", "")
        if leaflet and (leaflet not in names or names[leaflet].block.kind != "to-in"):
            yield one.problem(
                f"anh “{leaflet}” không phải id của tờ in nào.", _near(leaflet, names, ("to-in",)), "kit-khong-co"
            )


def _is_drawing(name: str, names: Mapping[str, Placed]) -> bool:
    return name in names and names[name].block.kind == DRAWING


def _strange(article: Article) -> Iterator[Problem]:
    """Blocks of a name that nothing knows: they would stand on the page as plain text."""
    if "///" not in article.body:
        return
    known = (*NAMES, *OTHER_NAMES)
    for number, line in enumerate(without_code(article.body).split("\n")):
        found = ANY_BLOCK.match(line)
        if found and found["name"] not in known:
            near = difflib.get_close_matches(slug(found["name"]), known, n=1, cutoff=0.6)
            yield Problem(
                article.path,
                article.body_line + number,
                f"Không có loại khối “{found['name']}”.",
                f"Có phải ý bạn là /// {near[0]}?" if near else f"Các loại: {', '.join(known)}.",
                "kit-ten-la",
            )


def _served(article: Article, meta: LessonMeta, catalog: Catalog) -> Iterator[Problem]:
    for index, page in enumerate(meta.serves):
        key = page.removesuffix(".md")
        if key in catalog.keys and page.endswith(".md"):
            continue
        near = difflib.get_close_matches(key, catalog.keys, n=1, cutoff=0.75)
        yield Problem(
            article.path,
            article.lines.get(("cho_trang", index), article.lines.get(("cho_trang",), 1)),
            f"cho_trang ghi “{page}” nhưng không có trang ấy.",
            f"Có phải ý bạn là “{near[0]}.md”?" if near else "Ghi đường dẫn tính từ docs/, ví dụ ky-nang/vneid.md.",
            "kit-trang",
        )


def _orders(article: Article, meta: LessonMeta, names: Mapping[str, Placed]) -> Iterator[Problem]:
    if meta.drawing and not _is_drawing(meta.drawing, names):
        yield Problem(
            article.path,
            article.lines.get(("hinh",), 1),
            f"hinh “{meta.drawing}” không phải hình vẽ nào.",
            _near(meta.drawing, names, (DRAWING,)),
            "kit-khong-co",
        )
    for index, name in enumerate(meta.to_print):
        line = article.lines.get(("can_in", index), article.lines.get(("can_in",), 1))
        yield from _order(article, line, "can_in", name, names, _ORDERED)
        if name in meta.to_print[:index]:
            yield Problem(article.path, line, f"can_in ghi “{name}” hai lần.", "Xóa một dòng.", "kit-khong-co")
    if not meta.reminders:
        return
    for key, ids in (
        ("tuan_2", meta.reminders.week_2),
        ("thang_1", meta.reminders.month_1),
        ("thang_3", meta.reminders.month_3),
    ):
        where = ("nhac_lai", key)
        line = article.lines.get(where, article.lines.get(("nhac_lai",), 1))
        kinds = [names[name].block.kind for name in ids if name in names]
        for index, name in enumerate(ids):
            at = article.lines.get((*where, index), line)
            yield from _order(article, at, f"nhac_lai {key}", name, names, _REMINDING)
            content = names[name].block.content if name in names else None
            if isinstance(content, Script) and content.seconds > REMINDER_SECONDS:
                yield Problem(
                    article.path,
                    at,
                    f"Bài loa “{name}” dài {content.seconds} giây, lời nhắc chỉ nên {REMINDER_SECONDS} giây.",
                    "Chọn bài ngắn hơn, hoặc viết một bài riêng để nhắc.",
                    "kit-nhac",
                )
        if not {"bai-loa", "bai-dang"}.intersection(kinds):
            yield Problem(
                article.path,
                line,
                f"nhac_lai {key} chưa có bài loa hay bài đăng nào.",
                "Thêm id của một khối bai-loa hoặc bai-dang.",
                "kit-nhac",
            )


def _order(
    article: Article, line: int, what: str, name: str, names: Mapping[str, Placed], kinds: tuple[str, ...]
) -> Iterator[Problem]:
    if name not in names:
        yield Problem(
            article.path,
            line,
            f"{what} cần “{name}” nhưng không khối nào có id ấy.",
            _near(name, names, kinds),
            "kit-khong-co",
        )
    elif (kind := names[name].block.kind) not in kinds:
        yield Problem(
            article.path,
            line,
            f"{what} ghi “{name}” là khối {kind}, không dùng ở đây.",
            f"Dùng id của khối: {', '.join(kinds)}.",
            "kit-khong-co",
        )


def _near(name: str, names: Mapping[str, Placed], kinds: tuple[str, ...]) -> str:
    fitting = [other for other, one in names.items() if one.block.kind in kinds]
    near = difflib.get_close_matches(name, fitting, n=1, cutoff=0.6)
    return f"Có phải ý bạn là “{near[0]}”?" if near else f"Viết một khối {' hoặc '.join(kinds)} có id: {name}."
