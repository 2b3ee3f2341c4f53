"""Where a line may break."""

import pytest
from handbook.book.html_tree.unbreakable_spaces import NBSP, joints, keep_together, pieces


@pytest.mark.parametrize(
    "text",
    [
        "Điều~8",
        "khoản~2 Điều~13",
        "điểm~a khoản~1",
        "10.599~xã",
        "1,2~triệu~đồng",
        "300.000~đồng",
        "năm~2025",
        "ngày~24/11/2026",
        "tháng~3/2026",
        "Nghị định~69/2024/NĐ-CP",
        "18~tuổi",
        "50~%",
        "Article~8",
        "120~minutes",
        "chỉ hai chữ",
        "xã phường",
        "5 con gà",
        "Điều này",
        "điểm mạnh",
    ],
)
def test_spaces_that_may_not_break(text):
    assert keep_together(text.replace("~", " ")) == text.replace("~", NBSP)


@pytest.mark.parametrize("text", ["Điều 8, 10.599 xã của Nghị định 69/2024/NĐ-CP", "a  b\u00a0c", ""])
def test_only_spaces_change(text):
    assert keep_together(text).replace(NBSP, " ") == text.replace(NBSP, " ")
    assert "".join(piece for piece, _ in pieces(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghị định 69/2024/NĐ-CP nói", [("Nghị định ", "plain"), ("69/2024/NĐ-CP", "firm"), (" nói", "plain")]),
        ("57-NQ/TW", [("57-NQ/TW", "firm")]),
        ("ngày 24/11/2026", [("ngày 24/11/2026", "plain")]),
        ("xem thoibaotaichinhvietnam.vn", [("xem ", "plain"), ("thoibaotaichinhvietnam.vn", "long")]),
    ],
)
def test_pieces(text, expected):
    assert list(pieces(text)) == expected


def test_a_long_word_may_break_after_marks():
    assert joints("https://a.vn/b-c?d=1") == ["https://", "a.", "vn/", "b-", "c?", "d=", "1"]
    assert "".join(joints("x" * 50)) == "x" * 50
    assert joints("500.000–1.000.000") == ["500.000–", "1.000.000"]
