"""Vietnamese as it is said, and how long that takes."""

import pytest
from handbook.kit.kinds import blocks_in
from handbook.kit.spoken import number_words, seconds, spoken, syllables


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (55, "năm mươi lăm"),
        (101, "một trăm linh một"),
        (110, "một trăm mười"),
        (1105, "một nghìn một trăm linh năm"),
        (2026, "hai nghìn không trăm hai mươi sáu"),
        (1_000_000, "một triệu"),
        (8_500_000, "tám triệu năm trăm nghìn"),
        (6_000_000_000_000, "sáu nghìn tỷ"),
    ],
)
def test_numbers(number, said):
    assert number_words(number) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Gọi 156 để báo.", "Gọi một năm sáu để báo."),
        ("Có 156 người.", "Có một trăm năm mươi sáu người."),
        ("mã 012345", "mã không một hai ba bốn năm"),
        ("ngày 24/11/2026", "ngày hai mươi bốn tháng mười một năm hai nghìn không trăm hai mươi sáu"),
        ("ngày 01/4", "ngày mùng một tháng tư"),
        ("32,12% nạn nhân", "ba mươi hai phẩy mười hai phần trăm nạn nhân"),
        ("mất 8.500.000 đồng", "mất tám triệu năm trăm nghìn đồng"),
        ("mã OTP của VNeID", "mã ô tê pê của vi en i ai đi"),
    ],
)
def test_what_is_written_is_said(written, said):
    assert spoken(written) == (said, ())


def test_an_abbreviation_that_nobody_knows_is_told_and_a_script_can_say_how():
    assert spoken("Gọi VNPT và SHB")[1] == ("VNPT", "SHB")
    assert spoken("Gọi VNPT", {"VNPT": "vê en pê tê"}) == ("Gọi vê en pê tê", ())
    assert spoken("CHÚ Ý BÀ CON")[1] == ()


def test_seconds_follow_from_syllables_and_more_than_a_minute_is_refused():
    assert syllables("một nghìn – hai-ba, bốn") == 5
    assert [seconds(count) for count in (0, 1, 7, 210, 211)] == [0, 1, 2, 60, 61]
    script = "/// bai-loa | Loa\nid: loa\n\n{}\n///"
    [fits] = blocks_in(script.format("con " * 210))
    [long] = blocks_in(script.format("con " * 211))
    assert not fits.problems and "quá 60 giây" in long.problems[0].message
