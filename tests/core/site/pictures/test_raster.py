"""Images are measured as browsers show them; lighter files are made only where they are lighter."""

import base64
import io
import json

import pytest
from handbook.cache.sealed import put_sealed
from handbook.site.pictures import lighter_versions, measure
from painted import photo, saved, screenshot
from PIL import Image


def exif(orientation):
    found = Image.Exif()
    found[0x0112] = orientation
    return found


def opened(drawn):
    return Image.open(io.BytesIO(drawn.data))


def kinds(drawn):
    return [(one.kind, one.width) for one in drawn]


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (photo(300, 200), (300, 200)),
        (photo(300, 200, exif=exif(1)), (300, 200)),
        (photo(300, 200, exif=exif(6)), (200, 300)),  # a phone held upright
        (screenshot(320, 80), (320, 80)),
    ],
)
def test_an_image_is_as_large_as_browsers_show_it(data, size):
    raster, problems = measure(data, "docs/a.png")
    assert (raster.width, raster.height, raster.moves, problems) == (*size, False, ())


def test_what_moves_is_known():
    frames = [Image.new("RGB", (20, 10), colour) for colour in ("red", "blue")]
    raster, _ = measure(saved(frames[0], "WEBP", save_all=True, append_images=frames[1:]), "docs/a.webp")
    assert raster.moves


@pytest.mark.parametrize(
    "data", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]
)
def test_what_is_no_image_is_told(data):
    raster, (problem,) = measure(data, "docs/chuyen-de/a.png")
    assert raster is None and str(problem).startswith("docs/chuyen-de/a.png: Ảnh bị hỏng")


def test_half_an_image_is_told(tmp_path):
    drawn, (problem,) = lighter_versions(screenshot(300, 200)[:400], "docs/a.png", tmp_path)
    assert drawn == () and "Ảnh bị hỏng" in str(problem) and list(tmp_path.iterdir()) == []


def test_a_photo_has_a_copy_for_phones_and_none_is_wider_than_needed(tmp_path):
    data = photo(1400, 300)
    drawn, problems = lighter_versions(data, "docs/a.jpg", tmp_path)
    assert problems == () and kinds(drawn) == [("avif", 1280), ("avif", 720), ("webp", 1280), ("webp", 720)]
    assert [opened(one).size for one in drawn] == [(1280, 274), (720, 154)] * 2
    sizes = [len(one.data) for one in drawn]
    assert sizes[1] < sizes[0] < sizes[2] < len(data) and sizes[3] < sizes[2]


def test_a_small_image_has_no_smaller_copy(tmp_path):
    assert kinds(lighter_versions(photo(400, 300), "docs/a.jpg", tmp_path)[0]) == [("avif", 400), ("webp", 400)]


def test_what_would_not_be_lighter_is_not_made(tmp_path):
    pressed = saved(Image.open(io.BytesIO(photo(400, 300))), "JPEG", quality=1)
    assert lighter_versions(pressed, "docs/a.jpg", tmp_path) == ((), ())


def test_a_see_through_corner_stays(tmp_path):
    for one in lighter_versions(screenshot(400, 300), "docs/a.png", tmp_path)[0]:
        assert opened(one).convert("RGBA").getpixel((10, 10))[3] == 0
        assert opened(one).convert("RGBA").getpixel((390, 290))[3] == 255


def test_an_upright_photo_stays_upright_and_tells_nothing(tmp_path):
    drawn, _ = lighter_versions(photo(300, 200, exif=exif(6)), "docs/a.jpg", tmp_path)
    assert drawn and all(opened(one).size == (200, 300) and not opened(one).getexif() for one in drawn)


def test_the_bytes_are_the_same_with_and_without_what_is_kept(tmp_path):
    data = screenshot(400, 300)
    first, kept = (lighter_versions(data, "docs/a.png", tmp_path / "one") for _ in range(2))
    again = lighter_versions(data, "docs/a.png", tmp_path / "other")
    assert first[0] and first == kept == again


def test_what_is_kept_is_used(tmp_path):
    data = photo(300, 200)
    lighter_versions(data, "docs/a.jpg", tmp_path)
    put_sealed(next(tmp_path.iterdir()), json.dumps([["avif", 300, base64.b85encode(b"kept").decode()]]).encode())
    assert lighter_versions(data, "docs/other.jpg", tmp_path)[0][0].data == b"kept"
    assert lighter_versions(photo(301, 200), "docs/a.jpg", tmp_path)[0][0].data != b"kept"
