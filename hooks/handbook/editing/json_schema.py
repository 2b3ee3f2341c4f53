"""The front matter's schema as JSON Schema, for editors' tools (VS Code, a web CMS)."""

from __future__ import annotations

import json
from collections.abc import Mapping

from handbook.cache.memo import memo
from handbook.sections import Kind
from handbook.source.field_help import words_of
from handbook.source.schema import model_for

FILES: Mapping[str, Kind] = {
    "chuong": Kind.CHAPTER,
    "giao-an": Kind.LESSON,
    "chuyen-de": Kind.TOPIC,
    "cau-chuyen": Kind.STORY,
    "so-lieu": Kind.TABLE,
    "trang": Kind.PLAIN,
}
# Models inside a page's front matter, and the key under which they stand.
_PARTS: Mapping[str, str] = {"Source": "nguon", "OpenQuestion": "chua_ro", "Tried": "da_thu"}


@memo(None)
def schemas() -> dict[str, str]:
    """File name → JSON Schema (2020-12) of the front matter, with the keys that editors write."""
    return {
        f"{name}.json": json.dumps(_with_numbers(schema_of(kind)), ensure_ascii=False, indent=1) + "\n"
        for name, kind in FILES.items()
    }


def _with_numbers(schema: object) -> object:
    """Where text may stand a number may: YAML reads ``2025`` as one, and the checks take it for text."""
    if isinstance(schema, list):
        return [_with_numbers(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _with_numbers(value) for key, value in schema.items()}
    if made.get("type") == "string" and not {"format", "enum"} & set(made):
        made["type"] = ["string", "number"]
    return made


def schema_of(kind: Kind) -> dict:
    """The schema of the pages of ``kind``; every key that editors meet is named and explained in Vietnamese."""
    schema = model_for(kind).model_json_schema(by_alias=True)
    _name(schema, "")
    for definition, key in _PARTS.items():
        if definition in schema.get("$defs", {}):
            _name(schema["$defs"][definition], key)
    return schema


def _name(schema: dict, owner: str) -> None:
    for key, field in schema["properties"].items():
        title, description = words_of(key, owner)
        if description:
            field.update(title=title, description=description)
