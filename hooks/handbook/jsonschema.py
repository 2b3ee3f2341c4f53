"""The front matter's schema as JSON Schema, for editors' tools (VS Code, a web CMS)."""

from __future__ import annotations

import json
from collections.abc import Mapping

from handbook.schema import model_for
from handbook.sections import Kind

FILES: Mapping[str, Kind] = {
    "chuong": Kind.CHAPTER, "giao-an": Kind.LESSON, "chuyen-de": Kind.TOPIC, "cau-chuyen": Kind.STORY,
    "so-lieu": Kind.TABLE, "trang": Kind.PLAIN,
}


def schemas() -> dict[str, str]:
    """File name → JSON Schema (2020-12) of the front matter, with the keys that editors write."""
    return {f"{name}.json": json.dumps(model_for(kind).model_json_schema(by_alias=True), ensure_ascii=False, indent=1) + "\n"
            for name, kind in FILES.items()}
