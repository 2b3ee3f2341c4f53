"""``make check`` and ``make new`` as an editor runs them."""

import json
import subprocess
import sys

import pytest
from support import ROOT


def run(script, *arguments):
    done = subprocess.run([sys.executable, str(ROOT / "hooks" / script), *map(str, arguments)], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)
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
    assert run("check.py", "--docs", docs) == (0, "Không có lỗi.\n")


def test_all_mistakes_are_listed_by_file_and_line(docs):
    (docs / "chuyen-de" / "b.md").write_text(f"---\ntitle: B\nngay: mai\nnhomm: x\n{SOURCE}---\n[x](y.md)\n", encoding="utf-8")
    (docs / "chuyen-de" / "a.md").write_text(f"---\ntitle: A\n{SOURCE}---\n", encoding="utf-8")
    status, text = run("check.py", "--docs", docs)
    assert status == 1
    places = [":".join(line.split(":")[:2]) for line in text.splitlines()[:-1]]
    assert places == ["docs/chuyen-de/a.md:1", "docs/chuyen-de/b.md:3", "docs/chuyen-de/b.md:4", "docs/chuyen-de/b.md:7"]
    assert text.splitlines()[-1] == "Có 4 lỗi phải sửa."


def test_a_table_without_its_page_gets_the_page_to_paste(docs):
    (docs / "so-lieu" / "xuat-khau.csv").write_text("nam,so\n2025,1\n2026,2\n", encoding="utf-8")
    status, text = run("check.py", "--docs", docs)
    assert status == 1 and "Nội dung gợi ý cho docs/so-lieu/xuat-khau.md" in text and "nguon:" in text


def test_github_annotations_stand_on_the_line(docs):
    (docs / "chuyen-de" / "a.md").write_text(f"---\ntitle: A\nngay: mai\n{SOURCE}---\n", encoding="utf-8")
    _, text = run("check.py", "--docs", docs, "--output", "github")
    assert text.startswith("::error file=docs/chuyen-de/a.md,line=3,title=khai-bao-ngay::")


def test_json_names_the_rule(docs):
    (docs / "chuyen-de" / "a.md").write_text(f"---\ntitle: A\nngay: mai\n{SOURCE}---\n", encoding="utf-8")
    _, text = run("check.py", "--docs", docs, "--output", "json")
    (row,) = json.loads(text)
    assert row["code"] == "khai-bao-ngay" and row["line"] == 3


@pytest.mark.parametrize(("kind", "path"), [
    ("topic", "chuyen-de/chu-ky-so-cho-ho-kinh-doanh.md"), ("story", "cau-chuyen/chu-ky-so-cho-ho-kinh-doanh.md"),
])
def test_new_writes_a_page_that_names_what_is_missing_only(docs, kind, path):
    status, text = run("new.py", kind, "Chữ ký số cho hộ kinh doanh", "--docs", docs)
    assert status == 0 and path in text.replace("\\", "/")
    written = (docs / path).read_text(encoding="utf-8")
    assert 'title: "Chữ ký số cho hộ kinh doanh"' in written
    status, text = run("new.py", kind, "Chữ ký số cho hộ kinh doanh", "--docs", docs)
    assert status == 1 and "không ghi đè" in text


def test_a_new_topic_passes_the_check_at_once(docs):
    run("new.py", "topic", "Tên: có hai chấm", "--docs", docs)
    assert run("check.py", "--docs", docs)[0] == 0


def test_new_table_fills_in_what_is_known(docs):
    data = docs / "so-lieu" / "xuat-khau.csv"
    data.write_text("nam,so\n2025,1\n2026,2\n", encoding="utf-8")
    assert run("new.py", "table", data)[0] == 0
    assert "nam:" in data.with_suffix(".md").read_text(encoding="utf-8")
    assert run("new.py", "table", docs / "khong-co.csv")[0] == 1
