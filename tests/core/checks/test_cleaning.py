"""``--fix`` cuts what images tell of their makers, and nothing else."""

import pytest
from handbook.checks.image_metadata import clean_images, without_traces
from handbook.checks.rules import RULES
from image_files import IMAGES

TRACES = next(rule for rule in RULES if rule.code == "anh-thong-tin-an")
# Exif in Intel and Motorola order whose only entry is the orientation (tag 274).
TURNED = [
    b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0",
    b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0",
]
UPRIGHT = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x01\0\0"


def jpeg(app1):
    return IMAGES["jpeg"][:2] + b"\xff\xe1" + (len(app1) + 2).to_bytes(2, "big") + app1 + IMAGES["jpeg"][2:]


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp"])
def test_traces_go_and_the_rest_stays(content_of, kind):
    suffix = {"jpeg": "jpg"}.get(kind, kind)
    content = content_of({f"chuyen-de/a.{suffix}": {"image": f"{kind}-exif"}})
    assert list(TRACES.check(content))
    ((told, clean),) = clean_images(content)
    assert str(told) == f"docs/chuyen-de/a.{suffix}: đã sửa: xóa thông tin ẩn (EXIF) trong ảnh."
    (content.docs / f"chuyen-de/a.{suffix}").write_bytes(clean)
    assert not list(TRACES.check(content)) and not list(clean_images(content))


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp"])
def test_a_clean_image_keeps_every_byte(kind):
    assert without_traces(IMAGES[kind]) == IMAGES[kind]


def test_what_is_left_is_the_same_picture():
    assert without_traces(jpeg(UPRIGHT)) == IMAGES["jpeg"]


@pytest.mark.parametrize("app1", TURNED)
def test_a_picture_that_would_fall_over_is_left_to_a_person(content_of, app1):
    assert without_traces(jpeg(app1)) is None
    assert not list(clean_images(content_of({"chuyen-de/a.jpg": jpeg(app1)})))
