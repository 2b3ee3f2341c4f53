"""The typeface of the book: files from the ``font-source-sans-pro`` package (OFL).

Exactly these files are used: the package holds each face twice (CFF and
TrueType), and the compiler's choice among equals must not depend on the disk.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

FAMILY = "Source Sans Pro"
_FACES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")


def _folder() -> Path:
    spec = find_spec("font_source_sans_pro")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("font-source-sans-pro: pip install -r requirements.txt")
    return Path(spec.origin).parent / "files"


FONT_FILES: tuple[Path, ...] = tuple(_folder() / f"SourceSansPro-{face}.otf" for face in _FACES)
