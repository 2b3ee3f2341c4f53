"""``/// so-do``: steps in order, or a small decision tree of questions, answers and steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from handbook.kit.markup import Surroundings, foot, rich, tag
from handbook.kit.model import Common, common
from handbook.kit.reader import Reader
from handbook.kit.source import Line
from handbook.vietnamese.text import fold

MOST_ITEMS, MOST_DEPTH, INDENT = 40, 4, 4
_ITEM = re.compile(r"^(?P<indent> *)-[ \u00a0]+(?P<text>.*)$")
_ANSWER = re.compile(r"^(?P<answer>[^:?]{1,60}):\s+(?P<then>.+)$")
_END = re.compile(r"^\[(?P<label>[^\]]{1,20})\]\s*")
ENDS = {
    **dict.fromkeys(("tu lam", "self"), "self"),
    **dict.fromkeys(("goi to", "team"), "team"),
    **dict.fromkeys(("den noi", "den trung tam", "go"), "go"),
}


@dataclass(frozen=True)
class Answer:
    """An answer, and what follows from it."""

    text: str
    then: tuple[Node, ...]


@dataclass(frozen=True)
class Node:
    """A step, or with ``answers`` a question; ``end`` says who does it: ``self``, ``team``, ``go`` or ``""``."""

    text: str
    end: str = ""
    steps: tuple[Node, ...] = ()
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True)
class DecisionTree(Common):
    """A row of steps of which only the last may be a question."""

    nodes: tuple[Node, ...]

    kind = "so-do"

    @property
    def is_tree(self) -> bool:
        return any(node.answers for node in self.nodes)


@dataclass
class _Written:
    text: str
    number: int
    depth: int
    children: list[_Written] = field(default_factory=list)


def read(reader: Reader) -> DecisionTree:
    first = next((at for at, line in enumerate(reader.raw.lines) if _ITEM.match(line.text)), len(reader.raw.lines))
    entries = reader.entries((), reader.raw.lines[:first])
    roots = _written(reader, reader.raw.lines[first:])
    if not roots:
        reader.problem(reader.raw.start, "sơ đồ chưa có mục nào.", "Thêm dòng - Câu hỏi? hoặc - Bước thứ nhất.")
    count = sum(1 for _ in _all(roots))
    if count > MOST_ITEMS:
        reader.problem(
            reader.raw.start,
            f"sơ đồ có {count} mục, nhiều nhất {MOST_ITEMS}.",
            "Tách thành hai sơ đồ, mỗi cái một bệnh.",
        )
    nodes = _row(reader, roots, 0)
    return DecisionTree(**common(reader, entries, 90), nodes=nodes)


def _written(reader: Reader, lines: tuple[Line, ...]) -> list[_Written]:
    roots: list[_Written] = []
    stack: list[tuple[int, _Written]] = []
    for line in lines:
        if not line.text.strip():
            continue
        item = _ITEM.match(line.text)
        if not item:
            if stack and line.text.startswith("  "):
                stack[-1][1].text += " " + line.text.strip()
            else:
                reader.problem(
                    line.number,
                    f"không hiểu dòng “{line.text.strip()[:60]}”.",
                    "Mỗi mục bắt đầu bằng - và một dấu cách; khóa id:, nguon: đứng trước mục đầu tiên.",
                )
            continue
        indent = len(item["indent"])
        while stack and stack[-1][0] >= indent:
            stack.pop()
        if indent and not stack:
            reader.problem(line.number, "mục đầu tiên thụt vào.", "Viết mục ngoài cùng sát lề trái.")
        if stack and indent - stack[-1][0] not in (2, INDENT):
            reader.problem(
                line.number,
                f"thụt vào {indent} dấu cách.",
                f"Mỗi bậc thụt {INDENT} dấu cách: ở đây là {stack[-1][0] + INDENT}.",
            )
        written = _Written(item["text"].strip(), line.number, len(stack))
        (stack[-1][1].children if stack else roots).append(written)
        stack.append((indent, written))
    return roots


def _all(items: list[_Written]) -> Iterator[_Written]:
    for item in items:
        yield item
        yield from _all(item.children)


def _row(reader: Reader, items: list[_Written], depth: int) -> tuple[Node, ...]:
    nodes = []
    for item in items:
        node = _node(reader, item.text, item, depth)
        if node.answers and item is not items[-1]:
            reader.problem(
                item.number,
                "sau câu hỏi còn bước cùng bậc.",
                "Để câu hỏi ở cuối, hoặc đưa bước ấy vào dưới câu trả lời.",
            )
        nodes.append(node)
    return tuple(nodes)


def _node(reader: Reader, text: str, item: _Written, depth: int) -> Node:
    end = ""
    if found := _END.match(text):
        end = ENDS.get(fold(found["label"]).strip(), "")
        if not end:
            reader.problem(
                item.number, f"không có nhãn “[{found['label']}]”.", "Dùng [tự làm], [gọi tổ] hoặc [đến nơi]."
            )
        text = text[found.end() :]
    if not text:
        reader.problem(item.number, "mục chưa có chữ.", "Viết việc phải làm sau nhãn.")
    reader.short(text, 160, "mục", item.number)
    if not text.endswith("?"):
        return Node(text, end, _row(reader, item.children, depth))
    if end:
        reader.problem(item.number, "câu hỏi mang nhãn kết thúc.", "Đặt nhãn ở việc phải làm, không ở câu hỏi.")
    if depth >= MOST_DEPTH:
        reader.problem(
            item.number, f"sâu quá {MOST_DEPTH} câu hỏi.", "Người đang kẹt không theo được: tách thành sơ đồ khác."
        )
    answers = []
    for child in item.children:
        found = _ANSWER.match(child.text)
        if not found:
            reader.problem(
                child.number,
                f"dưới câu hỏi phải là câu trả lời: “{child.text[:50]}”.",
                "Viết Trả lời: việc cần làm, ví dụ - Có: Bấm gửi lại.",
            )
            continue
        answers.append(Answer(found["answer"].strip(), (_node(reader, found["then"], child, depth + 1),)))
    if len(answers) < 2:
        reader.problem(
            item.number,
            f"câu hỏi “{text[:50]}” có {len(answers)} câu trả lời.",
            "Thêm ít nhất hai câu trả lời, thụt vào 4 dấu cách.",
        )
    return Node(text, "", (), tuple(answers))


def html(tree: DecisionTree, around: Surroundings) -> str:
    """The tree as questions with answers to open, steps as numbered lists: no script is needed."""
    return (
        tag("figcaption", rich(tree.title)) + _nodes_html(tree.nodes, around) + foot(tree.sources, tree.expires, around)
    )


def _nodes_html(nodes: tuple[Node, ...], around: Surroundings) -> str:
    steps = [node for node in nodes if not node.answers]
    text = ""
    if len(steps) == 1:
        text = tag("div", _step_html(steps[0], around), "kit-viec")
    elif steps:
        text = tag("ol", "".join(tag("li", _step_html(node, around)) for node in steps), "kit-viec")
    for node in nodes:
        if node.answers:
            text += tag("p", rich(node.text), "kit-hoi")
            for answer in node.answers:
                text += f"<details><summary>{rich(answer.text)}</summary>{_nodes_html(answer.then, around)}</details>"
    return text


def _step_html(node: Node, around: Surroundings) -> str:
    label = f'<b class="kit-ket kit-ket-{node.end}">{around.words[node.end]}</b> ' if node.end else ""
    return label + rich(node.text) + (_nodes_html(node.steps, around) if node.steps else "")
