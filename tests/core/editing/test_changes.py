"""The list of changed pages: from git to a comment, and nothing but the form in between."""

import json

import pytest
from handbook.editing.changed_pages import MARK, Change, as_json, comment, parse, read_diff

DIFF = (
    "M\tdocs/ky-nang/vneid.md\nA\tdocs/chuyen-de/moi.md\nA\tdocs/chuyen-de/moi.en.md\nD\tdocs/cau-chuyen/cu.md\n"
    "R096\tdocs/chuyen-de/a.md\tdocs/chuyen-de/b.md\nM\tdocs/so-lieu/bang.xlsx\nM\tdocs/van-ban/van-ban.csv\nM\tdocs/index.md\n"
    "A\tdocs/chuyen-de/anh.png\nA\tdocs/chuyen-de/Tên lạ.md\nX\tdocs/x.md\n"
)
ADDRESSES = {
    "docs/ky-nang/vneid.md": "ky-nang/vneid/",
    "docs/chuyen-de/moi.md": "chuyen-de/moi/",
    "docs/chuyen-de/moi.en.md": "en/chuyen-de/moi/",
    "docs/cau-chuyen/cu.md": "cau-chuyen/cu/",
    "docs/chuyen-de/b.md": "chuyen-de/b/",
    "docs/so-lieu/bang.xlsx": "so-lieu/bang/",
    "docs/van-ban/van-ban.csv": "van-ban/",
    "docs/index.md": "",
    "docs/chuyen-de/anh.png": None,
}
RUN = "https://github.com/to-chuc/kho/actions/runs/5"


def test_each_file_has_the_address_of_its_page():
    assert {change.path: change.address for change in read_diff(DIFF)} == ADDRESSES


def test_what_is_written_is_what_is_read():
    assert parse(as_json(7, read_diff(DIFF))) == (7, read_diff(DIFF))


def test_the_comment_shows_old_and_new():
    text = comment(read_diff(DIFF), "https://cam-nang.example/", RUN)
    assert text.startswith(MARK) and f"{RUN}#artifacts" in text
    assert (
        "| `docs/ky-nang/vneid.md` | sửa | [mở](https://cam-nang.example/ky-nang/vneid/) | `ky-nang/vneid/index.html` |"
        in text
    )
    assert "| `docs/chuyen-de/moi.md` | mới | – | `chuyen-de/moi/index.html` |" in text
    assert "| `docs/cau-chuyen/cu.md` | xóa | [mở](https://cam-nang.example/cau-chuyen/cu/) | – |" in text
    assert "Tệp khác: `docs/chuyen-de/anh.png` (mới)." in text


def test_a_change_of_the_program_only_says_so():
    assert "Không trang nào" in comment((), "", RUN)


def row(**other):
    return {"path": "docs/a.md", "status": "M", **other}


@pytest.mark.parametrize(
    "data",
    [
        "x",
        "[]",
        "{}",
        json.dumps({"number": 7}),
        json.dumps({"number": "7", "changes": []}),
        json.dumps({"number": True, "changes": []}),
        json.dumps({"number": 0, "changes": []}),
        json.dumps({"number": 7, "changes": [], "more": 1}),
        json.dumps({"number": 7, "changes": {}}),
        *(
            json.dumps({"number": 7, "changes": [bad]})
            for bad in (
                [],
                row(status="X"),
                row(path=3),
                row(path="docs/../a.md"),
                row(path="docs/a.md\n@all"),
                row(path="docs/[x](y).md"),
                row(path="/etc/passwd"),
                row(path="docs/`<img>`.md"),
                row(more=1),
            )
        ),
        json.dumps({"number": 7, "changes": [row()] * 201}),
        json.dumps({"number": 7, "changes": []}) + " " * 60_001,
    ],
)
def test_anything_out_of_form_is_refused(data):
    with pytest.raises(ValueError):
        parse(data)


def test_a_pull_request_of_many_files_is_cut_not_refused():
    many = [Change(f"docs/chuyen-de/bai-{number}.md", "A") for number in range(500)]
    assert len(parse(as_json(7, many))[1]) == 200
