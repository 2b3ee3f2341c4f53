"""The catalogue: what is found in ``docs/``, in which order, with which problems."""

import datetime as dt
import unicodedata

import pytest
from handbook.load import read_catalog
from handbook.problem import Severity
from handbook.sections import BY_FOLDER


def page(title="A", extra="", body="Nội dung.\n"):
    return f"---\ntitle: {title}\nngay: 2026-11-24\n{extra}---\n{body}"


@pytest.fixture
def docs(tmp_path):
    folder = tmp_path / "docs"

    def write(files):
        for uri, content in files.items():
            path = folder / uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_catalog(folder, dt.date(2026, 11, 23))

    return write


def test_topics_stand_in_vietnamese_order(docs):
    catalog = docs(
        {
            f"chuyen-de/{name}.md": page(title)
            for name, title in [("1", "Đề án 06"), ("2", "Dữ liệu"), ("3", "Ăn uống"), ("4", "An toàn"), ("5", "Êm")]
        }
    )
    titles = [article.meta.title for article in catalog.in_section(BY_FOLDER["chuyen-de"], "vi")]
    assert titles == ["An toàn", "Ăn uống", "Dữ liệu", "Đề án 06", "Êm"]


def test_chapters_stand_in_their_own_order(docs):
    catalog = docs({"ky-nang/a.md": page("A", "thu_tu: 20\n"), "ky-nang/b.md": page("B", "thu_tu: 10\n")})
    assert [article.meta.title for article in catalog.in_section(BY_FOLDER["ky-nang"], "vi")] == ["B", "A"]


def test_newest_first_and_undated_before_all(docs):
    catalog = docs(
        {
            "chuyen-de/cu.md": page("Cũ").replace("2026", "2025"),
            "chuyen-de/moi.md": page("Mới"),
            "so-lieu/bang-moi.csv": "nam,so\n2025,1\n2026,2\n",
        }
    )
    assert [article.meta.title for article in catalog.newest("vi", 5)] == ["Bang moi", "Mới", "Cũ"]


def test_of_one_day_the_newest_source_comes_first_and_no_alphabet(docs):
    def told(title, date):
        return page(title, f"nguon:\n  - {{ten: Báo, ngay: {date}}}\n")

    catalog = docs(
        {
            "chuyen-de/a.md": told("A", "2025-02"),
            "chuyen-de/b.md": told("B", "khong-ro"),
            "chuyen-de/c.md": told("C", "2026-08-19"),
            "chuyen-de/d.md": told("D", "2025-02-03"),
            "chuyen-de/c.en.md": page("English C"),
        }
    )
    assert [article.meta.title for article in catalog.newest("vi", 5)] == ["C", "D", "A", "B"]
    assert catalog.newest("en", 1)[0].meta.title == "English C"


def test_a_translation_is_used_where_there_is_one(docs):
    catalog = docs({"chuyen-de/a.md": page("Việt"), "chuyen-de/a.en.md": page("English"), "chuyen-de/b.md": page("B")})
    assert catalog.article("chuyen-de/a", "en").meta.title == "English"
    assert catalog.article("chuyen-de/b", "en").language == "vi"


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: unicodedata.normalize("NFD", text).encode(),
    ],
)
def test_whatever_windows_and_macos_write_reads_the_same(docs, encode):
    catalog = docs({"chuyen-de/a.md": encode(page("Định danh điện tử"))})
    assert catalog.problems == ()
    assert catalog.article("chuyen-de/a", "vi").meta.title == "Định danh điện tử"


@pytest.mark.parametrize(
    ("files", "path", "line", "says"),
    [
        ({"chuyen-de/a.md": b"title" + b"\n\xd0\xa2\xff"}, "docs/chuyen-de/a.md", 2, "UTF-8"),
        ({"chuyen-de/a.md": page(body="Một\n\n/// so-lieu | khong-co\n///\n")}, "docs/chuyen-de/a.md", 7, "khong-co"),
        ({"chuyen-de/a.md": page(extra="lien_quan: [chuyen-de/b.md]\n")}, "docs/chuyen-de/a.md", 4, "chuyen-de/b.md"),
        ({"chuyen-de/a.md": page(body="x\n[y](b.md)\n")}, "docs/chuyen-de/a.md", 6, "b.md"),
        (
            {"chuyen-de/a.md": page(body="## Mục một\n[y](#muc-mot) [z](#muc-hai)\n")},
            "docs/chuyen-de/a.md",
            6,
            "muc-hai",
        ),
        ({"so-lieu/a.md": page()}, "docs/so-lieu/a.md", 0, "Không có tệp số liệu"),
        ({"chuyen-de/a.docx": b"x"}, "docs/chuyen-de/a.docx", 0, ".docx"),
        ({"chuyen-de/a.hn.md": page()}, "docs/chuyen-de/a.hn.md", 0, "thừa dấu chấm"),
    ],
)
def test_every_mistake_is_told_with_its_place(docs, files, path, line, says):
    (problem,) = docs(files).problems
    assert (problem.path, problem.line) == (path, line)
    assert says in str(problem) and problem.fix


def test_a_similar_name_is_offered(docs):
    catalog = docs({"chuyen-de/chu-ky.md": page(), "chuyen-de/b.md": page(body="[x](chu-kyy.md)\n")})
    assert "“chu-ky.md”" in catalog.problems[0].fix


@pytest.mark.parametrize(
    "body",
    [
        "[x](a.md)",
        "[x](a.md#muc-mot)",
        "[x](#noi-day)\n\n## Nơi đây\n",
        "`[x](khong-co.md)`",
        "```\n[x](khong-co.md)\n```\n",
        "[x](https://khong-co.vn/a.md)",
        "![x](hinh.png)",
    ],
)
def test_good_links_and_code_are_left_alone(docs, body):
    catalog = docs({"chuyen-de/a.md": page(body="## Mục một\n"), "chuyen-de/b.md": page(body=body + "\n")})
    assert catalog.problems == ()


def test_a_bare_table_is_shown_and_said_to_be_incomplete(docs):
    catalog = docs({"so-lieu/xuat-khau.csv": "nam,so\n2025,1\n2026,2\n"})
    (problem,) = catalog.problems
    assert problem.severity is Severity.INCOMPLETE and "docs/so-lieu/xuat-khau.md" in problem.fix
    assert catalog.article("so-lieu/xuat-khau", "vi").is_stub


def test_two_data_files_of_one_name(docs):
    catalog = docs({"so-lieu/a.csv": "x,y\n1,2\n", "so-lieu/a.tsv": "x\ty\n1\t2\n"})
    assert any("cùng tên: a.csv, a.tsv" in problem.message for problem in catalog.problems)


def test_litter_is_no_content(docs):
    catalog = docs({"so-lieu/~$bang.xlsx": b"x", ".DS_Store": b"x", "index.md": page()})
    assert catalog.problems == () and "index" in catalog.keys


def test_what_the_table_makes_wrong_in_its_page_is_told_with_the_line_of_the_key(docs):
    columns = "cot:\n  so_xa: {ten: Số xã}\n  dan_so: {ten: Dân số}\nhang_dau: ten_tinh\n"
    chart = "bieu_do:\n  loai: cot\n  x: ky\n  y: [so_xa]\n  loc: {tinh: Hà Nam}\n  mo_ta: Số xã\n"
    data = "tinh,so_xa\nHà Nội,126\nHuế,40\n"
    catalog = docs(
        {
            "so-lieu/a.csv": data,
            "so-lieu/a.md": page(extra=columns),
            "so-lieu/b.csv": data,
            "so-lieu/b.md": page(extra=chart),
        }
    )
    assert [(problem.path[-4:], problem.line, problem.code) for problem in catalog.problems] == [
        ("a.md", 6, "bang-cot-la"),
        ("a.md", 7, "bang-cot-la"),
        ("b.md", 6, "bieu-do"),
        ("b.md", 8, "bang-loc-trong"),
    ]
