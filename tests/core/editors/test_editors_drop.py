"""A new editor's first files: ten good ones pass, each bad one is told of in words that suffice.

The words are a golden file: after changing a message on purpose, read what changed and run
    python tests/core/editors/test_editors_drop.py
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).resolve().parents[2])]
from editors_drop import DROP, write  # noqa: E402
from support import ROOT  # noqa: E402

MESSAGES = Path(__file__).parent / "messages.txt"


def check(docs, *options):
    done = subprocess.run(
        [sys.executable, str(ROOT / "hooks"), "check", "--docs", str(docs), *options],
        stdout=subprocess.PIPE,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8")


def lines_about_files(text):
    return [line for line in text.splitlines() if line.startswith("docs/")]


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    docs = tmp_path_factory.mktemp("drop") / "docs"
    write(docs, "nen", "tot", "hong")
    return check(docs, "--hints")


def test_there_are_ten_good_pages_and_twenty_five_bad_ones():
    good, bad = ({item["file"].rsplit(".", 1)[0] for item in DROP[group]} for group in ("tot", "hong"))
    assert len(good) >= 10 and len(bad) >= 25


def test_what_is_good_passes(tmp_path):
    write(tmp_path / "docs", "nen", "tot")
    assert check(tmp_path / "docs", "--hints") == (0, "Không có lỗi.\n")


def test_every_bad_file_is_told_of_exactly(answer):
    status, text = answer
    assert status == 1
    assert lines_about_files(text) == MESSAGES.read_text(encoding="utf-8").splitlines()


def test_no_bad_file_is_overlooked(answer):
    told = {line.split(": ", 1)[0].split(":")[0].removeprefix("docs/") for line in lines_about_files(answer[1])}
    names = {item["file"] for item in DROP["hong"]}
    # The picture of a page and the page of a table are judged together.
    pairs = {
        "chuyen-de/h16-exif.md": "chuyen-de/h16-exif.jpg",
        "chuyen-de/h32-cu.md": "chuyen-de/h32-cu.en.md",
        "so-lieu/h54-macro.md": "so-lieu/h54-macro.xlsm",
    }
    assert {pairs.get(name, name) for name in names} <= told


def test_good_files_are_not_blamed_for_the_bad_ones(answer):
    assert not [
        line for line in lines_about_files(answer[1]) if any(f"docs/{item['file']}" in line for item in DROP["tot"])
    ]


def test_the_same_problems_as_json(tmp_path):
    write(tmp_path / "docs", "nen", "hong")
    rows = json.loads(check(tmp_path / "docs", "--output", "json")[1])
    assert all(row["code"] and row["message"].endswith(".") and row["fix"].endswith((".", "?")) for row in rows)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "docs", "nen", "tot", "hong")
        MESSAGES.write_text(
            "\n".join(lines_about_files(check(Path(folder) / "docs", "--hints")[1])) + "\n", encoding="utf-8"
        )
