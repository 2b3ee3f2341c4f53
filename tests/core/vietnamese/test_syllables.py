"""The grammar of Vietnamese syllables and the place of the tone mark."""

import pytest
from handbook.vietnamese.syllables import corrections, parse, placed
from handbook.vietnamese.telex import read_telex

GOOD = """khuỷu ngoằn ngoèo giếng gìn gì quý quỳnh quẫy khuya thuở huơ yêu ý kỳ lỵ xoong boong nghiêng nghễnh quốc quyển
khuếch tuếch toẹt giặt hòa thủy hoàn giúp người được trường ngành quắp quít quýt huýt huỵch nguệch xuề xòa ngoáy loăng quăng
giêng giã giùm đặng choèn choẹt toòng teng rượu khướu hươu nghỉu uyển suýt tuýp xoẹt oẳn ngoe nguẩy kẽo kẹt ỉu xìu ưỡn"""
BAD = "đuợc nguời nghành ngiêng truờng cât cat trra quàc kan gẻ nge cê bôông hiêu̇ dấtt vaof mật́"


@pytest.mark.parametrize("word", GOOD.split())
def test_syllables_exist_as_house_style_writes_them(word):
    assert parse(word) and placed(word) == word


@pytest.mark.parametrize("word", BAD.split())
def test_what_cannot_be_read_is_no_syllable(word):
    assert parse(word) is None and placed(word) == word


@pytest.mark.parametrize(
    ("written", "house"),
    [
        ("hoà", "hòa"),
        ("khoẻ", "khỏe"),
        ("thuỷ", "thủy"),
        ("Uỷ", "Ủy"),
        ("tuỳ", "tùy"),
        ("XOÁ", "XÓA"),
        ("hòan", "hoàn"),
        ("qúy", "quý"),
        ("gíup", "giúp"),
        ("ngừơi", "người"),
        ("lũy", "lũy"),
        ("của", "của"),
        ("khúyu", "khuýu"),
        ("gía", "giá"),
    ],
)
def test_the_tone_mark_moves(written, house):
    assert placed(written) == house


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("đuợc", "được"),
        ("nguời", "người"),
        ("nghành", "ngành"),
        ("ngiêng", "nghiêng"),
        ("cât", "cất"),
        ("trra", "tra"),
        ("kan", "can"),
    ],
)
def test_the_usual_slip_is_guessed(wrong, right):
    assert right in corrections(wrong)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vaof", "vào"),
        ("dduowcj", "được"),
        ("dduocwj", "được"),
        ("nguowif", "người"),
        ("hoaf", "hòa"),
        ("thuys", "thúy"),
        ("tieengs", "tiếng"),
        ("Vieetj".lower(), "việt"),
        ("quys", "quý"),
        ("gif", "gì"),
        ("chuwx", "chữ"),
    ],
)
def test_keystrokes_left_by_the_keyboard_are_read(typed, meant):
    assert read_telex(typed) == meant


@pytest.mark.parametrize("word", ["file", "wifi", "chrome", "abc", "vao", "xyz", "str"])
def test_other_words_are_not_taken_for_keystrokes(word):
    assert read_telex(word) == ""
