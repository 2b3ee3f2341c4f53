"""Which tables are by province, whose each row is, and which names are told."""

import datetime as dt

import pytest
from handbook.places.by_province import province_tables
from handbook.places.checks import check_places
from handbook.places.communes import check_commune, communes_named_in
from handbook.places.ranking import places_in
from handbook.places.similar import similar
from small_places import read, table

STORY = "---\ntitle: Chuyện\nngay: 2026-11-30\n{head}\n---\n\nKể.\n"


def test_the_register_is_whole(docs):
    catalog, places = read(docs)
    assert len(places.provinces) == 34 and sum(len(one.communes) for one in places.provinces) == 3321
    assert sum(one.total for one in places.provinces) == 3321 and len({one.code for one in places.provinces}) == 34
    assert len({name for one in places.provinces for name in one.former}) == 63
    changed = [one for one in places.provinces if one.change]
    assert [(one.name, one.change.since, one.change.units) for one in changed] == [
        ("Đồng Nai", dt.date(2026, 4, 30), (62, 33, 0))
    ]
    assert {key for key, _ in catalog.articles if key.startswith("dia-phuong/")} == {
        "dia-phuong/index",
        *(one.key for one in places.provinces),
    }


def test_a_table_is_by_province_whatever_its_column_is_called(docs):
    table(docs, "a", "noi,so\nTỉnh Lào Cai,1\nYên Bái,2\nCả nước,9\n")
    table(docs, "b", "nam,chi_tieu,gia_tri\n2024,Số tổ,5\n2025,Số tổ,6\n")
    table(docs, "c", "tinh_cu,tinh_moi,so\nHà Giang,Tuyên Quang,3\nĐà Nẵng + Quảng Nam,Đà Nẵng,4\n")
    catalog, places = read(docs)
    found, problems = province_tables(catalog, places)
    assert problems == () and [one.table.name for one in found] == ["a", "c"]
    first, second = found
    assert first.rows_of("Lào Cai") == (0, 1) and first.former_of("Lào Cai") == ("Yên Bái",)
    assert first.country == {2} and first.rows_of("Hà Nội") == ()
    assert second.rows_of("Tuyên Quang") == (0,) and second.rows_of("Đà Nẵng") == (1,) and len(second.repeated) == 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("tinh,so\nLào Cai,1\nSơn Laa,2\nHà Nội,3\n", 3, "Có phải ý bạn là “Sơn La”?"),
        ("tinh,so\nLào Cai,1\nCõi Tiên,2\nHà Nội,3\n", 3, "Cả nước"),
        ("tinh_cu,tinh_moi,so\nHà Giang,Lào Cai,1\nHà Nam,Ninh Bình,2\n", 2, "nay thuộc Tuyên Quang"),
    ],
)
def test_wrong_names_in_tables_are_told_with_their_line(docs, text, line, words):
    table(docs, "a", text)
    (problem,) = province_tables(*read(docs))[1]
    assert problem.path.endswith("so-lieu/a.csv") and problem.line == line and words in str(problem)


def test_ranks_only_where_nearly_all_provinces_stand(docs):
    _, places = read(docs)
    rows = "".join(f"{one.name},{number}\n" for number, one in enumerate(places.provinces, 1))
    table(docs, "du", f"tinh,diem\n{rows}")
    table(docs, "thieu", "tinh,diem\nLào Cai,1\nHà Nội,2\n")
    catalog, places = read(docs)
    full, partial = province_tables(catalog, places)[0]
    (place,) = places_in(full, 33, "vi")
    assert (place.rank, place.count, place.above) == (1, 34, "") and place.below.endswith("(33)")
    assert list(places_in(partial, 0, "vi")) == []


def test_similar_provinces_are_near_and_never_the_same(docs):
    _, places = read(docs)
    for province in places.provinces:
        assert len(similar(province, places)) == 3 and province not in similar(province, places)
    hanoi = places.province("ha-noi")
    assert {one.name for one in similar(hanoi, places)} == {"Bắc Ninh", "Cần Thơ", "Hải Phòng"}


@pytest.mark.parametrize(
    ("head", "code", "words"),
    [
        ("tinh: Lào Caii", "tinh-la", "“Lào Cai”"),
        ("tinh: Yên Bái", "tinh-cu", "tinh: Lào Cai"),
        ("tinh: Lào Cai\ntinh_cu: Hà Giang", "tinh-lech", "Tuyên Quang"),
        ("tinh: Tuyên Quang\ndia_ban: Xã Quảng Bình", "xa-la", "Xã Quang Bình"),
    ],
)
def test_names_in_stories_are_checked(docs, head, code, words):
    (docs / "cau-chuyen").mkdir()
    (docs / "cau-chuyen" / "a.md").write_text(STORY.format(head=head), "utf-8")
    catalog, _ = read(docs)
    (problem,) = check_places(catalog)
    assert problem.code == code and words in str(problem) and problem.line >= 4


@pytest.mark.parametrize(
    "head",
    [
        "tinh: TP.HCM",
        "tinh: Lào Cai\ntinh_cu: Yên Bái",
        "tinh: Lào Cai\ndia_ban: Thôn Suối Chải, xã Bát Xát (trước là thị trấn Bát Xát)",
        "tinh: Cà Mau\ndia_ban: Hợp tác xã Ba khía; thị xã Năm Căn",
    ],
)
def test_right_names_are_not_told(docs, head):
    (docs / "cau-chuyen").mkdir()
    (docs / "cau-chuyen" / "a.md").write_text(STORY.format(head=head), "utf-8")
    assert list(check_places(read(docs)[0])) == []


def test_a_page_for_no_province_is_told(docs):
    (docs / "dia-phuong").mkdir()
    (docs / "dia-phuong" / "lao-kai.md").write_text("Chữ.\n", "utf-8")
    (problem,) = (one for one in check_places(read(docs)[0]) if one.code == "tinh-trang-la")
    assert "dia-phuong/lao-cai.md" in problem.fix


def test_a_commune_is_known_by_today_s_name_and_by_its_former(docs):
    _, places = read(docs)
    north = places.province("lao-cai")
    assert check_commune("Bát Xát", north).commune.label == "Xã Bát Xát"
    assert check_commune("Xã Bản Phiệt", north).is_former
    assert check_commune("Xã Bát Xác", north).near == "Xã Bát Xát"
    assert list(communes_named_in("Thôn A, Xã Bát Xát và phường Sa Pa; Hợp tác xã Mai")) == [
        "xã Bát Xát",
        "phường Sa Pa",
    ]


def test_without_the_table_there_are_no_places(tmp_path):
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("---\ntitle: Nhà\n---\n", "utf-8")
    catalog, places = read(docs)
    assert places is None and not any(key.startswith("dia-phuong/") for key, _ in catalog.articles)


def test_a_column_of_later_names_without_a_day_says_nothing_of_a_change(docs):
    for suffix in (".csv", ".md"):
        path = docs / "so-lieu" / f"don-vi-hanh-chinh-34-tinh{suffix}"
        path.write_text(path.read_text("utf-8").replace("_tu_30_4_2026", "_tu_nay"), "utf-8")
    assert not any(one.change for one in read(docs)[1].provinces)


def test_what_an_editor_wrote_about_a_province_is_news_and_generated_pages_are_not(docs):
    (docs / "dia-phuong").mkdir()
    (docs / "dia-phuong" / "lao-cai.md").write_text("---\nngay: 2026-11-29\n---\n\nTổng đài của tỉnh.\n", "utf-8")
    news = [page.key for page in read(docs)[0].newest("vi", 99) if page.key.startswith("dia-phuong/")]
    assert news == ["dia-phuong/lao-cai"]
