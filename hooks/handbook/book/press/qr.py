"""QR codes as SVG, drawn by segno (ISO/IEC 18004)."""

from __future__ import annotations

import io

from handbook.cache.memo import memo

QUIET_ZONE = 4  # modules of white around the code, which scanners need


@memo(None)  # one address stands in many editions, and a code takes 6 ms
def qr_svg(text: str) -> str:
    """``text`` as a black-on-white QR code; error correction M or better for worn paper."""
    import segno  # with all that it can write, longer to load than many a book to read

    stream = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        stream, kind="svg", border=QUIET_ZONE, xmldecl=False, svgns=True, omitsize=True, light="#fff"
    )
    return stream.getvalue().decode()
