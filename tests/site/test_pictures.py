"""Editors' images on the built pages and in the book."""

import re
import subprocess

import pytest
from browsing import serving
from painted import photo, screenshot
from support import TINY, Site, make_site, once_a_run

PAGE = """---
title: Bài có ảnh
ngay: 2026-05-01
nguon: [{ten: Nguồn thử, ngay: 2026}]
thu_tu: 30
---
Chữ ở trên.

![Ảnh chụp màn hình](hinh.png)

Chữ ở giữa.

![Ảnh chụp buổi họp](../chuyen-de/hop.jpg)

Chữ ở dưới.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    def make(folder):
        site = make_site(folder, TINY)
        site.write("ky-nang/hinh.png", screenshot(600, 300))
        site.write("chuyen-de/hop.jpg", photo(1200, 500))
        site.write("ky-nang/co-anh.md", PAGE)
        site.environment = {"HANDBOOK_CACHE": str(folder / ".cache")}
        assert site.build() == 0, site.log[-3000:]
        # Once more as the copy for a disk, in which addresses are file names.
        (folder / "mkdocs.yml").write_text(
            (folder / "mkdocs.yml").read_text("utf-8") + "\nuse_directory_urls: false\n", "utf-8"
        )
        site.out.rename(folder / "online")
        site.environment |= {"HANDBOOK_BOOK": "false", "HANDBOOK_ENGLISH": "false"}
        assert site.build() == 0, site.log[-3000:]
        return site.log

    return Site(*once_a_run(tmp_path_factory, "pictures", make))


@pytest.fixture(scope="module")
def online(site):
    return site.root / "online"


def versions(html):
    return re.findall(r"assets/anh/[\w.-]+", html)


@pytest.mark.parametrize("place", ["ky-nang/co-anh", "en/ky-nang/co-anh"])
def test_images_have_a_size_and_wait_and_come_in_lighter_forms(online, place):
    html = (online / place / "index.html").read_text("utf-8")
    first, second = re.findall(r"<picture>.*?</picture>", html)
    assert 'width="600" height="300"' in first and "lazy" not in first
    assert 'width="1200" height="500" loading="lazy"' in second
    assert 'hop.jpg"' in second and "1200w" in second and "720w" in second
    for name in versions(html):
        assert re.search(r"\.[0-9a-f]{8}\.(avif|webp)$", name) and (online / name).is_file()


def test_the_list_to_save_and_the_rules_for_hosts_know_them(online):
    names = versions((online / "ky-nang" / "co-anh" / "index.html").read_text("utf-8"))
    saved, rules = (online / "ngoai-tuyen" / "vi.json").read_text("utf-8"), (online / "_headers").read_text("utf-8")
    assert len(names) >= 5 and all(f'"{name}"' in saved for name in names)
    assert "/assets/anh/*\n  Cache-Control: public, max-age=31536000, immutable" in rules


def test_the_book_prints_the_originals(online):
    listed = subprocess.run(
        ["pdfimages", "-list", str(online / "tai-ve" / "cam-nang-chuyen-doi-so.pdf")],
        capture_output=True,
        text=True,
        check=True,
    )
    sizes = {tuple(line.split()[3:5]) for line in listed.stdout.splitlines()[2:]}
    assert {("600", "300"), ("1200", "500")} <= sizes


SHOWN = """async () => {
  const images = [...document.querySelectorAll('article img[decoding]')];
  for (const image of images) {
    image.scrollIntoView();
    while (!image.complete) await new Promise(requestAnimationFrame);
  }
  return images.map(image => image.naturalWidth > 0 && image.currentSrc.split('.').pop());
}"""
ROOM = "[...document.querySelectorAll('article img[decoding]')].map(image => image.height / image.width)"


def test_a_phone_shows_them(browser, online):
    page = browser.new_page(viewport={"width": 360, "height": 740}, device_scale_factor=2)
    with serving(online) as address:
        page.goto(f"{address}ky-nang/co-anh/")
        assert page.evaluate(SHOWN) == ["webp", "avif"]
        assert page.evaluate(ROOM) == pytest.approx([1 / 2, 5 / 12], abs=0.01)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_their_room_is_there_before_they_are(browser, online):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    with serving(online) as address:
        page.route("**/anh/*", lambda route: None)  # an answer that does not come
        page.goto(f"{address}ky-nang/co-anh/", wait_until="domcontentloaded")
        page.wait_for_function(
            "document.querySelector('article') && getComputedStyle(document.querySelector('article img[decoding]')).maxWidth === '100%'"
        )
        assert page.evaluate(ROOM) == pytest.approx([1 / 2, 5 / 12], abs=0.01)
        page.evaluate(
            "document.querySelectorAll('article img[decoding]').forEach(image => image.removeAttribute('height'))"
        )
        assert page.evaluate(ROOM) != pytest.approx([1 / 2, 5 / 12], abs=0.01)
    page.close()


def test_the_copy_for_a_disk_shows_them(browser, site):
    page = browser.new_page()
    page.goto((site.out / "ky-nang" / "co-anh.html").as_uri())
    assert page.evaluate(SHOWN) == ["webp", "avif"]
    page.close()


def test_a_broken_image_stops_a_strict_build(tiny):
    tiny.write("ky-nang/hinh.png", screenshot(600, 300)[:500])
    tiny.write("ky-nang/co-anh.md", PAGE.replace("![Ảnh chụp buổi họp](../chuyen-de/hop.jpg)", ""))
    tiny.environment = {"HANDBOOK_ENGLISH": "false", "HANDBOOK_BOOK": "false"}
    assert tiny.build() != 0
    assert "docs/ky-nang/hinh.png: Ảnh bị hỏng" in tiny.log
