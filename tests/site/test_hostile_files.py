"""Every hostile or broken file at once: each is told of in Vietnamese with its file and line, in check and in the build,
none hides another, none ends the process, and nothing of them runs."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from handbook.book.editions.commune_file import read_commune
from handbook.checks.html_tags import StartTags
from support import ENVIRONMENT, ROOT, TINY, make_site

CASES = ROOT / "tests" / "core" / "editors" / "cases" / "fuzz"
HEAD = "---\ntitle: Bài {}\nngay: 2026-11-24\nnguon: [{{ten: Báo A, ngay: 2026-01}}]\n{}---\n\n"
# Of each page: its line and what is said; of the cases' own files and of others of their kind.
FILES = {
    "01-link-ngoac-vuong.md": (6, "viết sai nên không mở được"),
    "01c-anh-ten-dai.md": (6, "Một từ dài"),
    "02-marked-section.md": (6, "mã XML"),
    "03-yaml-int.md": (4, "!!int"),
    "03b-yaml-4301-chu-so.md": (4, "so_lieu_den"),
    "04-yaml-de-quy.md": (2, "&t"),
    "05-yaml-sau-100000.md": (3, "lặp lại"),
    "07-nguon-lom.md": (4, "một nhóm khóa"),
    "09-tieu-de-2000-dau-cach.md": (6, "dấu cách liền nhau"),
    "12-attrs.md": (7, "attrs"),
    "13-template.md": (4, "khong-co.html"),
}
MORE = {
    "cong-la.md": ("", "[a](https://a.vn:99999/x)", "viết sai"),
    "anh-rong.md": ("", "![a](b%00c.png)", "Không có tệp ảnh"),
    "cdata.md": ("", "<![CDATA[ x ]]>\n\nhết", "mã XML"),
    "khai-bao-xml.md": ("", "a <!ELEMENT x> b <![if !IE]> c", "mã XML"),
    "tuy-chon-sau.md": ("", "/// the-viec | A\n    a: " + "[" * 100_000 + "\n\n///", ""),
    "tuy-chon-dan.md": ("", "/// the-viec | A\n    a: &a [*a]\n\n///", "&a"),
    "trich-sau.md": ("", ">" * 3000 + " a", ""),
    "ngoac-sau.md": ("", "[" * 3000 + "a" + "](b)" * 3000, ""),
    "khoi-hop.md": ("", "## Mục {: title='}' onclick=\"x()\" }", "onclick"),
    "nguon-so.md": ("chua_ro: {dieu: [a, b]}\n", "Chữ.", "chua_ro"),
    "viec-sai.md": ("da_thu: [[a], [b: c]]\n", "Chữ.", "da_thu"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    site = make_site(tmp_path_factory.mktemp("hostile-files") / "project", TINY)
    site.environment = {"HANDBOOK_BOOK": "false", "HANDBOOK_ENGLISH": "false"}
    for name in FILES:
        text = (CASES / name).read_text(encoding="utf-8").replace("title: Bài\n", f"title: Bài {name[:3]}\n", 1)
        site.write(f"chuyen-de/{name}", text)
    for number, (name, (head, body, _)) in enumerate(MORE.items()):
        site.write(f"chuyen-de/{name}", HEAD.format(number, head) + body + "\n")
    site.write("ky-nang/index.md", (CASES / "06b-index-cp1258.md").read_bytes())
    for name in ("11-attlist-onload.svg", "11b-utf16-entity.svg"):
        site.write(f"chuyen-de/{name}", (CASES / name).read_bytes())
    site.write(
        "chuyen-de/hinh.md",
        HEAD.format("hình", "") + "![Hình một](11-attlist-onload.svg)\n\n![Hình hai](11b-utf16-entity.svg)\n",
    )
    site.write("chuyen-de/trang-la.html", "<script>x()</script>")
    site.write("chuyen-de/ma.js", "x()")
    for name in ("14-inf.ods", "15-1-trieu-hang.ods"):
        site.write(f"so-lieu/{name}", (CASES / name).read_bytes())
    return site


@pytest.fixture(scope="module")
def checked(site):
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(ROOT / "hooks"), "check", "--docs", str(site.docs)],
        env=ENVIRONMENT,
        capture_output=True,
        check=False,
        timeout=600,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode(), time.monotonic() - started


@pytest.fixture(scope="module")
def built(site):
    return site.build(), site.log


OTHERS = {
    "ky-nang/index.md": (2, "không phải UTF-8"),
    "chuyen-de/11-attlist-onload.svg": (1, "khai báo riêng"),
    "chuyen-de/11b-utf16-entity.svg": (1, "UTF-8"),
    "chuyen-de/trang-la.html": (0, 'FROM="docs/chuyen-de/trang-la.html"'),
    "chuyen-de/ma.js": (0, "đuôi “.js”"),
    "so-lieu/14-inf.ods": (0, ""),
    "so-lieu/15-1-trieu-hang.ods": (0, ""),
}


def said(text, path, line, words):
    where = f"docs/{path}:{line}: " if line else f"docs/{path}"
    return [row for row in text.splitlines() if where in row and words in row]


@pytest.mark.parametrize("name", FILES)
def test_each_case_is_told_of_in_check_and_build(checked, built, name):
    assert said(checked[1], f"chuyen-de/{name}", *FILES[name])
    assert said(built[1], f"chuyen-de/{name}", *FILES[name])


@pytest.mark.parametrize("name", MORE)
def test_each_other_of_its_kind_is_told_of(checked, name):
    assert said(checked[1], f"chuyen-de/{name}", 0, MORE[name][2])


@pytest.mark.parametrize("path", OTHERS)
def test_other_files_are_told_of(checked, built, path):
    assert said(checked[1], path, *OTHERS[path]) and said(built[1], path, *OTHERS[path])


def test_nothing_but_messages(checked, built):
    assert checked[0] == 1 and built[0] != 0 and checked[2] == ""
    for text in (checked[1], built[1]):
        assert "Traceback" not in text and "Error:" not in text


def test_nothing_of_them_runs(site, built):
    for path in site.pages():
        reader = StartTags()
        reader.feed(path.read_text(encoding="utf-8"))
        assert not [
            (tag, name) for _, tag, attributes in reader.tags for name, _ in attributes if name.startswith("on")
        ], path


def test_what_could_run_at_its_own_address_is_published_by_no_build(site, built):
    """Strict or not: GitHub Pages sends no policy with it."""
    for _ in range(2):
        published = {path.name for path in site.out.rglob("*") if path.is_file()}
        assert "11-attlist-onload.svg" not in published and "11b-utf16-entity.svg" not in published
        assert not published & {"trang-la.html", "ma.js"} and (site.out / "chuyen-de" / "hinh" / "index.html").is_file()
        site.build(strict=False)


def test_a_commune_s_file():
    text = Path(CASES / "17-xa.yml").read_text(encoding="utf-8")
    commune, _, (problem,) = read_commune(text, "xa-thu.yml")
    assert commune is None and (problem.path, problem.line) == ("xa-thu.yml", 1) and "!!int" in problem.message
