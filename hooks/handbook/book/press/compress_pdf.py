"""The last touch to the compiler's PDF: smaller, and read without a warning everywhere."""

from __future__ import annotations

import io


def finish(pdf: bytes) -> bytes:
    """``pdf`` with its many small objects packed (PDF 1.5 object streams), text and tags unchanged.

    A book of 440 pages goes from 5.3 to 2.3 MB.  ``/Suspects false`` is the
    default and left out, because poppler before 23 complains of it.
    """
    import pikepdf  # not on every machine (libraries.py)

    with pikepdf.open(io.BytesIO(pdf)) as document:
        marks = document.Root.get("/MarkInfo")
        if marks is not None and "/Suspects" in marks and not marks["/Suspects"]:
            del marks["/Suspects"]
        packed = io.BytesIO()
        document.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return packed.getvalue()
