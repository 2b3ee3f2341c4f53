"""Python writes the words of the index, JavaScript those of a query: they must be the same."""

import itertools
import random
import unicodedata

import pytest
from handbook.search.number_coding import encode
from handbook.search.tokens import different_words, exact_words
from handbook.vietnamese.text import fold
from read_index import unpacked
from search_tools import ENGINE, WRITTEN, packed_index

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel, tone in itertools.product(VOWELS, TONES)]
LETTERS += list("bcdđfghjklmnpqrstvwxz0123456789")


# All texts of an index and the exact forms of its words.
READ_TEXTS = """() => {
    handbookWords.readTexts = index => {
        const texts = new handbookWords.Texts(index);
        return {lines: texts.lines.map(line => texts.read(line)), terms: texts.terms.map(form => texts.exact[form])};
    };
}"""


@pytest.fixture(scope="module")
def words(browser):
    page = browser.new_page()
    page.add_script_tag(path=str(ENGINE))
    page.evaluate(READ_TEXTS)
    yield lambda name, *arguments: page.evaluate(
        "([name, list]) => handbookWords[name](...list)", [name, list(arguments)]
    )
    page.close()


@pytest.mark.parametrize(
    "change", [str, str.upper, lambda text: unicodedata.normalize("NFD", text)], ids=["as is", "capitals", "NFD"]
)
def test_every_vietnamese_letter_is_the_same_in_both(words, change):
    text = " ".join(change(f"{letter} th{letter}ng") for letter in LETTERS)
    assert words("exactWords", text) == exact_words(text)
    assert sorted(different_words(text)) == sorted(set(exact_words(text)))
    assert [words("fold", word) for word in exact_words(text)] == [fold(word) for word in exact_words(text)]
    assert all(word.isascii() for word in map(fold, exact_words(text)))


@pytest.mark.parametrize(
    "text",
    [
        "148/2025/QH15",
        "“Luật Căn cước”, (số 26)",
        "13/2023/NĐ-CP",
        "dichvucong.gov.vn",
        "Wi-Fi 5G",
        "ﬁ ÷ × ß",
        "кириллица 日本",
        "",
        "  ",
        "a\u0323\u0302n",
        "1.234.567,89",
    ],
)
def test_all_kinds_of_text_are_cut_alike(words, text):
    assert words("exactWords", text) == exact_words(text)


@pytest.mark.parametrize(
    ("old", "new"), [("hoà", "hòa"), ("thuý", "thúy"), ("khoẻ", "khỏe"), ("uỷ", "ủy"), ("HOÁ", "hóa"), ("xoã", "xõa")]
)
def test_both_tone_placements_are_one_word(words, old, new):
    assert exact_words(old) == exact_words(new)
    assert words("exactWords", old) == words("exactWords", new)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chuyeenr", "chuyen"),
        ("ddooir", "doi"),
        ("soos", "so"),
        ("nghij", "nghi"),
        ("ddien", "dien"),
        ("luwaf", "lua"),
        ("cuwowcs", "cuoc"),
        ("nguwowif", "nguoi"),
        ("truowngf", "truong"),
        ("chuwx", "chu"),
        ("quyeets", "quyet"),
        ("dduwowngf", "duong"),
        ("chuye6n3", "chuyen"),
        ("so61", "so"),
        ("d9ien6", "dien"),
        ("banr", "ban"),
        ("tieesng", "tieng"),
        ("d9a3o", "dao"),
        ("cu7o71c", "cuoc"),
        ("caanw", "can"),
        ("ddoioir", "doi"),
        ("nguo72i", "nguoi"),
        ("khoar", "khoa"),
    ],
)
def test_what_telex_and_vni_leave_is_understood(words, typed, meant):
    assert words("untype", typed) == meant


@pytest.mark.parametrize(
    "numbers", [[], [0], [5], [63], [64], [0, 1, 2, 3], [1, 70, 2000, 1_000_000], list(range(0, 5000, 61))]
)
def test_lists_of_numbers_come_back(words, numbers):
    assert words("decode", encode(numbers)) == numbers


def test_random_lists_of_numbers_come_back(words):
    chance = random.Random(1)
    for size in (10, 100, 1000):
        numbers = sorted(chance.sample(range(20_000), size))
        code = encode(numbers)
        assert words("decode", code) == numbers
        assert not set(code) & set(' "\\')


def test_the_browser_unpacks_the_same_texts_and_the_same_words_in_the_same_order(words):
    index = packed_index(WRITTEN, ["tiên\u0301", "n\u0301", "xa"])
    read, written = words("readTexts", index), unpacked(index)
    assert read["lines"] == written["sayings"]
    assert read["terms"] == list(written["postings"])


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("vneid", "vnied", True),
        ("dao", "dap", True),
        ("deepfak", "deepfake", True),
        ("lua", "lua", False),
        ("lua", "dao", False),
        ("so", "sos", True),
    ],
)
def test_nearness_is_one_letter_or_one_swap(words, one, other, near):
    assert words("isNear", one, other) is near


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("mọi người ơi em hỏi xíu quên mật khẩu giúp với ạ", "quên mật khẩu"),
        ("ca nha oi quen mat khau giup e vs", "quen mat khau"),
        ("tiền thuê nhà", "tiền thuê nhà"),
        ("canh bao viec nhe", "canh bao viec nhe"),
        ("kỹ thuật trồng ổi", "kỹ thuật trồng ổi"),
        ("cho hội phụ nữ vay", "cho hội phụ nữ vay"),
    ],
)
def test_only_how_a_chat_opens_and_closes_is_left_out(words, query, said):
    assert words("withoutManners", exact_words(query)) == exact_words(said)
