"""Pages of places in a real build: a table dropped in is on all of them, and leaves no trace when it goes;
the box answers above a phone's keyboard."""

import gzip
import shutil

import pytest
from browsing import serving
from support import ROOT, TINY, make_site, pdf_text

KEYBOARD = {"width": 360, "height": 440}
# Typed without accents; who answers. From the handbook's own table.
OLD_NAMES = {
    "ban phiet": "Phường Lào Cai",
    "bui huu nghia": "Phường Cái Khế",
    "xa ban vuoc": "Xã Bát Xát",
    "thi tran bat xat": "Xã Bát Xát",
    "tan bac": "Xã Tân Trịnh",
    "thi tran thinh vuong": "Xã Gia Viễn",
    "xuan lap lam binh": "Xã Lâm Bình",
    "phuoc thang ninh thuan": "Xã Bác Ái",
    "viet tien ha tinh": "Xã Việt Xuyên",
    "hoang tung": "Phường Thục Phán",
    "thuy thanh hue": "Phường Thanh Thủy",
    "giao phong": "Xã Giao Ninh",
    "chau lang": "Xã Tri Tôn",
    "phuoc dong can duoc": "Xã Tân Lân",
    "truong dong tay ninh": "Phường Long Hoa",
    "dinh long thanh hoa": "Xã Yên Định",
    "thi tran lang chanh": "Xã Linh Sơn",
    "son lien": "Xã Sơn Tây Thượng",
    "tan thuan tay": "Phường Cao Lãnh",
    "phong nam binh thuan": "Phường Bình Thuận",
    "phu trinh": "Phường Phan Thiết",
    "kinh cung": "Xã Hòa An",
    "thi tran duc phong": "Xã Bù Đăng",
    "ia kreng": "Xã Ia Ly",
    "ea rbin": "Xã Nam Ka",
    "an minh bac": "Xã U Minh Thượng",
    "ta phin lai chau": "Xã Sìn Hồ",
    "vang dan": "Xã Nà Bủng",
    "hoa dong dak lak": "Xã Ea Knuếc",
    "tan thanh huong hoa": "Xã Lao Bảo",
}


@pytest.fixture(scope="module")
def docs(tmp_path_factory):
    docs = shutil.copytree(TINY, tmp_path_factory.mktemp("docs") / "docs")
    for name in ("don-vi-hanh-chinh-34-tinh", "xa-moi-tu-xa-cu"):
        for suffix in (".csv", ".md"):
            shutil.copy(ROOT / "docs" / "so-lieu" / (name + suffix), docs / "so-lieu")
    for page in ("so-lieu/don-vi-hanh-chinh-34-tinh.md", "so-lieu/xa-moi-tu-xa-cu.md"):
        text = (docs / page).read_text("utf-8")
        (docs / page).write_text(
            "\n".join(line for line in text.splitlines() if not line.startswith("lien_quan")), "utf-8"
        )
    register = docs / "so-lieu" / "don-vi-hanh-chinh-34-tinh.md"
    text = register.read_text("utf-8").replace(" ở [bảng xã cũ và xã mới](xa-moi-tu-xa-cu.md)", "")
    register.write_text(text, "utf-8")
    return docs


@pytest.fixture(scope="module")
def site(docs, tmp_path_factory):
    site = make_site(tmp_path_factory.mktemp("site") / "project", docs)
    site.environment = {"HANDBOOK_BOOK": "false"}
    assert site.build() == 0, site.log[-3000:]
    return site


@pytest.fixture(scope="module")
def address(site):
    with serving(site.out) as address:
        yield address


def text_of(site):
    """Every file that a reader may get, without the names that hold a hash."""
    return {
        path.relative_to(site.out).as_posix(): path.read_bytes()
        for path in sorted(site.out.rglob("*"))
        if path.is_file() and path.suffix in (".html", ".js", ".csv", ".json", ".pdf")
    }


def test_a_table_dropped_in_is_on_every_page_and_leaves_no_trace(docs, tmp_path):
    site = make_site(tmp_path / "project", docs)
    site.environment = {"HANDBOOK_BOOK": "all", "HANDBOOK_ENGLISH": "false"}
    assert site.build() == 0, site.log[-3000:]
    before = text_of(site)
    names = (site.docs / "so-lieu" / "don-vi-hanh-chinh-34-tinh.csv").read_text("utf-8-sig").splitlines()[1:]
    rows = "".join(f"{line.split(',')[1]},{7000 + number}\n" for number, line in enumerate(names))
    site.write("so-lieu/den-duong.csv", f"tinh,so_den\n{rows}")
    assert site.build(strict=False) == 0
    pages = list(site.out.glob("dia-phuong/*/index.html"))
    assert len(pages) == 34 and all("Den duong" in page.read_text("utf-8") for page in pages)
    assert "7.019" in site.html("dia-phuong/lao-cai") and "Den duong" in site.html("so-lieu")
    assert "7.019" in pdf_text(site.out / "tai-ve" / "dia-phuong" / "lao-cai.pdf")
    changed = {name for name, content in text_of(site).items() if before.get(name) != content}
    chapters = [name for name in changed if name.startswith("tai-ve/dia-phuong/")]
    assert len(chapters) == 68 and len([name for name in chapters if name.endswith("-chu-to.pdf")]) == 34
    (site.docs / "so-lieu" / "den-duong.csv").unlink()
    assert site.build() == 0, site.log[-3000:]
    assert text_of(site) == before


def test_what_an_editor_writes_joins_the_page(docs, tmp_path):
    site = make_site(tmp_path / "project", docs)
    site.environment = {"HANDBOOK_BOOK": "false"}
    site.write(
        "dia-phuong/lao-cai.md", "---\ntom_tat: Tỉnh ở thượng nguồn.\n---\n\n## Gọi ai ở tỉnh?\n\nHỏi tổ ở xã.\n"
    )
    assert site.build() == 0, site.log[-3000:]
    html = site.html("dia-phuong/lao-cai")
    assert (
        "Gọi ai ở tỉnh?" in html and "Tỉnh ở thượng nguồn." in html and "Mã tỉnh" in html and "<h1>Lào Cai</h1>" in html
    )
    assert "Gọi ai ở tỉnh?" not in site.html("dia-phuong/yen-bai".replace("yen-bai", "son-la"))


def test_both_languages_and_the_sitemap_have_the_pages(site):
    sitemap = (site.out / "sitemap.xml").read_text("utf-8")
    assert "/dia-phuong/lao-cai/" in sitemap and "/en/dia-phuong/lao-cai/" in sitemap
    english = site.html("en/dia-phuong/dong-nai")
    assert "Province code" in english and "From 30 April 2026: Đồng Nai City, with 62 communes, 33 wards" in english
    assert "Đồng Nai Province" not in english and "Đak Lua Commune" in english


def test_the_data_are_small_and_come_only_when_asked(site, address, browser):
    assert len(gzip.compress((site.out / "tra-cuu" / "dia-danh.js").read_bytes(), 9)) <= 60_000
    page = browser.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "dia-phuong/")
    assert not [url for url in asked if "dia-danh" in url]
    page.locator(".tra-cuu input").focus()
    page.wait_for_function("() => Boolean(window.handbookPlaces)")
    assert [url for url in asked if "dia-danh" in url]
    page.close()


@pytest.fixture(scope="module")
def phone(browser, address):
    page = browser.new_page(viewport=KEYBOARD)
    page.goto(address + "dia-phuong/")
    yield page
    page.close()


@pytest.mark.parametrize("typed", OLD_NAMES)
def test_an_old_name_is_answered_in_sight_above_the_keyboard(phone, typed):
    box = phone.locator(".tra-cuu input")
    box.click()
    box.fill(typed)
    first = phone.locator(".tra-cuu-kq > li").first
    first.wait_for()
    assert OLD_NAMES[typed] in first.inner_text()
    place = first.bounding_box()
    assert place["y"] >= 0 and place["y"] + place["height"] <= KEYBOARD["height"]
    assert first.locator("mark").count() == 1


def test_every_new_unit_of_a_divided_one_is_told(phone):
    phone.locator(".tra-cuu input").fill("phường bùi hữu nghĩa")
    first = phone.locator(".tra-cuu-kq > li").first
    assert {"Phường Bình Thủy", "Phường Cái Khế"} == set(first.locator("ul strong").all_inner_texts())
    assert "phần còn lại" in first.inner_text() and "một phần" in first.inner_text()


def test_whole_names_and_exact_accents_come_first(phone):
    phone.locator(".tra-cuu input").fill("Yên Bái")
    names = phone.locator(".tra-cuu-kq > li > b").all_inner_texts()
    assert names[0] == "Tỉnh Yên Bái" and names.index("Phường Yên Bái") < names.index("Xã Yên Bài")


@pytest.mark.parametrize("typed", ["phuong 1 quan 3", "P1 Q3", "p.1, q.3", "Phường 1 Quận 3"])
def test_a_ward_is_known_by_the_district_that_its_neighbours_name(phone, typed):
    phone.locator(".tra-cuu input").fill(typed)
    (line,) = phone.locator(".tra-cuu-kq > li").all_inner_texts()
    assert "Phường Bàn Cờ" in line and "chia cho" not in line


def test_the_number_of_a_district_is_no_ward(phone):
    phone.locator(".tra-cuu input").fill("quận 1")
    lines = phone.locator(".tra-cuu-kq > li").all_inner_texts()
    assert lines and not [line for line in lines if line.startswith("Phường 1 ")]


def test_both_units_that_took_the_rest_are_told(phone):
    phone.locator(".tra-cuu input").fill("xa hoa my ca mau")
    assert "vào xã Phú Mỹ và xã Tân Hưng" in phone.locator(".tra-cuu-kq > li").first.inner_text()


def test_english_pages_answer_in_english(browser, address):
    page = browser.new_page()
    page.goto(address + "en/dia-phuong/?q=bui+huu+nghia")
    page.locator(".tra-cuu-kq strong").first.wait_for()
    told = page.locator(".tra-cuu-kq > li").first.inner_text()
    assert "Bùi Hữu Nghĩa Ward (former), Cần Thơ City" in told and "Cái Khế Ward (part)" in told
    assert page.locator(".tra-cuu-kq mark").first.inner_text() == "Bùi Hữu Nghĩa"
    assert page.evaluate("() => handbookAnswer('ban phiet', 'en')")["text"] == "now Lào Cai Ward, Lào Cai Province"
    assert page.evaluate("() => handbookAnswer('ban phiet')")["text"] == "nay là Phường Lào Cai, tỉnh Lào Cai"
    page.close()


def test_nothing_found_says_what_to_try_and_districts_are_explained(phone):
    phone.locator(".tra-cuu input").fill("khong co xa nay")
    assert phone.locator(".tra-cuu-dap li").count() == 3
    phone.locator(".tra-cuu input").fill("huyện Hướng Hóa")
    assert "không còn từ 01/7/2025" in phone.locator(".tra-cuu-dap").inner_text()
    assert "Xã Lao Bảo" in phone.locator(".tra-cuu-kq > li").first.inner_text()


def test_an_answer_can_be_sent_by_its_address(browser, address):
    page = browser.new_page()
    page.goto(address + "dia-phuong/?q=ban+phiet")
    page.locator(".tra-cuu-kq strong").first.wait_for()
    assert "Phường Lào Cai" in page.locator(".tra-cuu-kq").inner_text()
    assert not page.locator("#__search").is_checked()  # it is not the main search's
    page.locator(".tra-cuu input").fill("ban vuoc")
    page.wait_for_function("() => location.search.includes('ban+vuoc')")
    page.locator(".tra-cuu-kq a").first.click()
    page.wait_for_url("**/dia-phuong/lao-cai/")
    page.close()


def test_it_answers_from_a_folder_too(docs, tmp_path, browser):
    site = make_site(tmp_path / "project", docs)
    settings = (site.root / "mkdocs.yml").read_text("utf-8")
    (site.root / "mkdocs.yml").write_text(settings + "\nuse_directory_urls: false\n", "utf-8")
    site.environment = {"HANDBOOK_BOOK": "false", "HANDBOOK_ENGLISH": "false"}
    assert site.build() == 0, site.log[-3000:]
    page = browser.new_page()
    page.goto((site.out / "dia-phuong" / "index.html").as_uri())
    page.locator(".tra-cuu input").fill("ban phiet")
    page.locator(".tra-cuu-kq strong").first.wait_for()
    page.locator(".tra-cuu-kq a").first.click()
    assert page.locator("h1").inner_text() == "Lào Cai"
    page.close()
