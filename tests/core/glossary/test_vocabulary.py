"""How people say things and what they ask: two tables that editors extend, and what is told of their mistakes."""

import datetime as dt

import pytest
from handbook.glossary import Saying, Situation, read_sayings, read_situations
from handbook.load import read_catalog
from support import ROOT

SAYINGS = "cach_noi,nghia_la,loai\n"
SITUATIONS = "nguoi_ta_hoi,trang\n"


def read(tmp_path, reader, text):
    path = tmp_path / "bang.csv"
    path.write_text(text, encoding="utf-8")
    return reader(path, "docs/thuat-ngu/bang.csv")


def test_rows_are_read(tmp_path):
    assert read(tmp_path, read_sayings, SAYINGS + "mk;pass,mật khẩu,viết tắt\n") == (
        (Saying(("mk", "pass"), "mật khẩu", 2, "viết tắt"),),
        (),
    )
    assert read(
        tmp_path, read_situations, SITUATIONS + "mất Zalo;Zalo bị chiếm,ky-nang/a.md#muc\nb,ky-nang/b.md\n"
    ) == (
        (Situation(("mất Zalo", "Zalo bị chiếm"), "ky-nang/a", "muc", 2), Situation(("b",), "ky-nang/b", "", 3)),
        (),
    )


def test_english_readers_ask_their_own_pages_and_may_say_the_same_otherwise(tmp_path):
    rows, problems = read(tmp_path, read_situations, SITUATIONS + "otp,ky-nang/a.md#muc\notp,ky-nang/a.en.md#muc\n")
    assert rows == (Situation(("otp",), "ky-nang/a", "muc", 2), Situation(("otp",), "ky-nang/a", "muc", 3, "en"))
    assert problems == ()
    rows, problems = read(tmp_path, read_sayings, SAYINGS + "fraud,lừa đảo,tiếng Anh\nfraud,scam,trang tiếng Anh\n")
    assert [row.meaning for row in rows] == ["lừa đảo", "scam"] and problems == ()


@pytest.mark.parametrize(
    ("reader", "text", "code", "line"),
    [
        (read_sayings, SAYINGS + "mk,,viết tắt\n", "cach-noi-thieu", 2),
        (read_sayings, SAYINGS + "mk,mật khẩu,tiếng lóng\n", "cach-noi-loai", 2),
        (read_sayings, SAYINGS + "mk,mật khẩu,viết tắt\nMK,mình,viết tắt\n", "cach-noi-trung", 3),
        (read_sayings, "cach_noi,nghia\n", "cot-la", 1),
        (read_situations, SITUATIONS + "mất Zalo,\n", "tinh-huong-thieu", 2),
        (read_situations, SITUATIONS + "mất Zalo,a/b.md\nmất zalo,a/c.md\n", "tinh-huong-trung", 3),
    ],
)
def test_each_mistake_is_told_with_its_line(tmp_path, reader, text, code, line):
    problems = read(tmp_path, reader, text)[1]
    assert [(problem.code, problem.line) for problem in problems][:1] == [(code, line)]
    assert problems[0].message and problems[0].fix


def check(tmp_path, target):
    page = tmp_path / "docs" / "ky-nang" / "a.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: A\n---\n\n## Mất máy\n\nChữ.\n", encoding="utf-8")
    table = tmp_path / "docs" / "thuat-ngu" / "tinh-huong.csv"
    table.parent.mkdir()
    table.write_text(f"{SITUATIONS}mất điện thoại,{target}\n", encoding="utf-8")
    found = read_catalog(tmp_path / "docs", dt.date(2026, 11, 30)).problems
    return [problem for problem in found if problem.path == "docs/thuat-ngu/tinh-huong.csv"]


@pytest.mark.parametrize("target", ["ky-nang/a.md", "ky-nang/a.md#mat-may"])
def test_a_page_and_a_heading_that_exist_are_no_problem(tmp_path, target):
    assert check(tmp_path, target) == []


@pytest.mark.parametrize(
    ("target", "code", "hint"),
    [
        ("ky-nang/aa.md", "tinh-huong-trang", "ky-nang/a.md"),
        ("ky-nang/a.en.md", "tinh-huong-trang", ".en.md"),
        ("ky-nang/a.md#mat-mayy", "tinh-huong-muc", "#mat-may"),
    ],
)
def test_a_page_or_heading_that_does_not_exist_is_told_with_the_nearest(tmp_path, target, code, hint):
    (problem,) = check(tmp_path, target)
    assert (problem.code, problem.line) == (code, 2) and hint in problem.fix


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("72/2013/NĐ-CP,147/2024/NĐ-CP", []),
        ("72/2013/NĐ-CP,147/2025/NĐ-CP", ["Có phải ý bạn là"]),
        ("147/2024/NĐ-CP,147/2024/NĐ-CP", ["Xóa ở đây"]),
    ],
)
def test_an_old_document_leads_to_one_of_the_register_and_is_not_in_it(tmp_path, row, found):
    docs = tmp_path / "docs"
    for name in ("van-ban/van-ban.csv", "van-ban/index.md"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes((ROOT / "docs" / name).read_bytes())
    (docs / "thuat-ngu").mkdir()
    (docs / "thuat-ngu" / "cach-noi.csv").write_text(f"{SAYINGS}{row},văn bản cũ\n", encoding="utf-8")
    problems = read_catalog(docs, dt.date(2026, 11, 30)).problems
    told = [problem for problem in problems if problem.path == "docs/thuat-ngu/cach-noi.csv"]
    assert [problem.code for problem in told] == ["cach-noi-van-ban"] * len(found)
    assert all(hint in problem.fix for hint, problem in zip(found, told, strict=True))


def test_the_shipped_tables_are_read_without_problems():
    catalog = read_catalog(ROOT / "docs", dt.date(2026, 11, 30))
    assert [problem for problem in catalog.problems if "cach-noi" in problem.path or "tinh-huong" in problem.path] == []
    assert len(catalog.vocabulary.sayings) > 100 and len(catalog.vocabulary.situations) > 100
