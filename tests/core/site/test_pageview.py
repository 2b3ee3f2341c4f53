"""What templates show around a page: the home page's doors, the status of the law, the time to read."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from handbook.load import read_catalog
from handbook.site.pages.page_view import view_of

REGISTER = Path(__file__).parents[1] / "law" / "register.csv"
HOME = """---
title: Trang chủ
viec:
  - ten: Có người nghi bị lừa
    loi: Làm ngay.
    trang: [ky-nang/mot.md]
    gap: true
vai_tro:
  - ten: Tổ trưởng
    trang: [ky-nang/hai.md, {second}]
---
"""
PAGE = "---\ntitle: {}\nngay: 2026-11-24\nthu_tu: {}\n---\n{}\n"


@pytest.fixture
def catalog(tmp_path):
    def read(home=None, body="Chữ."):
        files = {
            "index.md": home or HOME.format(second="ky-nang/mot.md"),
            "ky-nang/mot.md": PAGE.format("Một", 10, body),
            "ky-nang/hai.md": PAGE.format("Hai", 20, body),
        }
        for uri, text in files.items():
            path = tmp_path / "docs" / uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        (tmp_path / "docs/van-ban").mkdir(exist_ok=True)
        shutil.copy(REGISTER, tmp_path / "docs/van-ban/van-ban.csv")
        return read_catalog(tmp_path / "docs", dt.date(2026, 11, 23))

    return read


def test_the_doors_of_the_home_page_lead_to_pages_by_their_titles(catalog):
    view = view_of("index", catalog(), "vi", lambda key: f"{key}/")
    (task,), (role,) = view.tasks, view.roles
    assert (task.title, task.hint, task.is_urgent) == ("Có người nghi bị lừa", "Làm ngay.", True)
    assert [(card.title, card.url) for card in role.pages] == [("Hai", "ky-nang/hai/"), ("Một", "ky-nang/mot/")]


def test_a_door_to_a_page_that_is_not_there_is_told_with_its_line(catalog):
    (problem,) = [
        problem
        for problem in catalog(HOME.format(second="ky-nang/mott.md")).problems
        if problem.code == "lien-quan-khong-co"
    ]
    assert (problem.path, problem.line) == ("docs/index.md", 10)
    assert "ky-nang/mott.md" in problem.message and "ky-nang/mot.md" in problem.fix


def test_a_door_misspelt_is_told(catalog):
    found = catalog(HOME.format(second="ky-nang/mot.md").replace("loi:", "loii:")).problems
    assert [(problem.line, "loi" in problem.fix) for problem in found if problem.path == "docs/index.md"] == [(5, True)]


def test_other_pages_have_no_doors(catalog):
    view = view_of("ky-nang/mot", catalog(), "vi", lambda key: key)
    assert view.tasks == () and view.roles == () and view.section_url == "ky-nang/index"


def test_what_is_no_longer_in_force_is_told_and_stands_last(catalog):
    found = catalog()
    register = found.register
    old = next(document for document in register.documents if register.state(document).status.is_stale)
    valid = next(document for document in register.documents if not register.state(document).status.is_stale)
    lines = view_of("ky-nang/mot", found, "vi", lambda key: key, [old.slug, valid.slug, old.slug]).documents
    assert [line.url for line in lines] == [f"van-ban/{valid.slug}", f"van-ban/{old.slug}"]
    assert lines[1].status == register.state(old).status.value and lines[1].status_text
    assert view_of("ky-nang/mot", found, "en", lambda key: key, ["khong-co"]).documents == ()


@pytest.mark.parametrize(("syllables", "minutes"), [(1, 0), (180, 1), (900, 5)])
def test_the_time_to_read_follows_the_length(catalog, syllables, minutes):
    found = catalog(body="chữ " * syllables)
    assert view_of("ky-nang/mot", found, "vi", lambda key: key).reading_minutes == minutes
    cards = view_of("ky-nang/index", found, "vi", lambda key: key).cards
    assert [card.minutes for card in cards] == [minutes] * 2


def test_a_translated_table_is_listed_with_the_topic_and_date_of_its_original(catalog, tmp_path):
    folder = tmp_path / "docs" / "so-lieu"
    folder.mkdir(parents=True)
    (folder / "a.csv").write_text("nam,so\n2024,1\n2025,2\n", encoding="utf-8")
    (folder / "a.md").write_text(
        '---\ntitle: Một bảng\nngay: 2026-11-24\nnhom: chinh-sach\nso_lieu_den: "2025"\n---\n', encoding="utf-8"
    )
    (folder / "a.en.md").write_text("---\ntitle: A table\nngay: 2026-11-24\n---\n", encoding="utf-8")
    (line,) = view_of("so-lieu/index", catalog(), "en", lambda key: f"{key}/").tables
    assert (line.card.title, line.topic, line.as_of) == ("A table", "Policy", "2025")
