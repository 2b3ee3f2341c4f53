"""Rules of the engine, each on an index of a few pages."""

import re

import pytest
from handbook.glossary import Glossary
from handbook.glossary.model import Term
from handbook.search import SearchPage, build_index
from handbook.search.page_sections import Unit
from search_tools import ENGINE, Engine

GLOSSARY = Glossary((Term("căn cước", ("CCCD",), ("thẻ căn cước",), "", (), (), 1, "can-cuoc"),))


def page(key, title, text="", heading="", **changes):
    units = [Unit("", "", "" if heading else text), *([Unit(heading, "muc", text)] if heading else [])]
    record = {
        "url": key + "/",
        "title": title,
        "part": "Phần",
        "summary": "",
        "keywords": (),
        "units": tuple(units),
        "names": tuple(() for _ in units),
    } | changes
    return SearchPage(key, **record)


PAGES = (
    page("ky-nang/the", "Làm thẻ căn cước", "Mang giấy tờ tới công an xã.", keywords=("giấy tờ tùy thân",)),
    page(
        "ky-nang/lua-dao",
        "Nhận diện lừa đảo",
        "Cúp máy, đừng chuyển tiền cho người lạ.",
        heading="Tỷ trọng số cuộc gọi",
    ),
    page("so-lieu/a", "Ruộng lúa", "Ruộng lúa ngoài đồng."),
    page("phap-luat/b", "Ruộng lúa", "Ruộng lúa ngoài đồng."),
    page(
        "van-ban/cu", "Nghị định 1/2020/NĐ-CP", status="hết hiệu lực", replaced_by=("van-ban/moi/",), summary="Bản cũ."
    ),
    page("van-ban/moi", "Nghị định 2/2025/NĐ-CP", summary="Bản mới <b>."),
    page("van-ban/7-qd-bo-2024", "Quyết định 7/QĐ-BỘ"),
    page("van-ban/7-qd-bo-2025", "Quyết định 7/QĐ-BỘ"),
    # As a copy to carry away names its files.
    page("van-ban/8-qd-bo-2024", "Quyết định 8/QĐ-BỘ", url="van-ban/8-qd-bo-2024.html"),
    page("van-ban/8-qd-bo-2025", "Quyết định 8/QĐ-BỘ", url="van-ban/8-qd-bo-2025.html"),
)


@pytest.fixture(scope="module")
def search(browser):
    tab = browser.new_page()
    engine = Engine(tab, build_index(PAGES, GLOSSARY, "vi"))
    yield engine.show
    tab.close()


def found(shown):
    return [item[0]["location"] for item in shown["items"]]


def marked(shown):
    return re.findall("<mark>(.*?)</mark>", shown["items"][0][0]["title"])


@pytest.mark.parametrize("query", ["cccd", "làm CCCD", "lam the can cuoc"])
def test_another_name_from_the_glossary_finds_the_page(search, query):
    assert found(search(query)) == ["ky-nang/the/"]


def test_without_the_glossary_it_does_not(browser):
    tab = browser.new_page()
    assert Engine(tab, build_index(PAGES, None, "vi")).answers(["cccd"]) == [[]]
    tab.close()


def test_a_keyword_of_the_front_matter_finds_the_page(search):
    assert found(search("giay to tuy than")) == ["ky-nang/the/"]


def test_names_listed_with_the_glossarys_page_are_synonyms_too(browser):
    forms = GLOSSARY.terms[0].forms
    listed = page("thuat-ngu/index", "Thuật ngữ", "Giấy tờ của công dân.", heading="căn cước", names=((), forms))
    index = build_index([*PAGES, listed], GLOSSARY, "vi")
    assert index["vi.js"].count("CCCD") == 1
    tab = browser.new_page()
    assert ["ky-nang/the/"] in Engine(tab, index).answers(["cccd"])[0]
    tab.close()


def test_of_two_that_answer_alike_the_chapter_comes_before_the_table(search):
    assert found(search("ruộng lúa")) == ["phap-luat/b/", "so-lieu/a/"]


def test_what_replaces_a_repealed_document_stands_first_and_says_what_it_is_about(search):
    new, old = search("nghị định 1/2020")["items"][0]
    assert (new["location"], old["location"]) == ("van-ban/moi/", "van-ban/cu/")
    assert new["text"] == "Bản mới &#60;b&#62;."
    assert "hết hiệu lực" in old["tags"]


@pytest.mark.parametrize("year", ["2024", "2025"])
def test_the_year_of_a_document_may_stand_in_its_address_alone(search, year):
    assert found(search(f"quyết định số 7 năm {year}")) == [f"van-ban/7-qd-bo-{year}/"]
    assert found(search(f"quyết định số 8 năm {year}")) == [f"van-ban/8-qd-bo-{year}.html"]


@pytest.fixture(scope="module")
def english(browser):
    tab = browser.new_page()
    pages = (
        page("en/van-ban/cu", "Nghị định 1/2020/NĐ-CP", status="repealed", replaced_by=("en/van-ban/moi/",)),
        page("en/van-ban/moi", "Nghị định 2/2025/NĐ-CP"),
        page("en/van-ban/luat", "Luật Một 2/2025/QH15"),
        page("en/van-ban/index", "Legal documents", "Which are in force.", url="en/van-ban/"),
    )
    engine = Engine(tab, build_index(pages, GLOSSARY, "en"))
    yield engine.show
    tab.close()


@pytest.mark.parametrize("query", ["1/2020", "decree 1/2020", "Decree No. 1/2020", "nghị định 1/2020", "decree 1"])
def test_a_document_is_found_by_its_number_among_english_pages_too(english, query):
    shown = english(query)
    assert [item["location"] for item in shown["items"][0]] == ["en/van-ban/moi/", "en/van-ban/cu/"]
    assert not shown["notice"]


def test_an_english_name_tells_a_law_from_a_decree(english):
    assert found(english("law 2/2025"))[0] == "en/van-ban/luat/"
    assert found(english("decree 2/2025"))[0] == "en/van-ban/moi/"


@pytest.mark.parametrize(
    ("query", "notice"), [("decree 77/2019", "Decree 77/2019"), ("77/2019", "Number 77/2019"), ("law 77", "Law 77")]
)
def test_what_the_register_lacks_is_named_in_english(english, query, notice):
    assert english(query)["notice"] == notice


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("lua dao", ["lừa đảo"]),
        ("lừa đảo", ["lừa đảo"]),
        ("nhan dien lua dao la gi", ["Nhận diện lừa đảo"]),
        ("nhan dao", ["Nhận", "đảo"]),
    ],
)
def test_the_words_asked_for_are_marked_in_one_stretch_whatever_their_accents(search, query, words):
    assert marked(search(query)) == words


def test_another_name_is_marked_only_as_a_whole(search):
    assert marked(search("cccd")) == ["thẻ căn cước"]


def test_words_that_only_ask_are_marked_beside_their_neighbour_alone(search):
    shown = search("ty trong so lua dao")
    section = next(entry for entry in shown["items"][0] if "#" in entry["location"])
    assert section["title"] == "<mark>Tỷ trọng</mark> số cuộc gọi"


@pytest.mark.parametrize("query", ["", "   ", "…", "!?", "zzqx", "qwrtp", "日本"])
def test_what_is_no_word_of_the_handbook_finds_nothing(search, query):
    assert search(query)["items"] == []


TYPED = (
    page("a/phuong", "Phường mới", "Bà con quen gọi tên cũ."),
    page("a/nhan-hieu", "Nhãn hiệu hàng quê"),
    page("a/nhan-ha", "Nhàn hạ hàng quê"),
    page(
        "a/tien",
        "Chuyển tiền",
        units=(
            Unit("", "", ""),
            Unit(
                "Người quen",
                "nguoi-quen",
                "Chuyển cho người quen, nhầm cũng không sao. Chuyển nhiều lần, nhầm nhiều lần.",
            ),
            Unit("Người lạ", "nguoi-la", "Khi chuyển nhầm thì báo ngân hàng."),
        ),
        names=((), (), ()),
    ),
)


@pytest.fixture(scope="module")
def typed(browser):
    tab = browser.new_page()
    yield Engine(tab, build_index(TYPED, None, "vi")).show
    tab.close()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("fường", "a/phuong/"),  # as chats shorten it
        ("fuog moi", "a/phuong/"),
        ("ph ường", "a/phuong/"),  # cut by a blank
        ("phuowngf mowis", "a/phuong/"),
        ("phưởng mới", "a/phuong/"),  # with accents that no page has
        ("phuonng", "a/phuong/"),
        ("nhản hàng quê", "a/nhan-hieu/"),  # hỏi for ngã
        ("nhàn hàng quê", "a/nhan-ha/"),
    ],
)
def test_slips_and_short_forms_find_what_was_meant(typed, query, first):
    assert found(typed(query))[0] == first


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("ad ơi cho e hỏi chuyển tiền z ạ", "chuyển tiền"),
        ("cac bac oi cho minh hoi ti chuyen tien giup e vs", "chuyen tien"),
        ("mn oi chuyen tien a", "chuyen tien"),
        ("cô chú ơi cháu muốn hỏi chuyển tiền với ạ", "chuyển tiền"),
        ("ban oi tren mang", "ban oi tren mang"),  # guavas may be sold
        ("xem ha", "xem ha"),
        ("cho hoi", "cho hoi"),
    ],
)
def test_how_a_chat_opens_and_closes_is_not_searched(typed, query, said):
    assert found(typed(query)) == found(typed(said))


def test_of_two_sections_the_one_that_has_the_words_side_by_side_is_offered(typed):
    sections = [entry["location"] for entry in typed("chuyển nhầm thì sao")["items"][0][1:]]
    assert sections[0] == "a/tien/#nguoi-la"


def test_scripts_are_plain_so_that_they_run_with_modules_off():
    for path in ENGINE.parent.glob("*.js"):
        assert not re.search(r"^\s*(import|export)\b|\bimport\(", path.read_text("utf-8"), re.MULTILINE), path


# What the lookup of places answers (handbookAnswer of tra-cuu/dia-danh.js), stood in for by its shape.
ANSWER = """([query, sure]) => library.show(query, new Map(), asked => ({title: 'Xã <Lúa>', text: 'nay là Xã B', location: 'dia-phuong/?q=' + asked, sure}))"""


@pytest.fixture(scope="module")
def ask_place(browser):
    tab = browser.new_page()
    named = [page(f"cau-chuyen/{number}", "Chuyện", "Ở Ruộng Lúa.") for number in range(3)]
    pages = [*PAGES, *named, page("dia-phuong", "Tra xã", url="dia-phuong/")]
    engine = Engine(tab, build_index(pages, GLOSSARY, "vi"))
    yield lambda query, sure: engine.page.evaluate(ANSWER, [query, sure])
    tab.close()


def test_a_place_is_answered_first_and_its_text_is_escaped(ask_place):
    shown = ask_place("ruộng lúa", True)
    assert found(shown)[0] == "dia-phuong/?q=ruộng lúa"
    assert shown["items"][0][0]["title"] == "Xã &#60;Lúa&#62;"


def test_a_name_that_may_be_ordinary_words_stands_below_pages_about_them(ask_place):
    assert found(ask_place("ruộng lúa", False))[0] == "phap-luat/b/"
    assert "dia-phuong/?q=ruộng lúa" in found(ask_place("ruộng lúa", False))


def test_the_data_of_places_are_asked_for_only_by_what_may_be_a_place(ask_place, search):
    assert found(ask_place("nhận diện lừa đảo", True))[0] == "ky-nang/lua-dao/"  # not even loaded for it
    assert ask_place("xã bản vược", False)["isPlaceLike"]
    assert not ask_place("nhận diện lừa đảo", False)["isPlaceLike"]
    assert not search("xã bản vược")["isPlaceLike"]  # no lookup on this site
