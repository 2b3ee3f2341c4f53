"""``make check`` and ``make new`` as an editor runs them."""

import json
import os
import subprocess
import sys

import pytest
from support import ROOT, needs_make


def run(script, *arguments):
    done = subprocess.run(
        [sys.executable, str(ROOT / "hooks"), script, *map(str, arguments)],
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8")


@pytest.fixture
def docs(tmp_path):
    (tmp_path / "docs" / "chuyen-de").mkdir(parents=True)
    (tmp_path / "docs" / "so-lieu").mkdir()
    return tmp_path / "docs"


SOURCE = "nguon: [{ten: Nguồn thử, ngay: 2026}]\n"
GOOD = f"---\ntitle: Bài\nngay: 2026-01-01\n{SOURCE}---\nx\n"


def test_good_content_passes(docs):
    (docs / "chuyen-de" / "bai.md").write_text(GOOD, encoding="utf-8")
    assert run("check", "--docs", docs) == (0, "Không có lỗi.\n")


def test_all_mistakes_are_listed_by_file_and_line(docs):
    (docs / "chuyen-de" / "b.md").write_text(
        f"---\ntitle: B\nngay: mai\nnhomm: x\n{SOURCE}---\n[x](y.md)\n", encoding="utf-8"
    )
    (docs / "chuyen-de" / "a.md").write_text(f"---\ntitle: A\n{SOURCE}---\nx\n", encoding="utf-8")
    status, text = run("check", "--docs", docs)
    assert status == 1
    places = [":".join(line.split(":")[:2]) for line in text.splitlines()[:-1]]
    assert places == [
        "docs/chuyen-de/a.md:1",
        "docs/chuyen-de/b.md:3",
        "docs/chuyen-de/b.md:4",
        "docs/chuyen-de/b.md:7",
    ]
    assert text.splitlines()[-1] == "4 lỗi trong 2 tệp."


def test_a_table_without_its_page_gets_the_page_to_paste(docs):
    (docs / "so-lieu" / "xuat-khau.csv").write_text("nam,so\n2025,1\n2026,2\n", encoding="utf-8")
    status, text = run("check", "--docs", docs)
    assert status == 1 and "Nội dung gợi ý cho docs/so-lieu/xuat-khau.md" in text and "nguon:" in text


def test_github_annotations_stand_on_the_line(docs):
    (docs / "chuyen-de" / "a.md").write_text(f"---\ntitle: A\nngay: mai\n{SOURCE}---\nx\n", encoding="utf-8")
    _, text = run("check", "--docs", docs, "--output", "github")
    assert text.startswith("::error file=docs/chuyen-de/a.md,line=3,title=khai-bao-ngay::")


def test_json_names_the_rule(docs):
    (docs / "chuyen-de" / "a.md").write_text(f"---\ntitle: A\nngay: mai\n{SOURCE}---\nx\n", encoding="utf-8")
    _, text = run("check", "--docs", docs, "--output", "json")
    (row,) = json.loads(text)
    assert row["code"] == "khai-bao-ngay" and row["line"] == 3


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("topic", "chuyen-de/chu-ky-so-cho-ho-kinh-doanh.md"),
        ("story", "cau-chuyen/chu-ky-so-cho-ho-kinh-doanh.md"),
    ],
)
def test_new_writes_a_page_that_names_what_is_missing_only(docs, kind, path):
    status, text = run("new", kind, "Chữ ký số cho hộ kinh doanh", "--docs", docs)
    assert status == 0 and path in text.replace("\\", "/")
    written = (docs / path).read_text(encoding="utf-8")
    assert 'title: "Chữ ký số cho hộ kinh doanh"' in written
    status, text = run("new", kind, "Chữ ký số cho hộ kinh doanh", "--docs", docs)
    assert status == 1 and "không ghi đè" in text
    assert codes(docs) <= FILL_IN


# Every one of these says what is still to be written; nothing else may be wrong with a new file.
FILL_IN = {"nguon-mau", "cau-mau", "khai-bao-trong", "van-ban-thieu-o"}


def codes(docs):
    _, text = run("check", "--docs", docs, "--output", "json")
    found = {row["code"] for row in json.loads(text)}
    assert found
    return found


def test_a_new_chapter_stands_at_the_end_of_its_part(docs):
    (docs / "ky-nang").mkdir()
    (docs / "ky-nang" / "a.md").write_text(GOOD.replace("ngay:", "thu_tu: 40\nngay:", 1), encoding="utf-8")
    status, text = run("new", "chapter", "ky-nang", "Quét mã QR: có an toàn?", "--docs", docs, "--date", "2026-11-28")
    assert status == 0, text
    written = (docs / "ky-nang" / "quet-ma-qr-co-an-toan.md").read_text(encoding="utf-8")
    assert "thu_tu: 50 " in written and "ngay: 2026-11-28 " in written and "ra_soat: 2027-05-30 " in written
    assert codes(docs) <= FILL_IN


@pytest.mark.parametrize("what", [["Quét mã QR"], ["ky-nang"], ["ky-nangg", "Quét"]])
def test_a_chapter_needs_its_part(docs, what):
    status, text = run("new", "chapter", *what, "--docs", docs)
    assert status == 1 and "ky-nang: Kỹ năng số" in text


def test_a_document_gets_a_row_that_asks_for_the_rest(docs):
    register = docs / "van-ban" / "van-ban.csv"
    register.parent.mkdir()
    register.write_bytes((ROOT / "docs/van-ban/van-ban.csv").read_bytes())
    assert run("new", "document", "948/2026/nd-cp", "--docs", docs)[0] == 0
    assert "\n948/2026/NĐ-CP,,Nghị định,,Chính phủ," in register.read_text(encoding="utf-8")
    assert codes(docs) == {"van-ban-thieu-o"}
    status, text = run("new", "document", "948/2026/NĐ-CP", "--docs", docs)
    assert status == 1 and "đã có ở dòng" in text


@needs_make
def test_make_passes_the_words_on(docs):
    said = subprocess.run(
        ["make", "--dry-run", "new", "chapter", "ky-nang", "Quét mã"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    ).stdout.decode("utf-8")
    # Not one word of them stands in a command: they come through the environment (tests/core/test_surroundings.py).
    assert "hooks new\n" in said and "Quét" not in said
    done = subprocess.run(
        [sys.executable, str(ROOT / "hooks"), "new"],
        env={**os.environ, "NEW": "chapter khong-co Quét mã"},
        stdout=subprocess.PIPE,
        check=False,
    )
    assert done.returncode == 1 and "ky-nang" in done.stdout.decode("utf-8")


def test_a_missing_library_is_told_with_the_way_to_install_it():
    done = subprocess.run([sys.executable, "-S", str(ROOT / "hooks"), "check"], stdout=subprocess.PIPE, check=False)
    assert done.returncode == 2 and "pip install -r requirements.txt" in done.stdout.decode("utf-8")


def test_new_table_fills_in_what_is_known(docs):
    data = docs / "so-lieu" / "xuat-khau.csv"
    data.write_text("nam,so\n2025,1\n2026,2\n", encoding="utf-8")
    assert run("new", "table", data, "--date", "2026-11-28")[0] == 0
    written = data.with_suffix(".md").read_text(encoding="utf-8")
    assert "nam:" in written and "ngay: 2026-11-28\n" in written
    assert codes(docs) <= FILL_IN
    assert run("new", "table", docs / "khong-co.csv")[0] == 1
