"""A document of Word, LibreOffice or Google Docs becomes a page that the checks accept; what is not carried is listed."""

import base64
import datetime as dt
import os
import re
import subprocess
import sys

import pytest
from handbook.editing.word_import import import_document
from handbook.load import read_catalog
from support import ROOT

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
TEXT = """# Kế hoạch tuyên truyền

Đoạn **đậm** 'nháy' và chú thích[^1]. Giá 5% @ $10.

[^1]: Nội dung chú thích.

1. Khoản một
    a) điểm a
    b) điểm b
2. Khoản hai

- ý lớn
    - ý con

| Thôn | Số hộ |
|------|-------|
| A    | 12    |

### Mục sâu

![Ảnh](anh.png)

5. Mục năm
6. Mục sáu
"""


def run(*arguments, **more):
    done = subprocess.run(
        [sys.executable, str(ROOT / "hooks"), "new", *map(str, arguments)],
        env={**os.environ, **more},
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode()


@pytest.fixture(params=["docx", "odt", "html", "md"])
def document(request, tmp_path):
    pypandoc = pytest.importorskip("pypandoc")
    (tmp_path / "anh.png").write_bytes(PNG)
    file = tmp_path / f"Kế hoạch (bản cuối).{request.param}"
    to = "gfm" if request.param == "md" else request.param
    text = TEXT.replace("anh.png", str(tmp_path / "anh.png"))
    pypandoc.convert_text(
        text, to, "markdown+four_space_rule", outputfile=str(file), extra_args=["--embed-resources", "-s"]
    )
    return file


def test_a_document_becomes_a_page(document, tmp_path):
    docs = tmp_path / "docs"
    status, said = run("topic", "--from", document, "--docs", docs, "--date", "2026-11-24")
    assert status == 0, said
    (page,) = (docs / "chuyen-de").glob("*.md")
    text = page.read_text(encoding="utf-8")
    assert 'title: "Kế hoạch tuyên truyền"' in text and "ngay: 2026-11-24" in text
    # A list with blank lines between its items is the same list.
    body = re.sub(r"\n\n(?=[ ]*(?:-|\d+\.) )", "\n", text.split("\n---\n", 1)[1])
    points = (
        "    1. điểm a\n    2. điểm b" if document.suffix == ".md" else "    - a) điểm a\n    - b) điểm b"
    )  # GFM has no letters
    numbered = f"\n1. Khoản một\n{points}\n2. Khoản hai\n"
    for words in ("**đậm**", numbered, "- ý lớn\n    - ý con", "## Mục sâu", "5. Mục năm\n6. Mục sáu", "5% @ $10"):
        assert words in body, body
    assert "Thôn" in body and "|" in body and "\\" not in body and "Nội dung chú thích" in body
    wrong = [
        problem for problem in read_catalog(docs, dt.date(2026, 11, 30)).problems if problem.path.endswith(page.name)
    ]
    assert not wrong, wrong


def test_pictures_of_word_lie_beside_the_page(tmp_path):
    pypandoc = pytest.importorskip("pypandoc")
    (tmp_path / "a.png").write_bytes(PNG)
    (tmp_path / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    pypandoc.convert_text(
        f"![Một]({tmp_path}/a.png)\n\n![Hai](https://a.vn/b.png)\n\nChữ.\n",
        "odt",
        "markdown",
        outputfile=str(tmp_path / "bai.odt"),
    )
    found = import_document(tmp_path / "bai.odt", "bai")
    assert [name for name, _ in found.pictures] == ["bai-anh-1.png"] and found.pictures[0][1] == PNG
    assert "(bai-anh-1.png)" in found.body and "https" not in found.body.replace("(https", "")


def test_a_folder_is_taken_whole_and_a_broken_file_keeps_nobody_from_it(tmp_path):
    pypandoc = pytest.importorskip("pypandoc")
    folder = tmp_path / "tap"
    folder.mkdir()
    for name in ("mot", "hai"):
        pypandoc.convert_text(f"Chữ của bài {name}.\n", "docx", "markdown", outputfile=str(folder / f"{name}.docx"))
    (folder / "hong.docx").write_bytes(b"PK\x03\x04 khong phai")
    for name in ("cu.doc", "ghi-chu.txt", "~$mot.docx", ".DS_Store"):
        (folder / name).write_bytes(b"x")
    status, said = run("topic", "--from", folder, "--docs", tmp_path / "docs")
    assert (
        status == 1
        and "hong.docx: tệp bị hỏng" in said
        and "Bỏ qua cu.doc, ghi-chu.txt: chỉ nhận" in said
        and "Traceback" not in said
    )
    assert {page.stem for page in (tmp_path / "docs" / "chuyen-de").glob("*.md")} == {"mot", "hai"}


HTML = """<p><b>KẾ HOẠCH RA QUÂN THÁNG BA</b></p><p><b>I. Mục đích</b></p><p>Chữ.</p><p><b>II. Nội dung</b></p>
<table><tr><td colspan="2"><p>Ô gộp</p><p>dòng hai</p></td></tr><tr><td>a<ul><li>ý một</li><li>ý hai</li></ul></td><td><b>b<br>c</b></td></tr></table>
<p><a href="#muc">nhảy</a> <a href="tep.docx">tệp</a> <a href="https://a.vn/">trang</a></p>
<p>#hashtag</p><p><img src="http://127.0.0.1:9/xa.png" alt="Xa"><img src="../ngoai.png" alt="Ngoài"><img src="gan.png" alt="Gần"></p>"""


def test_no_word_of_a_table_is_lost_and_nothing_is_fetched(tmp_path):
    pytest.importorskip("pypandoc")
    folder = tmp_path / "bai"
    folder.mkdir()
    (folder / "bai.html").write_text(HTML, encoding="utf-8")
    (folder / "gan.png").write_bytes(PNG)
    (tmp_path / "ngoai.png").write_bytes(PNG)
    found = import_document(folder / "bai.html", "bai")
    assert found.title == "KẾ HOẠCH RA QUÂN THÁNG BA"
    assert "## I. Mục đích" in found.body and "## II. Nội dung" in found.body
    for words in (
        "Ô gộp<br>dòng hai",
        "a<br>– ý một<br>– ý hai",
        "**b<br>c**",
        "nhảy tệp [trang](https://a.vn/)",
        "\\#hashtag",
    ):
        assert words in found.body, found.body
    assert [name for name, _ in found.pictures] == ["bai-anh-1.png"] and "![Gần](bai-anh-1.png)" in found.body
    told = " ".join(found.left_out)
    for words in ("xa.png", "ngoai.png", "1 bảng có ô gộp", "2 dòng chữ đậm", "2 liên kết"):
        assert words in told, told


def test_a_title_in_the_file_s_data_and_in_its_first_heading_is_one(tmp_path):
    pytest.importorskip("pypandoc")
    (tmp_path / "a.html").write_text(
        "<html><head><title>Chữ ký số</title></head><body><h1>Chữ ký số</h1><p>Chữ.</p><h2>Mục</h2><p>Chữ.</p></body></html>",
        encoding="utf-8",
    )
    found = import_document(tmp_path / "a.html", "a")
    assert found.title == "Chữ ký số" and found.body == "Chữ.\n\n## Mục\n\nChữ.\n"


def test_what_stands_beside_the_text_of_a_word_file_is_told(tmp_path):
    import zipfile

    from handbook.editing.word_leftovers import leftovers

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def paragraph(words):
        return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"

    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr(
            "word/document.xml",
            f"<w:document {space}><w:body><w:ins>{paragraph('x')}</w:ins></w:body></w:document>",
        )
        archive.writestr("word/header1.xml", f"<w:hdr {space}>{paragraph('Đầu trang')}</w:hdr>")
        archive.writestr(
            "word/comments.xml", f"<w:comments {space}><w:comment>{paragraph('Ghi chú')}</w:comment></w:comments>"
        )
    told = leftovers(tmp_path / "a.docx")
    assert len(told) == 3 and all(
        any(words in one for one in told) for words in ("Đầu trang", "Ghi chú", "track changes")
    )
    (tmp_path / "b.docx").write_bytes(b"PK hong")
    assert leftovers(tmp_path / "b.docx") == ()


def test_what_is_missing_is_named_with_its_command(tmp_path):
    (tmp_path / "bai.docx").write_bytes(b"x")
    (tmp_path / "pypandoc.py").write_text("raise ModuleNotFoundError('pypandoc')")
    status, said = run("topic", "--from", tmp_path / "bai.docx", "--docs", tmp_path / "docs", PYTHONPATH=str(tmp_path))
    assert status == 1 and "pip install -r requirements-word.txt" in said
    assert (ROOT / "requirements-word.txt").read_text(encoding="utf-8").count("==") == 1
    assert run("topic", "--from", tmp_path / "khong.docx")[1].startswith("Không thấy tệp")


def test_a_document_dropped_into_docs_is_told_of_once_with_the_command(tmp_path):
    docs = tmp_path / "docs"
    (docs / "chuyen-de").mkdir(parents=True)
    case = ROOT / "tests" / "core" / "editors" / "cases" / "editor" / "22-ke-hoach.docx"
    (docs / "chuyen-de" / "Kế hoạch tuyên truyền 2026 (bản cuối).docx").write_bytes(case.read_bytes())
    (problem,) = (found for found in read_catalog(docs, dt.date(2026, 11, 30)).problems if ".docx" in found.path)
    assert problem.code == "tep-la" and "make new topic FROM=" in problem.fix
