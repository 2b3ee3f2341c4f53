"""The real handbook's printables: how many there are, that lessons are whole, that every card registers, the pocket edition."""

import re
import subprocess
from collections import Counter, defaultdict
from functools import cache

import brotli
import pytest
from handbook.book.model import Book, BookOptions, Chapter, Part
from handbook.book.pdf_facts import page_count
from handbook.book.press.typeset import open_press
from handbook.kit.drawing import MOST_BYTES, svg_of
from handbook.kit.kinds import KINDS
from handbook.kit.lesson_plan import check_plan
from handbook.kit.markdown import KitBlocks
from handbook.kit.markup import Surroundings
from handbook.kit.placed import by_id, placed_blocks
from handbook.load import read_catalog
from handbook.markdown.blocks import HandbookBlocks
from handbook.packs import POCKET, make_pocket
from handbook.packs.files import frame
from handbook.packs.press import set_pdf
from handbook.packs.publication import lesson_packs, rows_of, shelf_of
from handbook.packs.sheets import sheet_data, sheets_of
from handbook.quiz import questions_of
from handbook.quiz.names import COMPETENCES
from handbook.settings import as_of
from handbook.source.schema import LessonMeta
from markdown import Markdown
from support import ROOT

MM = 72 / 25.4
AS_OF = as_of(ROOT / "mkdocs.yml")
#: What every class has and no plan needs to name.
STANDING = ("diem-danh", "gop-y", "no-cau-hoi")
TIMES = ("week_2", "month_1", "month_3")


@cache
def catalog():
    return read_catalog(ROOT / "docs", AS_OF)


@cache
def placed():
    return tuple(placed_blocks(catalog()))


def of_kind(*kinds, language="vi"):
    return [one for one in placed() if one.block.kind in kinds and one.article.language == language]


@cache
def lessons():
    found = [
        article
        for (_, language), article in sorted(catalog().articles.items())
        if language == "vi" and isinstance(article.meta, LessonMeta) and article.meta.to_print
    ]
    return tuple(sorted(found, key=lambda article: article.meta.order))


def converted(article):
    extensions = ["admonition", "attr_list", "def_list", "md_in_html", "tables", "toc", "pymdownx.details",
                  "pymdownx.superfences", "pymdownx.tasklist", KitBlocks(), HandbookBlocks(render_table=lambda _: "")]  # fmt: skip
    return Markdown(extensions=extensions).convert(article.body)


@cache
def book(language="vi"):
    chapters = tuple(
        Chapter(article.key, article.meta.title, converted(article), f"https://vi.du/{article.key}/", path=article.path,
                source=article.body, source_line=article.body_line)
        for article in lessons()
    )  # fmt: skip
    return Book("Cẩm nang", "", language, "2026.11", AS_OF, "", AS_OF, (), (Part("P", chapters=chapters),), BookOptions(),
                docs_dir=ROOT / "docs")  # fmt: skip


@pytest.fixture(scope="module")
def press(tmp_path_factory):
    return open_press(tmp_path_factory.mktemp("press"))


# ---- counts --------------------------------------------------------------------------


def test_there_are_sixty_pictures_and_each_is_light():
    pictures = of_kind("man-hinh", "tin-nhan", "so-do")
    assert len(pictures) >= 60
    heavy = []
    for one in of_kind(*KINDS):
        html = KINDS[one.block.kind].html(one.block.content, Surroundings())
        if len(brotli.compress(html.encode())) > 2048:
            heavy.append(f"{one.article.path}:{one.line}")
    assert heavy == []


@pytest.mark.parametrize(("kind", "least"), [("bai-loa", 24), ("bai-dang", 24), ("to-in", 16)])
def test_the_spreading_kit_is_whole_sourced_and_dated(kind, least):
    found = of_kind(kind)
    assert len(found) >= least
    for one in found:
        meta = one.article.meta
        assert meta.date and (one.block.content.sources or meta.sources), f"{one.article.path}:{one.line}"
        assert all(source.date for source in meta.sources)


def test_there_are_eight_shot_lists_sourced_and_dated():
    text = catalog().articles["tap-huan/video-mot-phut-mau", "vi"]
    assert len(re.findall(r"^## \d+\. ", text.body, re.MULTILINE)) >= 8
    assert text.meta.date and text.meta.sources


def test_there_are_a_hundred_and_fifty_questions_in_all_seven_groups():
    asked = questions_of(catalog(), "vi")
    assert len(asked) >= 150
    assert {one.question.competence for one in asked} == set(COMPETENCES)
    assert all(one.question.why for one in asked)


#: A fine that the pocket edition prints: words of its line there, words of its row on the page of fines.
FINES = {
    "chưa xin phép": "Lấy thông tin khi chưa xin phép", "ảnh căn cước": "dữ liệu nhạy cảm (ảnh căn cước",
    "Đưa danh sách": "Đưa danh sách, thông tin", "dữ liệu nhạy cảm": "Như trên, với dữ liệu nhạy cảm | 20",
    "Đăng thông tin": "Đăng thông tin của người khác", "Chia sẻ tin giả": "Chia sẻ tin giả",
    "quản nhóm": "Quản lý nhóm, trang mà không có biện pháp", "Mượn, cho mượn": "**mượn, cho mượn** tài khoản ngân hàng",
    "ví": "Như trên, với **ví điện tử**", "Nhận, chuyển tiền": "làm trung gian nhận, chuyển tiền",
    "Bán SIM": "kích hoạt sẵn; đăng ký SIM",
}  # fmt: skip


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_pocket_edition_prints_the_fines_of_the_pages_that_keep_them(language):
    rows = [
        line
        for key in ("phap-luat/muc-phat-can-nho", "phap-luat/muc-phat-giay-to-ban-hang")
        for line in catalog().articles[key, "vi"].body.split("\n")
        if line.startswith("|")
    ]
    topic = re.search(
        r"## (?:Nhắc trước|A word in time).*?(?=\n## )", catalog().articles[POCKET, language].body, re.DOTALL
    )
    printed = re.findall(r"(\S[^\d*;]*): \*\*([\d–]+)\*\*", topic[0])
    assert len(printed) == len(FINES)
    for (words, fine), (own, row) in zip(printed, FINES.items(), strict=True):
        assert language == "en" or own in words, words
        assert [line for line in rows if row in line and re.search(rf"(?<![\d–]){fine}(?![\d–])", line)], (words, fine)


def test_the_register_of_drawings_is_small_and_each_can_be_told_and_tested():
    found = of_kind("hinh-ve")
    assert 8 <= len(found) <= 14
    for one in found:
        drawing = one.block.content
        assert drawing.meaning and drawing.description and len(svg_of(drawing).encode()) <= MOST_BYTES
        assert "người gọi đúng tên" in KINDS["hinh-ve"].html(drawing, Surroundings())  # room for a field test
    used = {one.block.content.drawing for one in of_kind("to-in")} | {lesson.meta.drawing for lesson in lessons()}
    assert {one.block.content.id for one in found} <= used | {"den-nha"} and None not in used and "" not in used


# ---- lessons -------------------------------------------------------------------------


def test_there_are_twelve_lessons_with_packs():
    assert len(lessons()) == 12


@pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.key.split("/")[1][:8])
def test_a_lesson_is_whole(lesson):
    names = by_id(placed())
    forms = Counter(
        names[name].block.content.form for name in lesson.meta.to_print if names[name].block.kind == "cau-hoi"
    )
    assert forms == {"truoc": 5, "sau": 5}
    assert set(STANDING) <= set(lesson.meta.to_print)
    for time in TIMES:
        kinds = Counter(names[name].block.kind for name in getattr(lesson.meta.reminders, time))
        assert kinds["bai-loa"] >= 1 and kinds["bai-dang"] >= 1 and kinds["to-in"] >= 1 and kinds["cau-hoi"] == 3, time


@pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.key.split("/")[1][:8])
def test_each_sheet_of_a_pack_is_asked_for_and_a_missing_one_is_told(lesson):
    """Take any sheet out of the order: make check tells of it, so every minute's sheets are in the pack."""
    names = by_id(placed())
    assert list(check_plan(lesson, lesson.meta, names)) == []
    reminders = {name for time in TIMES for name in getattr(lesson.meta.reminders, time)}
    untold = []
    for name in lesson.meta.to_print:
        if name in STANDING or name in reminders or names[name].block.kind == "cau-hoi":
            continue
        rest = tuple(other for other in lesson.meta.to_print if other != name)
        if not list(check_plan(lesson, lesson.meta.model_copy(update={"to_print": rest}), names)):
            untold.append(name)
    assert untold == []


def test_whatever_is_ordered_becomes_a_sheet():
    packs = list(lesson_packs(catalog(), book(), placed(), shelf_of(catalog(), book())))
    assert len(packs) == 12
    rows = rows_of(placed())
    for pack in packs:
        sheets = sheets_of(pack, rows, 9.0)
        held = {item["id"] for sheet in sheets for item in sheet.get("items", ()) if item.get("id")}
        held |= {item["id"] for sheet in sheets for time in sheet.get("times", ()) for item in time["items"]}
        assert set(pack.meta.to_print) <= held, pack.chapter.key
        later = {one.block.content.id for blocks in pack.reminders for one in blocks if one.block.kind == "to-in"}
        printed = {item["id"] for sheet in sheets if sheet["t"] in ("leaflets", "poster") for item in sheet["items"]}
        assert later <= printed  # what a reminder hangs up can be hung up


# ---- paper ---------------------------------------------------------------------------


def test_every_card_lies_behind_its_front_to_a_millimetre(press):
    """All sets, eight cards to a sheet: turned over the long edge, each back covers its front."""
    decks = [sheet_data(one, shelf_of(catalog(), book())) for one in of_kind("the-cat")]
    sheet = {"t": "cards", "title": "Thẻ", "how": "", "items": decks}
    pdf, problems = set_pdf(frame(book(), "Thẻ", "sheet", [sheet]), press)
    assert pdf and not problems
    total = sum(len(deck["cards"]) for deck in decks)
    sides = list(_sides(pdf))
    assert len(sides) == -(-total // 8) * 2
    seen = 0
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        assert len(front) == len(back)
        for (deck, number), (x, y) in front.items():
            other_x, other_y = back[deck, number]
            # The foot of a card begins 6 mm from its left edge; a card is 90 mm wide, the sheet 210.
            left, other_left = x - 6, other_x - 6
            assert abs((210 - other_left - 90) - left) <= 1, (deck, number)
            assert abs(other_y - y) <= 1, (deck, number)
            assert abs((left - 15) % 90) <= 1 or abs((left - 15) % 90 - 90) <= 1
            seen += 1
    assert seen == total


def _sides(pdf):
    """For each side of each sheet the place in millimetres of every card's foot, by set and number."""
    done = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    for page in done.stdout.decode().split("<page ")[1:]:
        words = [
            (word, float(x) / MM, float(y) / MM)
            for x, y, word in re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)<', page)
        ]
        lines = defaultdict(list)
        for word, x, y in words:
            lines[round(y, 1), x >= 105].append((x, y, word))
        found = {}
        for line in lines.values():
            line.sort()
            foot = re.fullmatch(r"(.+) · thẻ (\d+) · ấn bản .+", " ".join(word for _, _, word in line))
            if foot:
                assert (foot[1], int(foot[2])) not in found
                found[foot[1], int(foot[2])] = line[0][:2]
        yield found


def test_no_address_on_a_poster_is_torn(press):
    posters = [one for one in of_kind("to-in") if "dichvucong.gov.vn" in one.block.content.sentence]
    items = [sheet_data(one, shelf_of(catalog(), book())) for one in posters]
    sheets = [{"t": "alone", "title": item["title"], "how": "", "items": [item]} for item in items]
    pdf, problems = set_pdf(frame(book(), "Tờ", "sheet", sheets), press)
    assert posters and pdf and not problems
    done = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    found = re.findall(
        r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"[^>]*>dichvucong\.gov\.vn,?<', done.stdout.decode()
    )
    assert len(found) == len(posters) and all(float(right) < 210 * MM for _, right in found)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_pocket_edition_has_thirty_two_pages_and_growing_is_told(press, tmp_path, language):
    article = catalog().articles[POCKET, language]
    home = "https://vi.du/"
    urls = {key: f"{home}{key}/" for key, _ in catalog().articles}
    html = converted(article)
    made = list(make_pocket(article, html, book(language), home, press, tmp_path, urls))
    assert [problem for _, found in made for problem in found] == []
    pdf = (tmp_path / made[0][0].name).read_bytes()
    assert page_count(pdf) == 32
    topics = html.count("<h2")
    text = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    assert topics == 30 and len(text.split("\f")) == 33  # no topic flows on to a second page
    longer = html + "<h2>Mục nữa</h2><p>Chữ.</p>"
    problems = [problem for _, found in make_pocket(article, longer, book(language), home, press, tmp_path, urls)
                for problem in found]  # fmt: skip
    assert [problem.code for problem in problems] == ["bo-tui-trang"] and "33 trang" in problems[0].message
