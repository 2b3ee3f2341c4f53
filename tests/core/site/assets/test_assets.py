"""Style sheets and scripts of a site: joined, renamed after their content, packed."""

import gzip
import json
import shutil

import brotli
import pytest
from handbook.site.assets import LIST_NAME, hashed_name, pack, repack, settle_assets, without_indents
from handbook.site.host.content_security import source_hash, with_policy

PAGE = (
    '<link rel="stylesheet" href="{up}assets/a.css">\n  <link rel="stylesheet" href="{up}assets/deep/b.css">'
    '<p data-worker="{up}assets/worker.js">assets/a.css</p>'
    '<script src="{up}assets/one.js" defer></script> <script src="{up}assets/two.js" defer></script>'
    '<a href="https://cam-nang.example/assets/a.css">'
)


@pytest.fixture
def site(tmp_path):
    for name, content in {
        "index.html": PAGE.format(up=""),
        "x/index.html": PAGE.format(up="../"),
        "404.html": PAGE.format(up="/"),
        "assets/a.css": "a { color: red }",
        "assets/deep/b.css": "p { color: red } h6 { color: red }",
        "assets/one.js": "// what it does\none()",
        "assets/two.js": "two()",
        "assets/worker.js": "work()",
        "assets/other.js": "other()",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return tmp_path


def settle(site):
    return settle_assets(site, sorted(site.rglob("*.html")))


def test_what_stands_side_by_side_becomes_one_file_named_after_its_content(site):
    names = settle(site)
    sheet, script = names["assets/a.css"], names["assets/one.js"]
    assert names["assets/deep/b.css"] == sheet and names["assets/two.js"] == script
    assert (site / sheet).read_text() == "a{color:red}p{color:red}"  # no page has an <h6>
    assert sheet == hashed_name("assets/cam-nang.css", b"a{color:red}p{color:red}")
    assert (site / script).read_text() == "one();two()"
    for page, up in (("index.html", ""), ("x/index.html", "../"), ("404.html", "/")):
        assert (site / page).read_text() == (
            f'<link rel="stylesheet" href="{up}{sheet}"><p data-worker="{up}{names["assets/worker.js"]}">assets/a.css</p>'
            f'<script src="{up}{script}" defer></script><a href="https://cam-nang.example/assets/a.css">'
        )


def test_what_was_made_of_the_same_sheet_for_the_same_pages_is_not_made_again(site):
    asked: list[str] = []

    def made_of(text, make, name):
        asked.append(text)
        return make(text)

    copy = site.parent / f"{site.name}-ban-sao"
    other = site.parent / f"{site.name}-khac"
    for folder in (copy, other):
        shutil.copytree(site, folder)
    (other / "index.html").write_text(PAGE.format(up="") + "<h6>", encoding="utf-8")
    for folder in (site, copy, other):
        settle_assets(folder, sorted(folder.rglob("*.html")), made_of)
    assert asked[0] == asked[1] != asked[2]  # another page has another element


def test_what_a_page_need_not_wait_for_is_a_file_of_its_own(site):
    (site / "assets/a.css").write_text("a{color:red}@media print{a{color:blue}}")
    (site / "alone.html").write_text('<link rel="stylesheet" href="assets/deep/b.css">')
    settle(site)
    late = next(site.glob("assets/cam-nang-sau.*.css"))
    assert late.read_text() == "@media print{a{color:blue}}"
    assert (
        f'.css"><noscript class="sau"><link rel="stylesheet" href="../assets/{late.name}"></noscript><p'
        in (site / "x/index.html").read_text()
    )
    assert len(list(site.glob("assets/*sau*"))) == 1


def test_focus_is_told_by_the_browser_not_by_a_script(site):
    (site / "assets/a.css").write_text("a:not(.focus-visible){outline:none}p.focus-visible{color:red}")
    names = settle(site)
    assert (
        (site / names["assets/a.css"])
        .read_text()
        .startswith("a:not(:focus-visible){outline:none}p:focus-visible{color:red}")
    )


def test_the_list_tells_every_new_name_and_old_files_are_gone(site):
    names = settle(site)
    assert json.loads((site / LIST_NAME).read_text()) == names
    assert all((site / new).is_file() and not (site / old).exists() for old, new in names.items())
    assert (site / "assets/other.js").is_file() and "assets/other.js" not in names


def test_a_changed_file_gets_another_name_and_the_others_keep_theirs(site):
    before = {name: hashed_name(name, b"one()") for name in ("assets/one.js", "assets/x.js")}
    assert before["assets/one.js"] == hashed_name("assets/one.js", b"one()") != hashed_name("assets/one.js", b"two()")


def test_a_joined_sheet_may_not_name_a_file_beside_it(site):
    (site / "assets/a.css").write_text("p{background:url(x.png)}")
    with pytest.raises(ValueError, match=r"assets/a\.css"):
        settle(site)
    (site / "assets/a.css").write_text('p{background:url("data:image/svg+xml,<svg/>")}')
    settle(site)


def test_indents_go_and_preformatted_text_stays():
    assert without_indents(
        "\n\n<p>\n   một\n\n   hai</p>\n  <pre>\n   x\n\n  y</pre>\n  <i>a</i>\n <i>b</i>\n <ul>\n <li>"
    ) == ("<p>một\nhai</p><pre>\n   x\n\n  y</pre>\n<i>a</i>\n<i>b</i><ul><li>")


def test_packed_copies_open_to_the_same_text_and_have_no_date(site):
    text = "Cẩm nang chuyển đổi số. " * 200
    (site / "x/index.html").write_text(text, encoding="utf-8")
    pack(site)
    first = {path: path.read_bytes() for path in [*site.rglob("*.br"), *site.rglob("*.gz")]}
    assert brotli.decompress(first[site / "x/index.html.br"]).decode() == text
    assert gzip.decompress(first[site / "x/index.html.gz"]).decode() == text
    assert set(first) == {site / "x/index.html.br", site / "x/index.html.gz"}  # the others fit in one packet
    pack(site)
    assert {path: path.read_bytes() for path in first} == first


def test_copies_follow_a_file_that_changed_after_packing(site):
    page = site / "x/index.html"
    repack(page)
    assert not page.with_name("index.html.br").exists()
    page.write_text("một hai ba " * 100, encoding="utf-8")
    pack(site)
    page.write_text("bốn năm sáu " * 100, encoding="utf-8")
    repack(page)
    assert brotli.decompress(page.with_name("index.html.br").read_bytes()) == page.read_bytes()
    assert gzip.decompress(page.with_name("index.html.gz").read_bytes()) == page.read_bytes()


def test_copies_from_the_last_build_are_those_of_a_build_from_nothing(tmp_path):
    def packed(name, texts, cache):
        site = tmp_path / name
        site.mkdir()
        for uri, text in texts.items():
            (site / uri).write_text(text, encoding="utf-8")
        assert pack(site, cache) == len(texts)
        return {path.name: path.read_bytes() for path in site.iterdir()}

    texts = {"a.html": "<p>Đoạn văn</p>" * 200, "b.css": "p{color:red}" * 200}
    cache = tmp_path / "packed.sqlite"
    first = packed("mot", texts, cache)
    assert set(first) == {f"{name}{suffix}" for name in texts for suffix in ("", ".br", ".gz")}
    assert packed("hai", texts, cache) == first == packed("khong", texts, None)
    changed = texts | {"a.html": "<p>Đoạn khác</p>" * 200}
    assert packed("ba", changed, cache) == packed("bon", changed, None) != first


def test_a_sheet_of_its_own_keeps_the_variables_that_the_common_one_defines(site):
    (site / "assets/a.css").write_text("p { --blue: #00f; --grey: #999; color: red }", encoding="utf-8")
    (site / "assets/own.css").write_text("p { color: var(--blue) }", encoding="utf-8")
    page = site / "index.html"
    page.write_text(PAGE.format(up="") + '<i></i><link rel="stylesheet" href="assets/own.css">', encoding="utf-8")
    names = settle(site)
    assert "--blue:#00f" in (site / names["assets/a.css"]).read_text()
    assert "--grey" not in (site / names["assets/a.css"]).read_text()


def test_a_sheet_of_some_pages_is_written_into_them_and_allowed_there(site):
    (site / "assets/own.css").write_text("i { color: red }\nh6 { color: red }", encoding="utf-8")
    page = site / "index.html"
    head, _ = with_policy(f'<meta charset="utf-8">{PAGE.format(up="")}', ())
    page.write_text(head + '<i></i><link rel="stylesheet" href="assets/own.css">', encoding="utf-8")
    names = settle(site)
    text = page.read_text(encoding="utf-8")
    assert text.endswith("<i></i><style>i{color:red}</style>")
    assert f"style-src 'self' {source_hash('i{color:red}')};" in text
    assert text.count("stylesheet") == 1 and names["assets/a.css"] in text
    assert not list(site.glob("assets/own*")) and "assets/own.css" not in names
    assert "sha256" not in (site / "x/index.html").read_text(encoding="utf-8")
