"""The questions of all pages as data for the site, and as an Anki deck that keeps its ids."""

import datetime as dt
import json
import sqlite3
import zipfile

import pytest
from handbook.kit.question import COMPETENCES as CLOSED_LIST
from handbook.load import read_catalog
from handbook.quiz import anchor_of, pages_of, questions_of, script_of
from handbook.quiz.anki import deck
from handbook.quiz.names import COMPETENCES

AS_OF = dt.date(2026, 11, 30)
QUESTION = "/// cau-hoi | {title}\nid: {id}\nnang_luc: {group}\n- [ ] Đọc **mã**\n- [x] Tắt máy </script>\ngiai-thich: Vì thế.\n{more}///\n\n"
WHEN = 1_796_000_000.0


@pytest.fixture
def catalog(tmp_path):
    pages = {
        "ky-nang/a.md": "---\ntitle: A\nngay: 2026-11-24\nthu_tu: 10\n---\n"
        + QUESTION.format(title="Một?", id="b-1", group="an-toan", more="")
        + QUESTION.format(title="Hai?", id="a-1", group="kien-thuc-chung", more="xem: ky-nang/a.md#dau\n")
        + QUESTION.format(title="Hỏng?", id="c-1", group="khong-co", more=""),
        "tap-huan/buoi-1.md": "---\ntitle: Buổi 1\nngay: 2026-11-24\nthu_tu: 10\ncan_in: [b-1]\n---\nChữ.\n",
    }
    for uri, text in pages.items():
        path = tmp_path / "docs" / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_catalog(tmp_path / "docs", AS_OF)


def test_every_group_has_a_name():
    assert tuple(COMPETENCES) == CLOSED_LIST


def test_questions_stand_by_group_and_know_their_lessons(catalog):
    asked = questions_of(catalog, "vi")
    assert [(one.question.id, one.lessons) for one in asked] == [
        ("a-1", ()),
        ("b-1", ("Buổi 1",)),
    ]  # a wrong one is left out
    assert questions_of(catalog, "en") == ()
    # One says that it is about the chapter, the other stands there and is asked in a lesson.
    assert pages_of(asked) == (("ky-nang/a", "A", 2), ("tap-huan/buoi-1", "Buổi 1", 1))


def test_the_script_holds_plain_json(catalog):
    text = script_of(questions_of(catalog, "vi"), lambda key: f"{key}/")
    assert "</script" not in text
    rows = json.loads(text.removeprefix("window.camNangCauHoi=").rstrip(";\n"))
    assert rows[0]["p"] == "ky-nang/a/#dau" and rows[1]["p"] == "ky-nang/a/" and rows[1]["b"] == ["Buổi 1"]
    assert {row["c"] for row in rows} == {anchor_of("ky-nang/a")} == {"bai-ky-nang-a"}
    assert rows[0]["o"] == ["Đọc mã", "Tắt máy </script>"] and rows[0]["r"] == 1 and rows[0]["n"] == "Kiến thức chung"


def notes(packed, folder):
    (folder / "x.apkg").write_bytes(packed)
    with zipfile.ZipFile(folder / "x.apkg") as archive:
        archive.extract("collection.anki2", folder)
    connection = sqlite3.connect(folder / "collection.anki2")
    try:
        return connection.execute("select guid, mid, flds, tags from notes order by guid").fetchall()
    finally:
        connection.close()


def test_a_deck_is_the_same_each_time_and_keeps_ids_when_words_change(catalog, tmp_path):
    asked = questions_of(catalog, "vi")
    first = deck(asked, "Thử", "https://vi.du/", WHEN)
    assert first == deck(asked, "Thử", "https://vi.du/", WHEN)
    rows = notes(first, tmp_path)
    assert len(rows) == 2 and {row[3].strip() for row in rows} == {"an-toan", "kien-thuc-chung"}
    assert any("Tắt máy &lt;/script&gt;" in row[2] and "<b>mã</b>" in row[2] for row in rows)
    page = tmp_path / "docs" / "ky-nang" / "a.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Vì thế.", "Vì điều khác."), encoding="utf-8")
    changed = questions_of(read_catalog(tmp_path / "docs", AS_OF), "vi")
    later = notes(deck(changed, "Thử", "https://vi.du/", WHEN + 1e6), tmp_path)
    assert [row[:2] for row in later] == [row[:2] for row in rows] and later[0][2] != rows[0][2]
