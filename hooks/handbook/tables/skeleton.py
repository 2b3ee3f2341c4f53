"""The ``.md`` that an editor pastes beside a table without metadata."""
from __future__ import annotations
from pathlib import Path


def skeleton_meta(path: Path) -> str:
    return ""
