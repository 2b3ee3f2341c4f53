"""Front matter: what is read, and every mistake with its line and a mend."""

import datetime as dt

import pytest
from handbook.source import frontmatter
from handbook.source.schema import ChapterMeta, PageMeta, StoryMeta, TableMeta, TopicMeta

GOOD = """---
title: Chữ ký số
tom_tat: Một câu.
ngay: 2026-11-24
nhom: ky-nang
tu_khoa: [ký số, 2026]
nguon:
  - ten: Báo A
    url: https://a.vn/x
    ngay: 2026-01
    cho: mức phí
ra_soat: 2027-05-31
---
Thân bài
"""


def test_a_complete_head_is_read():
    front, problems = frontmatter.split(GOOD, "docs/chuyen-de/x.md")
    meta, invalid = frontmatter.validate(front, TopicMeta, "docs/chuyen-de/x.md")
    assert (problems, invalid) == ((), ())
    assert front.body == "Thân bài\n" and front.body_line == 14
    assert meta.date == dt.date(2026, 11, 24) and meta.group == "ky-nang" and meta.keywords == ("ký số", "2026")
    assert meta.sources[0].date == "2026-01" and meta.sources[0].supports == "mức phí"


def test_title_and_date_are_enough_for_a_topic():
    front, _ = frontmatter.split("---\ntitle: A\nngay: 2026-11-24\n---\n", "x")
    assert frontmatter.validate(front, TopicMeta, "x")[1] == ()


@pytest.mark.parametrize(
    ("model", "head", "line", "says", "mends"),
    [
        (TopicMeta, "title: A", 1, "Thiếu “ngay”", "ngay: 2026-11-24"),
        (TopicMeta, "ngay: 2026-11-24", 1, "Thiếu “title”", "title: Tên trang"),
        (ChapterMeta, "title: A\nngay: 2026-11-24", 1, "Thiếu “thu_tu”", "thu_tu: 10"),
        (TopicMeta, "title: A\nngay: 2026-11-24\ntom_tatt: x", 4, "Không có khóa “tom_tatt”", "“tom_tat”"),
        (TopicMeta, "title: A\nngay: 31/12/2026", 3, "“ngay” phải là một ngày có thật", "ngay: 2026-12-31"),
        (TopicMeta, "title: A\nngay: 2026-02-30", 3, "“ngay” phải là một ngày có thật", "năm-tháng-ngày"),
        (TopicMeta, "title: A\nngay: 2026-11-24\nnhom: kynang", 4, "“nhom” không nhận giá trị “kynang”", "“ky-nang”"),
        (TopicMeta, "title: A\nngay: 2026-11-24\nnguon:\n  - url: https://a.vn", 5, "Thiếu “nguon.1.ten”", "ten"),
        (TopicMeta, "title: A\nngay: 2026-11-24\nnguon:\n  - ten: B\n    url: a.vn/x", 6, "a.vn/x", "https://"),
        (TopicMeta, "title: A\nngay: 2026-11-24\nnguon:\n  - ten: B\n    ngay: hôm qua", 6, "hôm qua", "khong-ro"),
        (TopicMeta, "title: A\nngay: 2026-11-24\ntu_khoa: ký số", 4, "danh sách", "tu_khoa: ["),
        (PageMeta, "title: ''", 2, "“title” đang để trống", "title: Tên trang"),
        (StoryMeta, "title: A\nngay: 2026-11-24\ntinh: ''", 4, "“tinh” đang để trống", "xóa cả dòng"),
        (TopicMeta, "title: A\nngay: 2026-11-24\nnguon:\n  - Báo B", 5, "chỉ là một dòng chữ", "- ten: Báo B"),
        (
            TopicMeta,
            "title: A\nngay: 2026-11-24\nnguon:\n  - {ten: B, link: x}",
            5,
            "nguon.1.link",
            "“url”",
        ),
        (TopicMeta, "title: A\nngay: 2026-11-24\nnguon:\n  - {ten: B, la: x}", 5, "nguon.1.la", "ten, url, ngay, cho"),
        (TopicMeta, "tiêu đề: A\nngay: 2026-11-24\ntitle: A", 2, "tiêu đề", "“title”"),
        (TopicMeta, "title: A\nngay: 2026-11-24\ndescription: A", 4, "description", "“tom_tat”"),
        (TopicMeta, "title: A\nngay: 2026-11-24\ntags: [a]", 4, "tags", "“tu_khoa”"),
        (TopicMeta, "title: A\nngay: 2026-11-24\nsummary: A", 4, "summary", "“tom_tat”"),
        (TopicMeta, "title: A\ndate: 2026-11-24", 3, "date", "“ngay”"),
        (TopicMeta, "title: A\nngay: ~", 3, "đang để trống", "Thêm dòng ngay"),
        (TopicMeta, "title: A\nngay: 2026-11-24\nnhom: {a, b}", 4, "một nhóm khóa", "chinh-sach"),
        (TopicMeta, "title: A\nngay: 2026-11-24\ntom_tat: " + "a b " * 400, 4, "dài 1599 ký tự", "Rút ngắn"),
        (TopicMeta, "title: A\nngay: 2026-11-24\nnhom: Kỹ năng số", 4, "Kỹ năng số", "“ky-nang”"),
        (ChapterMeta, "title: A\nngay: 2026-11-24\nthu_tu: mười", 4, "một số nguyên", "thu_tu"),
        (StoryMeta, "title: A\nngay: 2026-11-24\ntinhh: Lào Cai", 4, "Không có khóa “tinhh”", "“tinh”"),
        (TableMeta, "title: A\nngay: 2026-11-24\ncot:\n  nam: {kieu: sô}", 5, "không nhận giá trị “sô”", "so"),
    ],
)
def test_every_mistake_has_line_and_mend(model, head, line, says, mends):
    front, problems = frontmatter.split(f"---\n{head}\n---\nx\n", "docs/x.md")
    meta, invalid = frontmatter.validate(front, model, "docs/x.md")
    assert problems == () and meta is None
    (problem,) = invalid
    assert (problem.path, problem.line) == ("docs/x.md", line)
    assert says in problem.message + problem.fix and mends in problem.fix


def test_all_mistakes_in_one_run():
    front, _ = frontmatter.split("---\nnhomm: x\nngay: hôm nay\n---\n", "x")
    assert len(frontmatter.validate(front, TopicMeta, "x")[1]) == 3


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("Không có khai báo\n", 1, "chưa có phần khai báo"),
        ("---\ntitle: a: b\nngay: 2026-11-24\n---\n", 2, "YAML"),
        ("---\ntitle: [a\n---\n", 3, "YAML"),
        ("---\ntitle: a\n\tngay: 2026-11-24\n---\n", 3, "phím Tab"),
        ("---\ntitle: a\n\n", 1, "chưa đóng"),
        ("", 1, "chưa có phần khai báo"),
        ("---\nchỉ một dòng\n---\n", 2, "khoa: gia_tri"),
        ("---\ntitle: A\ntitle: B\n---\n", 3, "khai hai lần"),
    ],
)
def test_a_broken_head_is_a_problem_and_the_body_is_kept(text, line, says):
    front, (problem, *_) = frontmatter.split(text + "Thân\n", "docs/x.md")
    assert problem.line == line and says in problem.message and problem.fix
    assert front.body.endswith("Thân\n")


def test_a_value_with_a_colon_is_shown_as_it_must_be_written():
    _, (problem,) = frontmatter.split('---\ntitle: VNeID: cài "sao"  # tên\n---\nx\n', "docs/x.md")
    assert 'title: "VNeID: cài ”sao”"' in problem.fix


def test_an_empty_file_is_called_empty():
    assert "trống" in frontmatter.split("\n", "docs/x.md")[1][0].message


def test_a_hard_space_in_a_text_is_nobodys_business():
    text = "---\ntitle: Luật\u00a0mới\nngay: 2026-11-24\ntom_tat: >-\n  Theo Luật\u00a0A: có hai điều.\n---\nChữ.\n"
    front, problems = frontmatter.split(text, "docs/a.md")
    assert not problems and front.data["title"] == "Luật\u00a0mới" and front.body_line == 7


@pytest.mark.parametrize("before", ["", "\n", "\n\n"])
@pytest.mark.parametrize(("first", "last"), [("—", "—"), ("----", "---"), (" ---", " ---"), ("---", "---")])
def test_fences_that_are_none_are_told_once_and_lines_keep_their_numbers(before, first, last):
    text = f"{before}{first}\ntitle: A\nngay: 2026-11-24\n{last}\nChữ.\n"
    front, problems = frontmatter.split(text, "docs/a.md")
    shift = before.count("\n")
    assert front.data == {"title": "A", "ngay": "2026-11-24"} and front.body == "Chữ.\n"
    assert front.body_line == 5 + shift and front.lines[("ngay",)] == 3 + shift
    assert [problem.line for problem in problems] == ([] if not before and first == "---" else [1 + shift])


@pytest.mark.parametrize(
    ("head", "line", "says"),
    [
        ("title: Mẫu #1\nngay: 2026-11-24", 2, "“#1”"),
        ("title: A\ntom_tat: #daymanso là gì", 3, "“#daymanso là gì”"),
        ("title: A\ntu_khoa:\n  - a\n  - b #c", 5, "“#c”"),
        ('title: "a\\0b"', 2, "U+0000"),
        ('title: "a\\u202eb"', 2, "U+202E"),
        ('title: A\nnguon:\n  - {ten: "x\\eb"}', 4, "U+001B"),
    ],
)
def test_what_a_value_loses_or_hides_is_told(head, line, says):
    _, (problem,) = frontmatter.split(f"---\n{head}\n---\nChữ.\n", "docs/x.md")
    assert problem.line == line and says in problem.message and problem.fix


@pytest.mark.parametrize(
    "head",
    [
        "title: A   # lời chú\nngay: 2026-11-24 # ngày viết",
        'title: "Mẫu #1"',
        "title: 'Mẫu #1'",
        "title: C#",
        "tom_tat: >-\n  Chữ #1 ở đây\n  #2",
        "# ghi chú\n#ghi chú\ntitle: A",
        'title: "a\\tb\\n"',
    ],
)
def test_comments_and_signs_that_stay_are_fine(head):
    assert frontmatter.split(f"---\n{head}\n---\nChữ.\n", "docs/x.md")[1] == ()
