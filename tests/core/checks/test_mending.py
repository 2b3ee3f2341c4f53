"""``--fix``: whole files before and after; a second run changes nothing; nothing unread is written."""

import subprocess
import sys
from pathlib import Path

import pytest
from handbook.checks.autofix import mend_content
from support import ROOT

SAMPLES = Path(__file__).parent / "mending"
BEFORE = (SAMPLES / "truoc.md").read_bytes().replace(b"\n", b"\r\n")
AFTER = (SAMPLES / "sau.md").read_bytes()
SOURCED = "---\ntitle: Bài\nngay: 2026-01-01\nnguon: [{ten: A, ngay: 2026}]\n---\n"


def mended(content):
    return {page.article.path: text for page, text, _ in mend_content(content)}


def fix(docs):
    done = subprocess.run(
        [sys.executable, str(ROOT / "hooks"), "check", "--fix", "--docs", str(docs)],
        stdout=subprocess.PIPE,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8")


@pytest.fixture
def docs(tmp_path):
    folder = tmp_path / "docs" / "chuyen-de"
    folder.mkdir(parents=True)
    return folder.parent


def test_a_whole_file_is_mended_and_code_addresses_and_keys_stay(content_of):
    assert mended(content_of({"chuyen-de/bai.md": BEFORE}))["docs/chuyen-de/bai.md"].encode() == AFTER


def test_a_mended_file_stays_as_it_is(content_of):
    assert not mended(content_of({"chuyen-de/bai.md": AFTER}))


def test_it_is_told_what_was_mended_and_where(content_of):
    ((_, _, done),) = mend_content(content_of({"chuyen-de/bai.md": BEFORE}))
    told = [str(item) for item in done]
    assert "docs/chuyen-de/bai.md: đã sửa: ký hiệu xuống dòng." in told
    assert "docs/chuyen-de/bai.md:2: đã sửa: đặt dấu thanh: “Hoà” thành “Hòa”." in told
    assert "docs/chuyen-de/bai.md:6: đã sửa: ký tự không nhìn thấy U+200B." in told


@pytest.mark.parametrize(
    "head",
    [
        "title: a: b: hoà\n",
        "- khóa\n",
        "title: Hoà\ntitle: Hoà\n",
    ],
)
def test_a_page_whose_front_matter_is_not_understood_is_left_alone(content_of, head):
    assert not mended(content_of({"chuyen-de/b.md": f"---\n{head}---\nHoà  bình .\n"}))


def test_a_page_in_another_encoding_is_left_alone(content_of):
    assert not mended(content_of({"chuyen-de/b.md": (SOURCED + "Hoà bình.\n").encode("utf-16-le")}))


def test_notepad_unicode_is_saved_as_utf_8(content_of):
    page = content_of({"chuyen-de/b.md": (SOURCED + "Hoà bình.\n").encode("utf-16")})
    assert mended(page)["docs/chuyen-de/b.md"].endswith("Hòa bình.\n")


def test_english_pages_keep_the_names_they_quote(content_of):
    pages = {"chuyen-de/b.md": SOURCED, "chuyen-de/b.en.md": SOURCED + "The Hoà Bình  dam .\n"}
    assert mended(content_of(pages)) == {"docs/chuyen-de/b.en.md": SOURCED + "The Hoà Bình dam.\n"}


def test_removing_one_thing_uncovers_the_next(content_of):
    assert mended(content_of("Hai \u200b cách \u200b.\n"))["docs/chuyen-de/bai.md"].endswith("Hai cách.\n")


def test_the_command_writes_tells_and_checks_again(docs):
    good, bad = docs / "chuyen-de" / "a.md", docs / "chuyen-de" / "b.md"
    good.write_bytes((SOURCED + "Hoà  bình.\r\n").encode())
    bad.write_bytes(b"---\ntitle: Ho\xe0\n---\n")
    status, text = fix(docs)
    assert (
        good.read_text(encoding="utf-8") == SOURCED + "Hòa bình.\n" and bad.read_bytes() == b"---\ntitle: Ho\xe0\n---\n"
    )
    assert status == 1 and text.splitlines()[0] == "docs/chuyen-de/a.md: đã sửa: ký hiệu xuống dòng."
    assert text.splitlines()[-1] == "1 lỗi trong 1 tệp." and "không phải UTF-8" in text
    assert "đã sửa" not in fix(docs)[1]
