"""A list of communes through the real command: one broken file stops no other, shares give the same books."""

import subprocess
import sys

import pytest
from support import ENVIRONMENT, ROOT, TINY, make_site, pdf_text

FILE = "ten: Xã Thử {number:02}\ntinh: tỉnh Thử\n{chapters}: [ky-nang/mot]\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    site = make_site(tmp_path_factory.mktemp("communes") / "project", TINY)
    (site.root / "xa").mkdir()
    for number in (1, 2, 3):
        text = FILE.format(number=number, chapters="chuongg" if number == 2 else "chuong")
        (site.root / "xa" / f"xa-mau-{number:02}.yml").write_text(text, encoding="utf-8")
    return site


def make(project, out, *options):
    done = subprocess.run(
        [
            sys.executable,
            str(ROOT / "hooks"),
            "book",
            "--config",
            str(project.root / "mkdocs.yml"),
            "--out",
            str(out),
            "--commune",
            str(project.root / "xa"),
            *options,
        ],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8"), {file.name: file.read_bytes() for file in out.glob("*")}


@pytest.fixture(scope="module")
def at_once(project, tmp_path_factory):
    return make(project, tmp_path_factory.mktemp("at-once"))


def test_one_broken_file_stops_no_other_and_is_told_at_the_end(at_once, tmp_path):
    status, told, books = at_once
    assert status == 1 and set(books) == {"xa-mau-01.pdf", "xa-mau-03.pdf"}
    assert "[2/3] xa-mau-02: không có sách" in told and "[3/3] xa-mau-03.pdf" in told
    (line,) = [line for line in told.splitlines() if "xa-mau-02.yml:3: " in line]
    assert "Có phải ý bạn là “chuong”?" in line and told.index(line) > told.index("[3/3]")
    (tmp_path / "a.pdf").write_bytes(books["xa-mau-03.pdf"])
    text = pdf_text(tmp_path / "a.pdf")
    assert "Xã Thử 03" in text and "Xã Thử 01" not in text


def test_shares_made_apart_are_the_same_books(project, at_once, tmp_path):
    books = {}
    for number in (1, 2):
        status, told, made = make(project, tmp_path / str(number), "--shard", f"{number}/2")
        assert status == (number == 2) and not set(made) & set(books)
        books |= made
    assert books == at_once[2]


def test_a_wrong_share_makes_nothing(project, tmp_path):
    status, told, made = make(project, tmp_path, "--shard", "3/2")
    assert status == 1 and made == {} and "ví dụ 3/20" in told
