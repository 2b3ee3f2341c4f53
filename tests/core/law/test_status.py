"""In force or not, from dates and replacements."""

import datetime as dt

import pytest
from handbook.law.model import State, Status
from handbook.law.words import status_text
from law_rows import NEWER, ROW

OPEN = {**ROW, "tinh_trang": ""}
REPLACED = {**OPEN, "van_ban_thay_the": "356/2025/NĐ-CP"}
DAY = dt.date

CASES = [
    ("in force", OPEN, "2026-11-23", State(Status.IN_FORCE, DAY(2023, 7, 1))),
    ("in force though no day of effect is known", {**OPEN, "ngay_hieu_luc": ""}, "2026-11-23", State(Status.IN_FORCE)),
    ("not yet", OPEN, "2023-06-30", State(Status.NOT_YET, DAY(2023, 7, 1))),
    ("from its first day", OPEN, "2023-07-01", State(Status.IN_FORCE, DAY(2023, 7, 1))),
    ("still in force the day before its replacement", REPLACED, "2025-12-31", State(Status.IN_FORCE, DAY(2023, 7, 1))),
    ("repealed on the first day of its replacement", REPLACED, "2026-01-01", State(Status.REPEALED, DAY(2026, 1, 1))),
    (
        "repealed on the stated day",
        {**REPLACED, "het_hieu_luc": "2026-03-01"},
        "2026-11-23",
        State(Status.REPEALED, DAY(2026, 3, 1)),
    ),
    (
        "repeal still to come",
        {**OPEN, "het_hieu_luc": "2027-03-01"},
        "2026-11-23",
        State(Status.IN_FORCE, DAY(2023, 7, 1)),
    ),
    (
        "programme in its last year",
        {**OPEN, "het_giai_doan": "2026"},
        "2026-12-31",
        State(Status.IN_FORCE, DAY(2023, 7, 1)),
    ),
    ("programme over", {**OPEN, "het_giai_doan": "2025"}, "2026-01-01", State(Status.OVER, DAY(2025, 12, 31))),
    ("stated as unclear", {**OPEN, "tinh_trang": "khong-ro"}, "2026-11-23", State(Status.UNCLEAR)),
    (
        "unclear is no excuse when it is replaced",
        {**REPLACED, "tinh_trang": "khong-ro"},
        "2026-11-23",
        State(Status.REPEALED, DAY(2026, 1, 1)),
    ),
    ("perhaps replaced", {**OPEN, "van_ban_thay_the": "356/2025/NĐ-CP?"}, "2026-11-23", State(Status.UNCLEAR)),
    (
        "perhaps replaced later",
        {**OPEN, "van_ban_thay_the": "356/2025/NĐ-CP?"},
        "2025-11-23",
        State(Status.IN_FORCE, DAY(2023, 7, 1)),
    ),
]


@pytest.mark.parametrize(("row", "as_of", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_status(read, row, as_of, expected):
    newer = {**NEWER, "tinh_trang": "", "ngay_ban_hanh": "2025"}
    register, _ = read(row, newer, as_of=DAY.fromisoformat(as_of))
    assert register.state(register.get("13-2023-nd-cp")) == expected


def test_a_replacement_without_a_day_leaves_it_unclear_until_the_row_says_when(read):
    newer = {**NEWER, "ngay_hieu_luc": ""}
    register, problems = read({**REPLACED, "tinh_trang": "het-hieu-luc"}, newer)
    assert register.state(register.documents[0]).status is Status.UNCLEAR
    assert "het_hieu_luc" in problems[0].fix
    register, problems = read({**REPLACED, "tinh_trang": "het-hieu-luc", "het_hieu_luc": "2026-01-01"}, newer)
    assert problems == () and register.state(register.documents[0]).status is Status.REPEALED


def test_words_for_readers():
    assert [
        status_text(state, "vi")
        for state in (
            State(Status.IN_FORCE, DAY(2023, 7, 1)),
            State(Status.NOT_YET, DAY(2027, 7, 1)),
            State(Status.REPEALED, DAY(2026, 1, 1)),
            State(Status.OVER),
            State(Status.UNCLEAR),
        )
    ] == [
        "còn hiệu lực",
        "chưa có hiệu lực (có hiệu lực từ 01/07/2027)",
        "hết hiệu lực từ 01/01/2026",
        "hết giai đoạn",
        "chưa rõ (cần kiểm tra)",
    ]
    assert status_text(State(Status.REPEALED, DAY(2026, 1, 1)), "en") == "repealed since 1 January 2026"
