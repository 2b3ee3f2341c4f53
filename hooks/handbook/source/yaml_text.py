"""The one reader of YAML that editors write: front matter, options of blocks, communes' files.

It resolves nothing: every value is text as it was written, a list or a mapping; what is a number, a date or a truth value is
for the schema to say.  (YAML 1.1 would make 1110 of ``18:30``, 15 of ``017``, 1.1 of ``1.10`` and ``True`` of ``on``.)  Only a
value left out, ``~`` and ``null`` are ``None``.

Nothing is followed or built that could grow, loop or run: anchors, aliases and tags are refused, and size and depth are
limited while reading, before anything is built.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from handbook.source.yaml_lines import Place, Repeated

MOST_CHARACTERS = 200_000  # thirty times the longest front matter there is
DEEPEST = 12
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class BrokenYaml(ValueError):
    """What cannot be read: ``line`` from 0, where reading stopped; ``message`` and ``fix`` if the reason is known."""

    def __init__(self, line: int, message: str = "", fix: str = "") -> None:
        super().__init__(message or "not YAML")
        self.line, self.message, self.fix = line, message, fix


@dataclass(frozen=True)
class Scalar:
    """A value as it stands in the text: the key it belongs to, its text, its place there, its quotes (``""``: none)."""

    key: str
    text: str
    first: int
    last: int
    style: str
    in_list: bool


@dataclass
class Document:
    """``data`` is text, ``None``, lists and dicts; ``lines`` the line of every key and item, from the first line given."""

    data: object = None
    lines: dict[Place, int] = field(default_factory=dict)
    repeated: list[Repeated] = field(default_factory=list)
    scalars: list[Scalar] = field(default_factory=list)


def read_yaml(text: str, first_line: int = 1) -> Document:
    """The one document in ``text``; ``first_line`` is the number of its first line.  Raises ``BrokenYaml``."""
    if len(text) > MOST_CHARACTERS:
        raise BrokenYaml(
            0,
            f"Phần này dài {len(text)} ký tự, quá mức {MOST_CHARACTERS} đọc được.",
            "Rút ngắn, hoặc chuyển chữ xuống nội dung bài.",
        )
    document = Document()
    try:
        events = _limited(yaml.parse(text, Loader=_LOADER))
        event = next(events, None)
        if event is not None:
            document.data = _value(event, events, (), document, first_line, "", False)
        if (more := next(events, None)) is not None:
            raise BrokenYaml(
                more.start_mark.line, "Có dòng --- thứ hai ở giữa.", "Mỗi tệp một phần; xóa dòng --- thừa."
            )
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise BrokenYaml(mark.line if mark else 0) from error
    except BrokenYaml:
        raise
    except Exception as error:  # the library's own assertions and conversions
        raise BrokenYaml(0) from error
    return document


def _limited(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """The events inside documents; refuses what is no plain text, list or mapping, and what lies too deep."""
    depth = 0
    for event in events:
        line = event.start_mark.line
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            raise BrokenYaml(
                line,
                f"Giá trị bắt đầu bằng dấu {sign} (“{sign}{event.anchor}”): YAML hiểu là lời dẫn tới chỗ khác, không dùng ở đây.",
                "Đặt cả giá trị trong dấu nháy thẳng, hoặc xóa dấu đó.",
            )
        if getattr(event, "tag", None):
            raise BrokenYaml(
                line,
                f"“{_tag(event.tag)}”: dấu ! ở đầu giá trị là lệnh riêng của YAML, không dùng ở đây.",
                "Đặt cả giá trị trong dấu nháy thẳng, hoặc xóa phần từ dấu !.",
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise BrokenYaml(
                    line, f"Ngoặc hoặc danh sách lồng nhau quá {DEEPEST} tầng.", "Xóa bớt ngoặc vuông, ngoặc nhọn."
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, (yaml.NodeEvent, yaml.CollectionEndEvent)):
            yield event


def _tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _value(
    event: yaml.Event,
    events: Iterator[yaml.Event],
    place: Place,
    document: Document,
    first: int,
    key: str,
    in_list: bool,
) -> object:
    if isinstance(event, yaml.ScalarEvent):
        plain = event.style in (None, "")
        document.scalars.append(
            Scalar(
                key,
                event.value,
                event.start_mark.index,
                event.end_mark.index,
                "" if plain else event.style,
                in_list,
            )
        )
        return None if plain and event.value in _NOTHING else event.value
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[object] = []
        while not isinstance(item := next(events), yaml.SequenceEndEvent):
            inner = (*place, len(items))
            document.lines[inner] = item.start_mark.line + first
            items.append(_value(item, events, inner, document, first, key, True))
        return items
    made: dict[str, object] = {}
    while not isinstance(name := next(events), yaml.MappingEndEvent):
        if not isinstance(name, yaml.ScalarEvent):
            raise BrokenYaml(
                name.start_mark.line,
                "Trước dấu hai chấm phải là tên khóa, ở đây lại là một danh sách hay nhóm trong ngoặc.",
                "Xem lại dấu ngoặc; giá trị bắt đầu bằng ngoặc thì đặt trong dấu nháy thẳng.",
            )
        inner, line = (*place, name.value), name.start_mark.line + first
        if inner in document.lines:
            document.repeated.append(Repeated(name.value, line, document.lines[inner]))
        document.lines[inner] = line
        made[name.value] = _value(next(events), events, inner, document, first, name.value, False)
    return made
