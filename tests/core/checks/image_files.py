"""The smallest files that are images of a kind, by their first bytes and their chunks."""


def _png(*chunks: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _png_chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + name + data + bytes(4)


def _webp(*chunks: bytes) -> bytes:
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _webp_chunk(name: bytes, data: bytes) -> bytes:
    return name + len(data).to_bytes(4, "little") + data + bytes(len(data) % 2)


_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
_EXIF = b"\xff\xe1\x00\x0eExif\x00\x00MM\x00*\x00\x00"
_HEADER = _png_chunk(b"IHDR", bytes(13))

IMAGES = {
    "png": _png(_HEADER, _png_chunk(b"IEND", b"")),
    "png-exif": _png(_HEADER, _png_chunk(b"eXIf", b"MM\x00*"), _png_chunk(b"IEND", b"")),
    "jpeg": b"\xff\xd8" + _JFIF + b"\xff\xda\x00\x02Exif\xff\xd9",  # "Exif" among pixels means nothing
    "jpeg-exif": b"\xff\xd8" + _JFIF + _EXIF + b"\xff\xda\x00\x02\xff\xd9",
    "webp": _webp(_webp_chunk(b"VP8 ", b"EXIF!")),
    "webp-exif": _webp(_webp_chunk(b"VP8X", bytes(10)), _webp_chunk(b"VP8 ", b"abc"), _webp_chunk(b"EXIF", b"MM\x00*")),
    "gif": b"GIF89a" + bytes(7),
    "svg": b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    "avif": b"\x00\x00\x00\x1cftypavif" + bytes(16),
    "heic": b"\x00\x00\x00\x1cftypheic" + bytes(16),
    "html": b"<!doctype html><title>404</title>",
}


def image(kind: str, size: int = 0) -> bytes:
    """An image of ``kind``, filled up to ``size`` bytes."""
    return IMAGES[kind].ljust(size, b"\0")
