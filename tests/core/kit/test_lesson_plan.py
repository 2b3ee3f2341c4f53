"""A lesson's pack covers each minute of its plan: what is planned, linked and named is ordered, or it is told."""

import datetime as dt

import pytest
from handbook.kit.named_things import things_listed, things_named
from handbook.load import read_catalog

AS_OF = dt.date(2026, 11, 30)
BLOCKS = """---
title: Khối
ngay: 2026-11-24
---

/// the-cat | Mười hai thẻ lừa
id: the-lua
- A | B
- C | D
- E | F
///

/// so-do | Giờ đầu sau khi bị lừa
id: gio-dau
- Dừng.
- Gọi.
///

/// bieu-mau | Sổ ruộng năm cột
id: so-ruong
viet: Ghi | 3
///

/// to-in | Bốn câu hỏi
id: to-bon-cau-hoi
kho: a5
cau: Dừng.
///
"""
LESSON = """---
title: Buổi 1
ngay: 2026-11-24
thu_tu: 10
can_in: [{can_in}]
---

## Thời gian và chuẩn bị

- **Thời gian:** 20 phút.
- **In:** gói in của buổi này: {listed}. Thêm bì thư.

## Diễn biến

| Phút | Việc của người hướng dẫn | Việc của người học |
|---|---|---|
| {first} | {does} | Nghe |
| {second} | Chia nhóm | Kể |

## Thẻ ba phút

1. Chào.

## Bản 30 phút

| Phút | Làm gì | Cầm tờ nào |
|---|---|---|
| 0–30 | Chơi | {held} |

{more}
"""
RIGHT = {
    "can_in": "the-lua, gio-dau, so-ruong, to-bon-cau-hoi", "listed": "ba thẻ lừa; trang sổ ruộng", "first": "0–10",
    "second": "10–20", "does": "Phát thẻ lừa, treo tờ bốn câu hỏi", "held": "Thẻ lừa, sơ đồ giờ đầu", "more": "",
}  # fmt: skip


@pytest.fixture
def problems_of(tmp_path):
    def read(**changes):
        for name, text in (("chuyen-de/khoi.md", BLOCKS), ("tap-huan/buoi.md", LESSON.format(**{**RIGHT, **changes}))):
            path = tmp_path / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return [p for p in read_catalog(tmp_path / "docs", AS_OF).problems if p.code.startswith("buoi-")]

    return read


def test_a_plan_whose_pack_holds_everything_is_right(problems_of):
    assert problems_of() == []


@pytest.mark.parametrize(
    ("changes", "line", "says"),
    [
        # What the minutes name, in each place where things are named.
        ({"can_in": "gio-dau, so-ruong, to-bon-cau-hoi"}, 17, "Thêm the-lua vào can_in"),
        ({"can_in": "the-lua, gio-dau, so-ruong"}, 17, "Thêm to-bon-cau-hoi vào can_in"),
        ({"can_in": "the-lua, so-ruong, to-bon-cau-hoi"}, 28, "Thêm gio-dau vào can_in"),
        ({"can_in": "the-lua, gio-dau, to-bon-cau-hoi"}, 11, "Thêm so-ruong vào can_in"),
        ({"does": "Phát thẻ “Ai gọi?”"}, 17, "“thẻ Ai gọi?”"),
        ({"does": "Phát phiếu cam kết"}, 17, "“phiếu cam kết”"),
        ({"held": "Tờ hai lớp"}, 28, "Tờ hai lớp"),
        ({"held": "Năm thẻ"}, 28, "đủ 5 cái"),  # there are three
        ({"listed": "bảy thẻ lừa"}, 11, "bảy thẻ lừa"),
        # What the text leads to: on paper a link leads nowhere.
        ({"can_in": "the-lua, so-ruong, to-bon-cau-hoi", "held": "", "more": "Xem [sơ đồ](../chuyen-de/khoi.md#gio-dau)."},
         30, "Thêm gio-dau vào can_in"),
        # Minutes.
        ({"first": "0–8"}, 18, "đang ở phút 8"),
        ({"first": "0–12"}, 18, "đang ở phút 12"),
        ({"second": "10–25"}, 18, "buổi dài 20 phút"),
        ({"second": "10–10"}, 18, "kết thúc trước khi bắt đầu"),
    ],
)  # fmt: skip
def test_what_is_asked_for_and_not_there_is_told_at_its_line(problems_of, changes, line, says):
    found = problems_of(**changes)
    assert (line, True) in [(one.line, says in f"{one.message} {one.fix}") for one in found], [
        str(one) for one in found
    ]


OFFLINE = "## Khi không có mạng\n\n{}"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        # A page is not at hand where there is no network; a block of the pack is.
        ({"does": "Kể theo [chương lừa đảo](../ky-nang/lua-dao.md)"}, "dẫn tới trang “chương lừa đảo”"),
        ({"does": "Kể theo [mục ấy](../ky-nang/lua-dao.md#ke-chuyen)"}, "dẫn tới trang “mục ấy”"),
        ({"does": "Phát [sơ đồ](../chuyen-de/khoi.md#gio-dau)"}, ""),
        # What is counted must be told: on a sheet, in the plan, or there and then.
        ({"does": "Soát tám câu"}, "nhắc “tám câu”"),
        ({"does": "Đọc bốn câu"}, ""),
        ({"does": "Soát hai câu: ai nói, ở đâu"}, ""),
        ({"does": "Nhắc ba điều", "more": "Ba điều là chậm, hỏi, kể."}, ""),
        # A minute at a phone has a minute on paper.
        ({"does": "Làm mẫu trên máy mình"}, "Viết ở mục ấy: **Phút 0–10:**"),
        ({"does": "Làm mẫu trên máy mình", "more": OFFLINE.format("**Phút 10–20:** xếp thẻ.")}, "**Phút 0–10:**"),
        ({"does": "Làm mẫu trên máy mình", "more": OFFLINE.format("- **Phút 0–10:** chỉ trên giấy.")}, ""),
        ({"does": "Từng đôi quét mã", "more": OFFLINE.format("**Phút 10–20, 0–10:** mã giấy.")}, ""),
        ({"does": "Bấm giờ ba lượt, tắt máy"}, ""),
    ],
)  # fmt: skip
def test_each_minute_can_be_taught_without_a_network(problems_of, changes, says):
    found = [one for one in problems_of(**changes) if one.code == "buoi-khong-mang"]
    assert [(one.line, says in f"{one.message} {one.fix}") for one in found] == ([(17, True)] if says else [])


def test_a_goal_counts_only_what_is_told(problems_of):
    goals = {"more": "## Mục tiêu\n\n- nói được ba câu nâng đỡ;"}
    assert [one.line for one in problems_of(**goals)] == [32]
    goals["more"] += "\n\n## Thực hành\n\nBa câu: cảm ơn, chậm lại, cùng đi."
    assert problems_of(**goals) == []


def test_a_lesson_with_a_pack_has_its_short_forms(problems_of, tmp_path):
    text = LESSON.replace("## Thẻ ba phút\n\n1. Chào.\n", "").format(**RIGHT)
    problems_of()
    (tmp_path / "docs/tap-huan/buoi.md").write_text(text, encoding="utf-8")
    found = read_catalog(tmp_path / "docs", AS_OF).problems
    assert [one.message for one in found if one.code == "buoi-phut"] == ["Buổi có bộ in mà thiếu mục “Thẻ ba phút”."]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Phát thẻ “Việc của ai?”, bấm giờ", ["thẻ Việc của ai?"]),
        ("Chia thẻ lừa, ba người một nhóm", ["thẻ lừa"]),
        ("Rải mười sáu mẩu dữ liệu", ["mẩu dữ liệu"]),
        ("Treo tờ tuổi và mức, rút bốn thẻ tuổi", ["thẻ tuổi", "tờ tuổi"]),
        # Things that are no sheets of a pack.
        ("Chỉ số sau thẻ, mở thẻ, cầm thẻ căn cước gắn chip, thẻ bảo hiểm y tế", []),
        ("Viết ra giấy, chụp tờ MẪU", []),
        ("Nhìn [thẻ](bo-the-1.md#the-ket)", []),  # its link is checked
    ],
)
def test_things_of_paper_are_told_from_others(text, named):
    assert sorted(thing.text for thing in things_named(text)) == sorted(named)


def test_each_item_of_a_list_is_a_thing(problems_of):
    found = [
        thing.text for thing in things_listed("mười thẻ lừa, hai bộ; tờ chín điều và bản cam kết, mỗi người một tờ")
    ]
    assert found == ["mười thẻ lừa", "tờ chín điều", "bản cam kết"]
