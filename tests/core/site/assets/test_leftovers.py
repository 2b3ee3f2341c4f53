"""The site of the last build is written over: what is no page any more goes, and nothing outside is touched."""

import os
import sys

import pytest
from handbook.site.assets import clear_up, take_stock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a file's time of change is not kept there")


@pytest.fixture
def site(tmp_path):
    for name in (
        "index.html",
        "con/index.html",
        "bo/cu/index.html",
        "bo/index.html",
        "anh.png",
        "tai-ve/sach.pdf",
        ".git/config",
        "404.html",
    ):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(name)
    return tmp_path / "site"


def names(site):
    return sorted(
        path.relative_to(site).as_posix() for path in site.rglob("*") if not path.is_dir() or not any(path.iterdir())
    )


def test_only_pages_wait_to_be_written_over(site):
    stock = take_stock(site)
    assert names(site) == [
        ".git/config",
        "404.html",
        "bo/cu/index.html",
        "bo/index.html",
        "con/index.html",
        "index.html",
    ]
    assert sorted(stock) == sorted(str(site / name) for name in names(site)[1:])


def test_what_was_not_written_again_goes_with_its_folder(site):
    stock = take_stock(site)
    (site / "index.html").write_text("index.html")  # the same text: it was written all the same
    (site / "con/index.html").write_text("mới")
    (site / "moi").mkdir()
    (site / "moi/index.html").write_text("mới")
    clear_up(site, stock)
    assert names(site) == [".git/config", "con/index.html", "index.html", "moi/index.html"]
    (site / "con/index.html").unlink()
    clear_up(site, {str(site / "moi/index.html"): os.stat(site / "moi/index.html").st_ctime_ns})
    assert not (site / "moi").exists() and (site / "con").exists()


def test_what_stands_for_something_else_is_not_written_through(site, tmp_path):
    other = tmp_path / "khac.html"
    other.write_text("khác")
    folder = tmp_path / "khac"
    folder.mkdir()
    (folder / "index.html").write_text("khác")
    (site / "noi.html").symlink_to(other)
    (site / "thu-muc").symlink_to(folder)
    os.link(other, site / "hai-ten.html")
    (site / "chi-doc.html").write_text("x")
    (site / "chi-doc.html").chmod(0o400)
    stock = take_stock(site)
    assert not {"noi.html", "thu-muc", "hai-ten.html", "chi-doc.html"} & set(names(site))
    assert not any("noi" in path or "thu-muc" in path for path in stock)
    assert other.read_text() == "khác" and (folder / "index.html").read_text() == "khác"


def test_without_a_site_there_is_nothing(tmp_path):
    assert take_stock(tmp_path / "khong-co") == {}
    clear_up(tmp_path, {})
