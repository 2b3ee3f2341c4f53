"""The size of a raster image, and lighter files with the same picture."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import PIL
from PIL import Image, ImageOps, features

from handbook.cache import fingerprint_of
from handbook.cache.sealed import put_sealed, read_sealed
from handbook.problem import Problem

RASTERS = (".png", ".jpg", ".jpeg", ".webp")
# A text column is 688 px wide, so 1280 px are sharp on screens of double density as well;
# 720 px fill a phone of 360 px of double density, the yardstick of this handbook.
WIDEST, PHONE = 1280, 720
# A small copy must spare a phone something: not one of an image that is hardly wider.
_PHONE_PAYS = 1000
_RECIPE = 2  # another number makes every version anew
# By these a photo of 1200 px looks like its original at arm's length; one thread, so that the bytes are the same everywhere.
_SAVING = {"webp": {"quality": 80, "method": 6}, "avif": {"quality": 60, "speed": 6, "max_threads": 1}}
_ROTATED = (5, 6, 7, 8)  # Exif 2.32, tag 0x0112: sides swapped
_ORIENTATION = 0x0112


@dataclass(frozen=True)
class Raster:
    """Width and height in pixels as browsers show the image; whether it moves."""

    width: int
    height: int
    moves: bool


@dataclass(frozen=True)
class Drawn:
    """A lighter file: ``kind`` is ``"webp"`` or ``"avif"``, ``width`` in pixels."""

    kind: str
    width: int
    data: bytes


def measure(data: bytes, path: str) -> tuple[Raster | None, tuple[Problem, ...]]:
    """What ``data``, the content of ``path``, shows; nothing and a problem for what is no image."""
    try:
        with _open(data) as image:
            width, height = image.size
            if image.getexif().get(_ORIENTATION) in _ROTATED:
                width, height = height, width
            return Raster(width, height, getattr(image, "n_frames", 1) > 1), ()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None, (_unreadable(path),)


def lighter_versions(data: bytes, path: str, kept: Path) -> tuple[tuple[Drawn, ...], tuple[Problem, ...]]:
    """WebP and AVIF files lighter than ``data``, widest first; those made before come from the folder ``kept``.

    A kind is left out where its full width is not lighter than what browsers would load without it.
    """
    key = fingerprint_of(hashlib.sha256(data).hexdigest(), _RECIPE, WIDEST, PHONE, _SAVING, PIL.__version__)[:32]
    drawn = _kept(kept / key)
    if drawn is None:
        try:
            drawn = _make(data)
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            return (), (_unreadable(path),)
        packed = [[one.kind, one.width, base64.b85encode(one.data).decode()] for one in drawn]
        put_sealed(kept / key, json.dumps(packed).encode())
    return drawn, ()


def _kept(place: Path) -> tuple[Drawn, ...] | None:
    packed = read_sealed(place)
    if packed is None:
        return None
    return tuple(Drawn(kind, width, base64.b85decode(data)) for kind, width, data in json.loads(packed))


def _open(data: bytes) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP"))


def _make(data: bytes) -> tuple[Drawn, ...]:
    with _open(data) as opened:
        is_photo = opened.format == "JPEG"
        profile = opened.info.get("icc_profile") if opened.mode != "CMYK" else None
        image = ImageOps.exif_transpose(opened)
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    widths = [min(image.width, WIDEST), *([PHONE] if image.width >= _PHONE_PAYS else [])]
    sized = {
        width: image.resize((width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS)
        if width < image.width
        else image
        for width in widths
    }
    found: list[Drawn] = []
    most = len(data)
    for kind in ("webp", "avif"):
        if not features.check(kind):
            continue
        some = [Drawn(kind, width, _saved(picture, kind, is_photo, profile)) for width, picture in sized.items()]
        if len(some[0].data) >= most:
            continue
        most = len(some[0].data)
        found += [some[0], *(drawn for drawn in some[1:] if len(drawn.data) < most)]
    return _in_order(found)


def _in_order(found: Iterable[Drawn]) -> tuple[Drawn, ...]:
    """AVIF, then WebP: browsers take the first kind that they read."""
    return tuple(sorted(found, key=lambda drawn: (drawn.kind, -drawn.width)))


def _saved(image: Image.Image, kind: str, is_photo: bool, profile: bytes | None) -> bytes:
    options = {**_SAVING[kind], **({"icc_profile": profile} if profile else {})}
    ways = [options]
    if kind == "webp" and not is_photo:  # screenshots and drawings: often lighter, and sharp
        ways.append({**options, "lossless": True})
    return min((_encoded(image, kind, way) for way in ways), key=len)


def _encoded(image: Image.Image, kind: str, options: dict) -> bytes:
    target = io.BytesIO()
    image.save(target, kind.upper(), **options)
    return target.getvalue()


def _unreadable(path: str) -> Problem:
    return Problem(
        path,
        0,
        "Ảnh bị hỏng hoặc lớn quá mức đọc được.",
        "Mở bằng chương trình xem ảnh, lưu lại thành PNG hoặc JPEG, chiều ngang 1200 điểm ảnh.",
        "anh-hong",
    )
