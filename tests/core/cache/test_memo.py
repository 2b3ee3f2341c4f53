"""Results are used again only while everything they were made from is the same."""

import datetime as dt
import shutil
import sqlite3
from pathlib import Path

import pytest
from handbook.cache import Questions, Recent, Store, fingerprint_of, unpack
from handbook.cache.fingerprint import fingerprint_of_code, fingerprint_of_files
from handbook.cache.last_result import Latest
from handbook.law.page_citations import CitedDocument, PageCitations, citations_as_data, citations_from_data
from handbook.load import read_catalog
from handbook.problem import Problem, Severity
from handbook.site.pages.navigation import SHOWN_WHOLE, nearby


def found(store, key):
    return list(store.find(key))


def test_a_result_is_found_before_and_after_it_is_written(tmp_path):
    store = Store(tmp_path / "cache" / "pages.sqlite")
    store.keep("khoa", "vi", {"html": "<p>Đ</p>"})
    assert found(store, "khoa") == [{"html": "<p>Đ</p>"}] and found(store, "khac") == []
    store.close()
    again = Store(tmp_path / "cache" / "pages.sqlite")
    assert found(again, "khoa") == [{"html": "<p>Đ</p>"}]
    again.keep("khoa", "en", 2)
    again.keep("khoa", "vi", 3)
    again.close()
    assert sorted(found(Store(tmp_path / "cache" / "pages.sqlite"), "khoa")) == [2, 3]


def test_without_a_file_results_live_as_long_as_the_store():
    store = Store()
    store.keep("khoa", "", 1)
    assert found(store, "khoa") == [1] and found(Store(), "khoa") == []


def test_a_damaged_file_is_begun_anew(tmp_path):
    file = tmp_path / "pages.sqlite"
    file.write_bytes(b"SQLite format 3\0 and then nothing sensible" * 50)
    store = Store(file)
    store.keep("khoa", "", 1)
    store.close()
    assert found(Store(file), "khoa") == [1]


def test_a_damaged_result_is_made_anew(tmp_path):
    store = Store(tmp_path / "pages.sqlite")
    store.keep("khoa", "", 1)
    store.close()
    with sqlite3.connect(tmp_path / "pages.sqlite") as file:
        file.execute("UPDATE results SET value = x'00112233'")
    assert found(Store(tmp_path / "pages.sqlite"), "khoa") == []


def test_what_was_of_no_use_for_many_builds_is_forgotten(tmp_path):
    for build in range(40):
        store = Store(tmp_path / "pages.sqlite")
        if build == 0:
            store.keep("dung", "", 1)
            store.keep("khong dung", "", 2)
        assert found(store, "dung") == [1]
        store.close()
    store = Store(tmp_path / "pages.sqlite")
    assert found(store, "dung") == [1] and found(store, "khong dung") == []


def test_a_changed_answer_is_noticed_and_an_unchanged_one_is_not():
    titles = {"mot": "Chương một", "hai": "x" * 500}
    questions = Questions()
    questions.answer_with("title", lambda key: titles[key])
    questions.ask("title", "mot")
    questions.listen()
    assert questions.ask("title", "hai") == questions.ask("title", "hai") == titles["hai"]
    asked = questions.heard()
    assert [entry[:2] for entry in asked] == [["title", ["hai"]]]
    assert questions.all_as_before(asked)
    titles["mot"] = "khác"
    assert questions.all_as_before(asked)
    titles["hai"] += "y"
    assert not questions.all_as_before(asked)
    assert not questions.all_as_before([["không ai biết", [], "1"]])


def test_a_fingerprint_changes_with_each_part_and_with_nothing_else(tmp_path):
    same = fingerprint_of(["a"], {"b": 1, "c": None})
    assert same == fingerprint_of(["a"], {"c": None, "b": 1})
    assert len({same, fingerprint_of(["a", "b"], {"c": 1}), fingerprint_of(["a"], {"b": 2, "c": None})}) == 3
    file = tmp_path / "van-ban.csv"
    none = fingerprint_of_files([file])
    file.write_text("a")
    some = fingerprint_of_files([file])
    file.write_text("b")
    assert len({none, some, fingerprint_of_files([file])}) == 3


def test_the_fingerprint_of_code_follows_every_python_file(tmp_path):
    code = Path(__file__).resolve().parents[3] / "hooks"
    for copy in ("mot", "hai", "ba"):
        shutil.copytree(code, tmp_path / copy, ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "hai" / "handbook" / "labels.py").open("a") as labels:
        labels.write("\n# a change\n")
    (tmp_path / "ba" / "handbook" / "markdown" / "blocks.py").unlink()
    assert fingerprint_of_code(tmp_path / "mot") == fingerprint_of_code(code)
    assert len({fingerprint_of_code(tmp_path / copy) for copy in ("mot", "hai", "ba")}) == 3


def test_citations_survive_being_written_down():
    problem = Problem("docs/a.md", 7, "Sai.", "Sửa.", "van-ban-la", Severity.HINT)
    citations = PageCitations("docs/a.md", (CitedDocument("13-2023-nd-cp", "Điều 8", 7, True, False),), (problem,))
    again = citations_from_data(citations_as_data(citations))
    assert again == citations
    assert [(found.code, found.severity) for found in again.problems] == [("van-ban-la", Severity.HINT)]


@pytest.mark.parametrize(
    ("count", "position", "expected"),
    [
        (SHOWN_WHOLE, 3, range(SHOWN_WHOLE)),
        (500, 250, range(230, 271)),
        (500, 0, range(41)),
        (500, 499, range(459, 500)),
        (500, None, range(41)),
    ],
)
def test_a_long_section_lists_what_is_near_the_page(count, position, expected):
    assert nearby(count, position) == expected
    assert position is None or position in nearby(count, position)


def test_the_latest_result_is_made_again_only_for_another_origin():
    made = []
    latest = Latest()
    for name, origin in (("a", [1]), ("a", [1]), ("b", [1]), ("a", [2]), ("a", [1])):
        assert latest.of(name, origin, lambda name=name, origin=origin: made.append((name, origin)) or origin) == origin
    assert made == [("a", [1]), ("b", [1]), ("a", [2]), ("a", [1])]


def test_the_catalogue_follows_a_changed_table_and_a_changed_page(tmp_path):
    folder = tmp_path / "docs" / "so-lieu"
    folder.mkdir(parents=True)
    page, data = folder / "bang.md", folder / "bang.csv"
    page.write_text("---\ntitle: Bảng\nngay: 2026-01-01\n---\nChữ.\n", encoding="utf-8")
    data.write_text("nam,so\n2025,1\n", encoding="utf-8")

    def read():
        catalog = read_catalog(tmp_path / "docs", dt.date(2026, 1, 1))
        table = catalog.tables["so-lieu/bang"]
        return catalog.article("so-lieu/bang", "vi").body.strip(), len(table.rows), table.columns[1].title

    assert read() == read() == ("Chữ.", 1, "so")
    data.write_text("nam,so\n2025,1\n2026,2\n", encoding="utf-8")
    assert read() == ("Chữ.", 2, "so")
    page.write_text("---\ntitle: Bảng\nngay: 2026-01-01\ncot: {so: {ten: Số người}}\n---\nKhác.\n", encoding="utf-8")
    assert read() == ("Khác.", 2, "Số người")


def test_what_was_kept_can_be_held_packed(tmp_path):
    store = Store(tmp_path / "pages.sqlite")
    kept = store.keep("khoa", "vi", {"html": "<p>Đ</p>"})
    assert kept.value == unpack(kept.packed) == {"html": "<p>Đ</p>"} and kept.variant == "vi"
    assert list(store.variants("khoa")) == [kept]  # before it is written
    store.close()
    assert list(Store(tmp_path / "pages.sqlite").variants("khoa")) == [kept]


def values(found):
    return [kept.value for kept in found]


def test_what_a_preview_used_last_is_at_hand_and_no_longer():
    store, recent = Store(), Recent(remembers=True)
    recent.keep(store, "chung", ("bài", 1), "", "html")
    elsewhere = Store()
    assert values(recent.find(elsewhere, "chung", ("bài", 1))) == ["html"]
    assert list(recent.find(elsewhere, "khác", ("bài", 1))) == list(recent.find(elsewhere, "chung", ("bài", 2))) == []
    recent.end_build()
    assert values(recent.find(elsewhere, "chung", ("bài", 1))) == ["html"]  # used now, so it stays one more build
    recent.end_build()
    recent.end_build()
    assert values(recent.find(elsewhere, "chung", ("bài", 1))) == []
    assert set(values(recent.find(store, "chung", ("bài", 1)))) == {"html"}  # the store has it still


def test_a_build_keeps_nothing_at_hand():
    store, recent = Store(), Recent()
    recent.keep(store, "chung", ("bài",), "", "html")
    assert (
        values(recent.find(store, "chung", ("bài",))) == ["html"]
        and list(recent.find(Store(), "chung", ("bài",))) == []
    )
