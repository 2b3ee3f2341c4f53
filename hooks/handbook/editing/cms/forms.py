"""The forms of the web editor, made from the models that ``make check`` uses."""

from __future__ import annotations

import datetime as dt
import types
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbook.sections import BY_FOLDER, SECTIONS, Kind, Section
from handbook.source.field_help import words_of
from handbook.source.schema import model_for

# Special pages use them; the form keeps what is there.
_HIDDEN = frozenset(("template", "hide"))
_LONG = frozenset(("tom_tat",))
_TRANSLATED = frozenset(("title", "tom_tat"))
_PATTERNS = {
    "url": [r"^https?://[^\s<>\"]+$", "Địa chỉ phải bắt đầu bằng https:// và không có dấu cách."],
    "nguon.ngay": [r"^(\d{4}(-\d{2}(-\d{2})?)?|khong-ro)$", "Ghi 2026-01-30, 2026-01, 2026 hoặc khong-ro."],
}
_KINDS = (Kind.TOPIC, Kind.STORY, Kind.CHAPTER, Kind.LESSON)


def collections() -> list[dict]:
    """One collection for each section whose pages are only text, the growing ones first."""
    sections = sorted(
        (section for section in SECTIONS if section.kind in _KINDS), key=lambda section: _KINDS.index(section.kind)
    )
    return [_collection(section) for section in sections]


def _collection(section: Section) -> dict:
    return {
        "name": section.folder,
        "label": section.title["vi"],
        "description": section.lead["vi"],
        "folder": f"docs/{section.folder}",
        "extension": "md",
        "format": "yaml-frontmatter",
        "create": True,
        "delete": False,
        "identifier_field": "title",
        "slug": "{{title}}",
        # The page of the section itself is no article.
        "filter": {"field": "title", "pattern": f"^(?!{'|'.join(section.title.values())}$)"},
        "media_folder": "",
        "public_folder": "",
        "i18n": True,
        "fields": [*fields(model_for(section.kind)), _body()],
    }


def _body() -> dict:
    return {
        "name": "body",
        "label": "Nội dung",
        "widget": "markdown",
        "i18n": True,
        # The visual editor would take blocks such as "/// the-viec" apart.
        "modes": ["raw"],
        "hint": "Mục bắt đầu bằng ##. Số hiệu văn bản tự thành liên kết. Các khối hay dùng: xem CONTRIBUTING.md.",
    }


def fields(model: type[BaseModel], owner: str = "") -> list[dict]:
    """The form fields of ``model``, under the keys that the file has."""
    return [_field(info.alias or name, info, owner) for name, info in model.model_fields.items()]


def _field(key: str, info: FieldInfo, owner: str) -> dict:
    label, hint = words_of(key, owner)
    made: dict = {"name": key, "label": label, "required": info.is_required()}
    if key in _HIDDEN:
        return {"name": key, "widget": "hidden"}
    if hint:
        made["hint"] = hint
    pattern = _PATTERNS.get(f"{owner}.{key}" if owner else key) or _PATTERNS.get(key)
    if pattern and key in ("url", "ngay") and owner:
        made["pattern"] = pattern
    if not owner:
        made["i18n"] = True if key in _TRANSLATED else "duplicate"
    return made | _widget(key, info.annotation, info)


def _widget(key: str, annotation: object, info: FieldInfo) -> dict:
    kind = _bare(annotation)
    if kind is dt.date:
        default = {"default": "{{now}}"} if info.is_required() else {}
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "time_format": False, **default}
    if get_origin(kind) is Literal:
        return {"widget": "select", "options": [{"value": value, "label": _choice(value)} for value in get_args(kind)]}
    if get_origin(kind) is tuple:
        item = _bare(get_args(kind)[0])
        if isinstance(item, type) and issubclass(item, BaseModel):
            return {
                "widget": "list",
                "fields": fields(item, key),
                "summary": "{{fields.ten}}",
                "label_singular": words_of(key)[0],
            }
        return {"widget": "list"}  # one box, items between commas
    if kind is int:
        return {"widget": "number", "value_type": "int", "min": 1}
    if kind is bool:
        return {"widget": "boolean"}
    if key == "ngay":
        return {"widget": "string", "default": "khong-ro"}
    return {"widget": "text" if key in _LONG else "string"}


def _bare(annotation: object) -> object:
    """The type itself, without ``Annotated`` and without ``| None``."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, types.UnionType):
            annotation = next(part for part in get_args(annotation) if part is not type(None))
        else:
            return annotation


def _choice(value: str) -> str:
    return BY_FOLDER[value].title["vi"] if value in BY_FOLDER else value
