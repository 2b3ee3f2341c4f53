"""Written numbers and dates, cell by cell."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from handbook.problem import Problem
from handbook.tables.meaning.repeated_problems import few
from handbook.tables.meaning.written_dates import ImpossibleDate, read_date
from handbook.tables.number_text import date_text, machine_date, number_text, url_parts
from handbook.tables.written_numbers import evidence, fits, from_float, split_number
from handbook.vietnamese.legacy_fonts import from_tcvn3, from_twice_encoded, from_vni
from handbook.vietnamese.syllables import is_syllable

NUMBERS = yaml.safe_load((Path(__file__).parent / "numbers.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", NUMBERS, ids=[case["text"] for case in NUMBERS])
def test_number_texts(case):
    found = split_number(case["text"])
    if case["parts"] is None:
        assert found is None
        return
    parts = [found.prefix, found.low, found.joiner, found.high, found.unit, found.note, found.exact]
    assert parts == case["parts"]
    assert evidence(found.low) == case["sign"]


@pytest.mark.parametrize(
    ("number_format", "good", "bad"),
    [
        ("1.234,5", ["10.599", "1.234.567,8", "65,8", "85"], ["65.8", "1,234.5"]),
        ("1234,5", ["65,8", "1234,567", "85"], ["65.8", "1.234,5", "10.599"]),
        ("1234.5", ["65.8", "10.599", "85"], ["65,8", "1,234.5", "10,599"]),
        ("1,234.5", ["10,599", "1,234,567.8", "65.8"], ["65,8", "1.234,5"]),
    ],
)
def test_declared_formats(number_format, good, bad):
    assert [token for token in good + bad if fits(token, number_format)] == good


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.1 + 0.2, "0.3"), (1e-7, "0.0000001"), (1e15, "1000000000000000"), (18900.0, "18900"), (-17.3, "-17.3")],
)
def test_floats_are_what_excel_shows(value, text):
    assert f"{from_float(value):f}" == text


@pytest.mark.parametrize(
    ("text", "value", "precision", "exact"),
    [
        ("31/12/2025", dt.date(2025, 12, 31), "ngay", True),
        ("1-7-2025", dt.date(2025, 7, 1), "ngay", True),
        ("2025-07-01", dt.date(2025, 7, 1), "ngay", True),
        ("Quý I/2026", dt.date(2026, 1, 1), "quy", True),
        ("Q4/2025", dt.date(2025, 10, 1), "quy", True),
        ("tháng 6/2025", dt.date(2025, 6, 1), "thang", True),
        ("tháng 6 năm 2025", dt.date(2025, 6, 1), "thang", True),
        ("2025-06", dt.date(2025, 6, 1), "thang", True),
        ("2025", dt.date(2025, 1, 1), "nam", True),
        ("năm 2025", dt.date(2025, 1, 1), "nam", True),
        ("giữa 2025", dt.date(2025, 1, 1), "nam", False),
        ("2022-04 (đầu tháng)", dt.date(2022, 4, 1), "thang", False),
        ("12/8/2022-6/10/2022", dt.date(2022, 8, 12), "", False),
        ("2021-2025", dt.date(2021, 1, 1), "", False),
    ],
)
def test_dates(text, value, precision, exact):
    found = read_date(text)
    assert (found.value, found.precision, found.exact) == (value, precision, exact)


@pytest.mark.parametrize("text", ["đề án 06", "(không ghi)", "12", "1/220", "7/7-7/8/2025", ""])
def test_no_dates(text):
    assert read_date(text) is None


@pytest.mark.parametrize("text", ["31/2/2025", "12/31/2025", "2025-13-01", "0/5/2025"])
def test_impossible_dates(text):
    with pytest.raises(ImpossibleDate):
        read_date(text)


def test_shown_in_both_languages():
    assert (
        number_text(Decimal("-1234567.80"), "vi") == "−1.234.567,80"
        and number_text(Decimal("1234.5"), "en") == "1,234.5"
    )
    day = dt.date(2026, 2, 3)
    assert [date_text(day, kind, "vi") for kind in ("ngay", "thang", "quy", "nam")] == [
        "03/02/2026",
        "02/2026",
        "quý I/2026",
        "2026",
    ]
    assert [date_text(day, kind, "en") for kind in ("ngay", "thang", "quy", "nam")] == [
        "3 February 2026",
        "February 2026",
        "Q1 2026",
        "2026",
    ]
    assert [machine_date(day, kind) for kind in ("ngay", "thang", "quy", "nam")] == [
        "2026-02-03",
        "2026-02",
        "2026-Q1",
        "2026",
    ]


def test_addresses_in_text_end_before_punctuation():
    assert url_parts("xem (https://a.vn/b_(c)), https://d.vn.") == [
        ("xem (", False),
        ("https://a.vn/b_(c)", True),
        ("), ", False),
        ("https://d.vn", True),
        (".", False),
    ]


@pytest.mark.parametrize(
    "word",
    ["chuyển", "Nguyễn", "giếng", "gì", "quốc", "Quỳnh", "thuở", "hòa", "hoà", "Đắc", "nghiêng", "khuya", "ngoằng"],
)
def test_vietnamese_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["Vieät", "TØnh", "café", "Köln", "Ã¡", "HĐND", "Đắk", "ngỉa̋"])
def test_other_words(word):
    assert not is_syllable(word)


def test_old_font_encodings():
    assert (
        from_tcvn3("Céng hoµ x· héi chñ nghÜa ViÖt Nam, §µ N½ng, CéNG HOµ")
        == "Cộng hoà xã hội chủ nghĩa Việt Nam, Đà Nẵng, CỘNG HOÀ"
    )
    assert (
        from_vni("TÆNH ÑOÀNG NAI, Bình Döông, ñöôøng soá 3, quyù, Ñaëng, naêm")
        == "TỈNH ĐỒNG NAI, Bình Dương, đường số 3, quý, Đặng, năm"
    )
    assert (
        from_twice_encoded("Tá»‰nh Ä\x90Ã\xa0 Náºµng") == "Tỉnh Đà Nẵng"
        and from_twice_encoded("Tỉnh Đà Nẵng, café") == "Tỉnh Đà Nẵng, café"
    )


def test_the_same_mistake_is_said_a_few_times_then_counted():
    problems = [Problem("a.csv", line, "Sai.", code="so-sai") for line in range(1, 101)] + [
        Problem("a.csv", 5, "Khác.", code="khac")
    ]
    kept = few(problems)
    assert (
        len(kept) == 9
        and kept[7].message == "Sai. (Còn 92 lỗi cùng loại nữa trong tệp.)"
        and kept[8].message == "Khác."
    )
