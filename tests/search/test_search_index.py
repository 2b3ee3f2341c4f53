"""Pages become sections, and sections become an index."""

import json
import unicodedata
from dataclasses import replace

from handbook.glossary import Saying, Situation, Vocabulary
from handbook.search import SearchPage, build_index
from handbook.search.number_coding import encode
from handbook.search.page_sections import Unit, units_of
from read_index import unpacked
from search_tools import WRITTEN, packed_index

HTML = """<p>Mở đầu<sup>1</sup>.</p><nav>bỏ</nav><script>bỏ()</script><svg><title>bỏ</title></svg>
<h2 id="dieu-1">Điều 1. Định danh<a class="headerlink" href="#dieu-1">¶</a></h2><p>Mức <b>hai</b>. <a href="x">Nối</a>tiếp</p>
<div class="goi"><h3 id="nho">Mục nhỏ</h3><ul><li>một</li><li>hai</li></ul></div>sau cùng
<table data-search-exclude><tr><td>bỏ</td></tr></table>
<dl><dt id="otp"><dfn>OTP</dfn></dt><dd>Mật khẩu một lần</dd></dl>"""


def test_sections_have_heading_anchor_and_text_in_order():
    assert units_of(HTML) == [
        Unit("", "", "Mở đầu1."),
        Unit("Điều 1. Định danh", "dieu-1", "Mức hai. Nốitiếp"),
        Unit("Mục nhỏ", "nho", "một hai sau cùng"),
        Unit("OTP", "otp", "Mật khẩu một lần"),
    ]


def test_an_empty_page_is_one_empty_section():
    assert units_of("") == units_of("  \n") == [Unit("", "", "")]


def page(key, **changes):
    record = {
        "url": key + "/",
        "title": "Tên",
        "part": "Kỹ năng số",
        "summary": "",
        "keywords": (),
        "units": (Unit("", "", "chữ"),),
        "names": ((),),
    } | changes
    return SearchPage(key, **record)


def index_of(files):
    return unpacked(json.loads("[" + files["vi.js"].strip().removeprefix("handbookSearch(").removesuffix(")") + "]")[1])


def test_the_files_are_the_index_and_the_text_of_each_part():
    files = build_index([page("ky-nang/b"), page("ky-nang/a"), page("index", url="")], None, "vi")
    assert sorted(files) == ["vi-chung.js", "vi-ky-nang.js", "vi.js"]
    assert [record[0] for record in index_of(files)["pages"]] == ["", "ky-nang/a/", "ky-nang/b/"]
    assert all(content.startswith("handbookSearch(") for content in files.values())


def test_the_order_of_pages_does_not_change_the_index():
    pages = [page(f"ky-nang/{letter}") for letter in "abc"]
    assert build_index(pages, None, "vi") == build_index(reversed(pages), None, "vi")


def test_what_replaces_a_document_is_named_by_its_number_in_the_index():
    old = page("van-ban/cu", status="hết hiệu lực", replaced_by=("van-ban/moi/", "van-ban/khong-co/"))
    records = index_of(build_index([old, page("van-ban/moi")], None, "vi"))["pages"]
    assert records[0][6:] == ["hết hiệu lực", [1]] and len(records[1]) == 6


def test_an_anchor_is_written_only_where_the_heading_does_not_give_it():
    units = (Unit("", "", ""), Unit("Điều 1", "dieu-1", ""), Unit("Điều 1", "dieu-1_1", ""))
    record = index_of(build_index([page("ky-nang/a", units=units, names=((), (), ()))], None, "vi"))["pages"][0]
    assert record[5] == ["", "Điều 1", ["Điều 1", "dieu-1_1"]]


def test_the_text_of_a_large_folder_comes_in_pieces():
    units = (Unit("", "", "chữ " * 3_000),)  # 18,000 bytes
    pages = [page(f"ky-nang/{number:02d}", units=units) for number in range(10)] + [page("so-lieu/a")]
    files = build_index(pages, None, "vi")
    assert sorted(files) == [
        "vi-ky-nang.2.js",
        "vi-ky-nang.3.js",
        "vi-ky-nang.4.js",
        "vi-ky-nang.js",
        "vi-so-lieu.js",
        "vi.js",
    ]
    assert all(len(content.encode()) < 61_000 for name, content in files.items() if name != "vi.js")
    index = index_of(files)
    assert {index["chunks"][record[3]] for record in index["pages"]} == set(index["chunks"])


def test_what_people_ask_and_say_stands_in_the_index_of_their_language():
    vocabulary = Vocabulary(
        (Saying(("mk", "pass"), "mật khẩu", 2),),
        (Situation(("mất máy",), "ky-nang/a", "muc", 2), Situation(("x",), "ky-nang/khong-co", "", 3)),
    )
    units = (Unit("", "", ""), Unit("Mục", "muc", "chữ"))
    pages = [page("ky-nang/a", units=units, names=((), ()))]
    index = index_of(build_index(pages, None, "vi", vocabulary, [("Việc", "ky-nang/a"), ("Thiếu", "ky-nang/khong-co")]))
    assert index["sayings"] == ["mk;pass=mật khẩu"]
    assert index["asked"] == [[0, 1, "mất máy"]]
    assert index["tasks"] == [["Việc", 0]]
    assert index_of({"vi.js": build_index(pages, None, "en", vocabulary)["en.js"]})["asked"] == []
    english = replace(vocabulary, situations=(Situation(("lost phone",), "ky-nang/a", "", 2, "en"),))
    index = index_of({"vi.js": build_index(pages, None, "en", english)["en.js"]})
    assert index["asked"] == [[0, 0, "lost phone"]]


def test_rows_of_one_section_or_one_meaning_are_one_and_stand_in_order():
    vocabulary = Vocabulary(
        (Saying(("sđt",), "số điện thoại", 2), Saying(("mk",), "mật khẩu", 3), Saying(("pass",), "mật khẩu", 4)),
        (
            Situation(("b",), "ky-nang/b", "", 2),
            Situation(("a", "c"), "ky-nang/a", "", 3),
            Situation(("d",), "ky-nang/a", "", 4),
        ),
    )
    pages = [page("ky-nang/a"), page("ky-nang/b")]
    index = index_of(build_index(pages, None, "vi", vocabulary))
    assert index["sayings"] == ["mk;pass=mật khẩu", "sđt=số điện thoại"]
    assert index["asked"] == [[0, 0, "a;c;d"], [1, 0, "b"]]


def test_of_a_word_in_many_sections_only_the_pages_are_listed_and_in_how_many_of_theirs():
    often = tuple(Unit(f"Mục {number}", f"muc-{number}", "hiếm tiền" if not number else "tiền") for number in range(9))
    pages = [page("ky-nang/a", units=often, names=tuple(() for _ in often))]
    pages += [page("ky-nang/b", units=(Unit("", "", "tiền"),)), page("ky-nang/c")]
    index = index_of(build_index(pages, None, "vi"))
    lists = index["postings"]
    assert lists["tiền".replace("ề", "ê") + "\u0300"] == f"{encode([1])}!{encode([0])}"
    assert lists["hiêm\u0301"] == encode([0])


def test_a_summary_is_searched_with_the_first_section_and_printed_by_itself():
    files = build_index([page("ky-nang/a", summary="tóm", units=(Unit("", "", "chữ"),))], None, "vi")
    assert index_of(files)["postings"]["tom\u0301"] == encode([0])
    assert '["tóm","chữ"]' in files["vi-ky-nang.js"]


def test_names_in_running_text_are_pairs_and_the_words_of_a_sentence_are_none():
    units = [
        (Unit("", "", text),) for text in ("Ở Quảng Nam có hội.", "Tỉnh Quảng Nam cũ. Tam Kỳ.", "Quảng Nam và Tam Kỳ.")
    ]
    pages = [page(f"ky-nang/{number}", units=unit) for number, unit in enumerate(units)]
    index = index_of(build_index(pages, None, "vi"))
    assert "quang nam" in index["names"].split(";")
    assert "tam ky" not in index["names"] and "nam co" not in index["names"]


def test_what_says_the_kind_is_no_part_of_a_name():
    pages = [page(f"ky-nang/{number}", units=(Unit("", "", "Về Tỉnh Quảng Nam."),)) for number in range(3)]
    assert index_of(build_index(pages, None, "vi"))["names"] == "quang nam"


def test_texts_come_back_whatever_stands_in_them():
    back = unpacked(packed_index(WRITTEN, ["tiên\u0301", "n\u0301", "xa"]))
    assert back["sayings"] == [unicodedata.normalize("NFC", text) for text in WRITTEN]
    assert {"tiên\u0301", "n\u0301", "xa", "hoa\u0300"} <= set(back["postings"])
