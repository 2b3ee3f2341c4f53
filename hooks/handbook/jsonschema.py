"""The front matter's schema as JSON Schema, for editors' tools (VS Code, a web CMS)."""

from __future__ import annotations

import json
from collections.abc import Mapping

from handbook.schema import HomeMeta, PageMeta, model_for
from handbook.sections import Kind

FILES: Mapping[str, type[PageMeta]] = {
    "chuong": model_for(Kind.CHAPTER), "giao-an": model_for(Kind.LESSON), "chuyen-de": model_for(Kind.TOPIC),
    "cau-chuyen": model_for(Kind.STORY), "so-lieu": model_for(Kind.TABLE), "trang": model_for(Kind.PLAIN),
    "trang-chu": HomeMeta,
}


def schemas() -> dict[str, str]:
    """File name → JSON Schema (2020-12) of the front matter, with the keys that editors write."""
    return {f"{name}.json": json.dumps(model.model_json_schema(by_alias=True), ensure_ascii=False, indent=1) + "\n"
            for name, model in FILES.items()}
