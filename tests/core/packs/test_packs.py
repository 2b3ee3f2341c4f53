"""Print packs, slides and single sheets made and read back: what is in them, where it stands, that cards register."""

import csv
import datetime as dt
import io
import re
import subprocess
from pathlib import Path

import pikepdf
import pytest
from handbook.book.model import Book, BookOptions, Chapter, Part
from handbook.book.press.typeset import open_press
from handbook.kit.markdown import KitBlocks
from handbook.load import read_catalog
from handbook.markdown.blocks import HandbookBlocks
from handbook.packs import make_packs, pack_name
from handbook.packs.offers import printables_of
from handbook.packs.slides import in_parts
from markdown import Markdown
from pdf_judge import faults, structure_faults
from PIL import Image
from tagged import Tagged

AS_OF = dt.date(2026, 11, 30)
FOOT = ("Cẩm nang thử", "ấn bản", "nội dung đến")  # of every sheet
SAMPLE = (Path(__file__).parents[1] / "kit" / "sample.md").read_text(encoding="utf-8")
LESSON = """---
title: Buổi 6. Nhận diện lừa đảo
ngay: 2026-11-24
thu_tu: 60
tom_tat: Bốn câu hỏi soi mọi cuộc gọi lạ.
can_in: [the-lua, vneid-dang-nhap, tin-gia-ngan-hang, ket-otp, to-bon-cau-hoi, diem-danh, lua-dao-01, lua-dao-02, cu]
nhac_lai:
  tuan_2: [loa-otp, to-bon-cau-hoi, lua-dao-01]
  thang_1: [loa-otp]
  thang_3: [dang-otp]
---

## Mục tiêu

- nói trơn tru câu “Tôi tắt máy và đi hỏi”;
- đặt được câu mật.

## Diễn biến

| Phút | Việc của người hướng dẫn | Việc của người học |
|---|---|---|
| 0–10 | Đọc vài cuộc gọi lạ | Nghe, giơ tay |
| 10–25 | Treo tờ bốn câu hỏi | Tìm câu bị dính |

## Thẻ ba phút

1. Chào, xin phép ngồi một lát.

## Bản 30 phút

- 0–10: bốn câu hỏi.

/// the-viec | Việc mẫu
1. Làm ngay.
///

## Thực hành

{}
"""
OWN_FORM = "/// bieu-mau | Sổ mượn máy\nid: so-muon-may\ncot: Ngày | Ai mượn\n///\n"
OLD = "\n/// to-in | Tờ cũ\nid: cu\nkho: a3\ncau: Quá hạn.\nhet_han: 2026-11-01\n///\n"
MM = 72 / 25.4


def handbook(folder, filler="", extra=""):
    docs = folder / "docs"
    for uri, text in (
        ("chuyen-de/mau.md", SAMPLE + OLD + extra),
        ("tap-huan/buoi-6-nhan-dien.md", LESSON.format(filler)),
    ):
        path = docs / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    catalog = read_catalog(docs, AS_OF)
    chapters = []
    for (key, _), article in catalog.articles.items():
        if key in ("chuyen-de/mau", "tap-huan/buoi-6-nhan-dien"):
            html = Markdown(extensions=["tables", "toc", "md_in_html", KitBlocks(), HandbookBlocks()]).convert(
                article.body
            )
            chapters.append(
                Chapter(key, article.meta.title, html, f"https://vi.du/{key}/", path=article.path,
                        summary=article.meta.summary, source=article.body, source_line=article.body_line)
            )  # fmt: skip
    chapters.append(Chapter("ky-nang/nhan-dien-lua-dao", "Lừa đảo", "<p>x</p>", "https://vi.du/ky-nang/lua/"))
    book = Book(
        "Cẩm nang thử", "", "vi", "2026.11", AS_OF, "", AS_OF, (), (Part("P", chapters=tuple(chapters)),), BookOptions()
    )
    return catalog, book


def make(folder, **more):
    catalog, book = handbook(folder, **more)
    out = folder / "tai-ve"
    made = list(make_packs(catalog, book, open_press(folder / "work"), out))
    return out, {file.name for file, _ in made}, [problem for _, problems in made for problem in problems]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    out, names, problems = make(tmp_path_factory.mktemp("bo-in"))
    assert problems == []
    return out, names


def pages(pdf: Path) -> list[str]:
    result = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True)
    return [" ".join(page.split()) for page in result.stdout.decode().split("\f")[:-1]]


def words(pdf: Path, page: int) -> list[tuple[str, float, float]]:
    """Each word of a page with its left and upper edge in millimetres."""
    command = ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(pdf), "-"]
    found = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    rows = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)<', found)
    return [(word, float(x) / MM, float(y) / MM) for x, y, word in rows]


def test_a_lesson_has_its_pack_slides_and_notes_and_sheets_are_files_too(made):
    out, names = made
    assert names == {
        "bo-in/buoi-6.pdf", "bo-in/buoi-6-trinh-chieu.pdf", "bo-in/buoi-6-loi-noi.pdf", "bo-in/bang-dem.csv",
        "the/viec-mau.pdf", "to/diem-danh.pdf", "to/ket-otp.pdf", "to/tin-gia-ngan-hang.pdf", "to/to-bon-cau-hoi.pdf",
    }  # fmt: skip
    assert {path.name for path in (out / "to").glob("*.png")} == {
        "diem-danh.png",
        "ket-otp.png",
        "tin-gia-ngan-hang.png",
        "to-bon-cau-hoi.png",
    }
    assert pack_name("tap-huan/on-lai", "en") == "bo-in/on-lai.en.pdf"


def test_a_form_is_a_sheet_unless_a_lesson_prints_it(made, tmp_path):
    """The form of a topic can be printed from its page; the same form in a lesson comes with the lesson's pack."""
    first, *more = pages(made[0] / "to/diem-danh.pdf")
    assert first.startswith("Phiếu điểm danh") and "Phiếu này tổ giữ 3 tháng rồi hủy." in first and not more
    catalog, _ = handbook(tmp_path, filler=OWN_FORM)
    lesson = catalog.article("tap-huan/buoi-6-nhan-dien", "vi")
    assert "tai-ve/to/so-muon-may.pdf" not in {one.url for one in printables_of(lesson, "vi", catalog, str)}
    topic = catalog.article("chuyen-de/mau", "vi")
    assert "tai-ve/to/diem-danh.pdf" in {one.url for one in printables_of(topic, "vi", catalog, str)}


def test_every_minute_can_be_taught_with_the_pack_alone(made):
    text = pages(made[0] / "bo-in/buoi-6.pdf")
    everything = " ".join(text)
    for words_of in ("Treo tờ bốn câu hỏi", "xin phép ngồi", "SIM sắp khóa", "Giả nhà mạng", "Gõ sáu số", "bị khóa sau 24 giờ",
                     "Đợi hai phút", "Dính một", "Phiếu điểm danh", "Năm câu trước buổi học", "Năm câu sau buổi học",
                     "Số người trả lời đúng", "Giấy ghi nhận tham gia", "Sau ba tháng", "ô tê pê"):  # fmt: skip
        assert words_of in everything, words_of
    assert "Quá hạn" not in everything  # its date is over
    first = text[0]  # the list of what is in it names the page of each
    for number, page in enumerate(text[1:], start=2):
        if page.startswith("Phiếu điểm danh"):
            assert re.search(rf"Phiếu điểm danh .*? {number} ", first)


def test_the_plan_takes_two_sides_however_long_it_is(tmp_path):
    """A lesson of 1,500 words is set smaller, not on a third side."""
    out, _, problems = make(
        tmp_path, filler=("Một câu dài vừa phải để xem giáo án có vừa hai mặt không nhé. " * 35 + "\n\n") * 3
    )
    text = pages(out / "bo-in/buoi-6.pdf")
    assert not problems
    assert [number for number, page in enumerate(text) if page.startswith("Thẻ ba phút")] == [3]


def test_backs_lie_behind_their_fronts(made):
    pdf = made[0] / "bo-in/buoi-6.pdf"
    fronts = next(n for n, page in enumerate(pages(pdf), start=1) if "mặt trước (in hai mặt" in page)
    front = [(x, y) for word, x, y in words(pdf, fronts) if word == "KẺ"]
    back = [(x, y) for word, x, y in words(pdf, fronts + 1) if word == "CHỖ"]
    assert len(front) == len(back) == 3
    # Turned over the long edge, what is x from the left of a front is x from the right of its back.
    cell = lambda x: round((x - 15) // 90)  # noqa: E731
    places = [(cell(x), round(y)) for x, y in front]
    behind = sorted((1 - cell(x), round(y)) for x, y in back)
    assert sorted(places) == behind
    for x, _ in (*front, *back):
        assert abs((x - 15) % 90 - 6) < 1  # the text begins 6 mm inside the card, on both sides alike


def test_slides_are_wide_and_notes_say_what_to_say(made):
    with pikepdf.open(made[0] / "bo-in/buoi-6-trinh-chieu.pdf") as pdf:
        shapes = {tuple(round(float(side) / MM) for side in page.MediaBox[2:]) for page in pdf.pages}
    assert shapes == {(254, 143)}
    slides, notes = (
        pages(made[0] / "bo-in/buoi-6-trinh-chieu.pdf"),
        " ".join(pages(made[0] / "bo-in/buoi-6-loi-noi.pdf")),
    )
    assert "Bước 3/3" in " ".join(slides) and "Tìm câu bị dính" in " ".join(slides)
    assert "0–10: Đọc vài cuộc gọi lạ" in notes and "Trả lời: B. Tắt máy" in notes


def test_slides_follow_the_minutes_and_questions_come_last(made):
    text = pages(made[0] / "bo-in/buoi-6-trinh-chieu.pdf")

    def first(words_of):
        return next(number for number, page in enumerate(text) if words_of in page)

    # The leaflet is named in the second row: it is shown in those minutes, before the questions.
    assert first("Phút 0–10") < first("Phút 10–25") < first("Dính một câu") < first("Năm câu trước buổi học")


def test_a_long_tree_is_cut_into_parts_of_about_one_length():
    def answer(count):
        steps = [{"text": "Bước", "answers": [], "steps": [], "end": ""}] * count
        return {"text": "Trả lời", "then": [{"text": "Làm", "answers": [], "steps": steps, "end": "self"}]}

    question = {"text": "Kẹt ở đâu?", "steps": [], "end": "", "answers": [answer(n) for n in (1, 1, 1, 1, 1, 1, 1, 0)]}
    parts = in_parts({"title": "Kẹt", "nodes": [question], "sources": ["Nguồn"]})
    shown = [len(part["nodes"][-1]["answers"]) for part in parts]
    assert sum(shown) == 8 and min(shown) >= 2 and max(shown) - min(shown) <= 1
    assert in_parts({"title": "Kẹt", "nodes": [{**question, "answers": [answer(1)] * 2}]})[0]["title"] == "Kẹt"


def test_a_paper_phone_does_not_show_where_to_touch(made):
    """Who practises has to find the button; the trainer reads it outside of what is cut out."""
    pdf = made[0] / "bo-in/buoi-6.pdf"
    at = next(n for n, page in enumerate(pages(pdf), start=1) if page.startswith("Điện thoại giấy: cắt"))
    shown = [word for word, _, _ in words(pdf, at)]
    assert not {"1", "2", "3"} & set(shown)
    assert "Chạm" in shown and "(Bước" in shown


def test_a_pack_needs_paper_of_one_size_only(made):
    """Sheets of A5 stand twice on an A4 page, for who has only that in the office."""
    with pikepdf.open(made[0] / "bo-in/buoi-6.pdf") as pdf:
        sizes = {tuple(sorted(round(float(side) / MM) for side in page.MediaBox[2:])) for page in pdf.pages}
    assert sizes == {(210, 297)}


def test_files_are_tagged_and_the_same_each_time(made, tmp_path):
    again, names, _ = make(tmp_path)
    for name in names:
        assert (again / name).read_bytes() == (made[0] / name).read_bytes()
        if name.endswith(".csv"):
            continue
        with pikepdf.open(again / name) as pdf:
            assert pdf.Root.Lang == "vi"
        content = (again / name).read_bytes()
        assert faults(content) == [] and structure_faults(Tagged(content), *FOOT) == []
    for picture in again.rglob("*.png"):
        assert picture.read_bytes() == (made[0] / picture.relative_to(again)).read_bytes()


def test_pictures_are_as_wide_as_messengers_keep_them_and_light(made):
    assert len(list(made[0].rglob("*.png"))) == 5
    for picture in made[0].rglob("*.png"):
        with Image.open(picture) as image:
            assert abs(image.width - 1080) <= 1 and image.height > image.width
            assert image.convert("RGB").getpixel((image.width // 2, image.height - 20)) == (255, 255, 255)  # paper
        assert picture.stat().st_size < 150_000


def test_counts_are_written_into_a_table_without_names(made):
    rows = list(csv.DictReader(io.StringIO((made[0] / "bo-in/bang-dem.csv").read_bytes().decode("utf-8-sig"))))
    assert [(row["Phiếu"], row["Câu"], row["Đáp án"]) for row in rows] == [
        ("Năm câu trước buổi học", "1", "B"), ("Năm câu sau buổi học", "1", "A"),
    ]  # fmt: skip
    assert list(rows[0])[5:] == ["Ngày học", "Số người làm", "Số người đúng"] and not any(
        rows[0][name] for name in list(rows[0])[5:]
    )


def test_pages_offer_what_belongs_to_them(tmp_path):
    catalog, _ = handbook(tmp_path)
    lesson = catalog.article("tap-huan/buoi-6-nhan-dien", "vi")
    assert [one.url for one in printables_of(lesson, "vi", catalog, str)] == [
        "tai-ve/bo-in/buoi-6.pdf", "tai-ve/bo-in/buoi-6-trinh-chieu.pdf", "tai-ve/bo-in/buoi-6-loi-noi.pdf",
        "tai-ve/bo-in/bang-dem.csv",
        "tai-ve/the/viec-mau.pdf",
    ]  # fmt: skip
    sheets = printables_of(catalog.article("chuyen-de/mau", "vi"), "vi", catalog, str)
    assert "tai-ve/to/to-bon-cau-hoi.png" in {one.picture for one in sheets}
    assert printables_of(lesson, "en", catalog, str) == ()
