"""What shows only when all pages are read together: names, orders of lessons, dates, targets."""

import datetime as dt

import pytest
from handbook.load import read_catalog
from handbook.problem import Severity

AS_OF = dt.date(2026, 11, 30)
HEAD = "---\ntitle: Bài\nngay: 2026-11-24\n---\n"
LESSON = "---\ntitle: Buổi 1\nngay: 2026-11-24\nthu_tu: 10\n{}---\nChữ.\n"
LEAFLET = "/// to-in | Tờ\nid: to\nkho: a5\ncau: A.\nso: 156 | Báo\nchu_so_huu: Cơ quan A\nkiem_tra: {}\n///\n"
LOA = "/// bai-loa | Loa\nid: {}\n\n{}\n///\n"


@pytest.fixture
def kit_problems(tmp_path):
    def read(**files):
        for name, text in files.items():
            folder = {"buoi": "tap-huan"}.get(name, "chuyen-de")
            path = tmp_path / "docs" / folder / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text if text.startswith("---") else HEAD + text, encoding="utf-8")
        return [p for p in read_catalog(tmp_path / "docs", AS_OF).problems if p.code.startswith("kit-")]

    return read


def test_an_id_is_used_once_in_the_whole_handbook(kit_problems):
    card = "/// the-cat | Thẻ\nid: the\n- A | B\n///\n"
    assert not kit_problems(mot=card, hai=card.replace("id: the", "id: the-hai"))
    [problem] = kit_problems(mot=card, hai=card)
    assert "đã dùng ở docs/chuyen-de/hai.md:5" in problem.message and problem.path == "docs/chuyen-de/mot.md"


def test_only_the_first_screen_of_a_sequence_has_an_id(kit_problems):
    screen = "/// man-hinh | A\n{}chu: B\n///\n\n"
    assert not kit_problems(mot=screen.format("id: a\n") + screen.format(""))
    [problem] = kit_problems(mot=screen.format("") + screen.format("id: a\n"))
    assert problem.line == 9 and problem.code == "kit-chuoi"


@pytest.mark.parametrize(("checked", "is_refused"), [("2025-11-29", False), ("2025-11-28", True), ("2026-12-01", True)])
def test_a_number_is_refused_twelve_months_after_its_check(kit_problems, checked, is_refused):
    problems = kit_problems(mot=LEAFLET.format(checked))
    assert [problem.code for problem in problems] == ["kit-so-cu"] * is_refused
    assert all(problem.severity is Severity.ERROR for problem in problems)


def test_what_has_run_out_is_told_and_may_still_be_previewed(kit_problems):
    assert not kit_problems(mot=LOA.format("loa\nhet_han: 2026-11-30", "Chữ."))
    [problem] = kit_problems(mot=LOA.format("loa\nhet_han: 2026-11-29", "Chữ."))
    assert problem.severity is Severity.INCOMPLETE and "29/11/2026" in problem.message


def test_a_page_or_leaflet_that_a_block_names_must_exist(kit_problems):
    question = (
        "/// cau-hoi | Gì?\nid: c\nnang_luc: an-toan\n- [x] A\n- [ ] B\ngiai-thich: C.\nxem: chuyen-de/{}.md\n///\n"
    )
    assert not kit_problems(mot=question.format("mot"))
    [problem] = kit_problems(mot=question.format("mott"))
    assert "chuyen-de/mot.md" in problem.fix
    post = "/// bai-dang | A\nid: b\nkenh: zalo\nanh: to\n\nChữ.\n///\n"
    assert not kit_problems(mot=post + "\n" + LEAFLET.format("2026-11-24"))
    [problem] = kit_problems(mot=post)
    assert problem.code == "kit-khong-co" and "kit-khong-co" and "to-in có id: to" in problem.fix


def test_a_block_of_a_strange_name_is_told(kit_problems):
    assert not kit_problems(mot="/// the-viec | A\n1. B\n///\n\n```\n/// la\n///\n```\n")
    [problem] = kit_problems(mot="/// man_hinh | A\nchu: B\n///\n")
    assert problem.line == 5 and "/// man-hinh?" in problem.fix


def test_what_a_lesson_orders_must_exist(kit_problems):
    page = LEAFLET.format("2026-11-24") + "\n" + LOA.format("loa", "Chữ.")
    assert not kit_problems(mot=page, buoi=LESSON.format("can_in: [to]\n"))
    [problem] = kit_problems(mot=page, buoi=LESSON.format("can_in:\n  - to\n  - too\n"))
    assert problem.path == "docs/tap-huan/buoi.md" and problem.line == 7 and "“to”" in problem.fix
    [problem] = kit_problems(mot=page, buoi=LESSON.format("can_in: [loa]\n"))
    assert "là khối bai-loa" in problem.message


def test_reminders_have_a_short_script_or_a_post_each(kit_problems):
    page = LEAFLET.format("2026-11-24") + "\n" + LOA.format("loa", "Chữ.") + "\n" + LOA.format("dai", "con " * 120)
    reminders = "nhac_lai:\n  tuan_2: [loa]\n  thang_1: [loa, to]\n  thang_3: [{}]\n"
    assert not kit_problems(mot=page, buoi=LESSON.format(reminders.format("loa")))
    [problem] = kit_problems(mot=page, buoi=LESSON.format(reminders.format("to")))
    assert "thang_3 chưa có bài loa" in problem.message and problem.line == 8
    [problem] = kit_problems(mot=page, buoi=LESSON.format(reminders.format("dai")))
    assert "35 giây" in problem.message


def test_a_link_may_lead_to_a_block(tmp_path):
    page = tmp_path / "docs" / "chuyen-de" / "mot.md"
    page.parent.mkdir(parents=True)
    page.write_text(HEAD + LEAFLET.format("2026-11-24") + "\n[tờ](#to) [sai](#khong-co)\n", encoding="utf-8")
    found = [p for p in read_catalog(tmp_path / "docs", AS_OF).problems if p.code == "lien-ket-muc"]
    assert len(found) == 1 and "#khong-co" in found[0].message
