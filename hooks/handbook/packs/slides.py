"""Slides of a lesson (16:9) with what to say beside each, from the same lesson and blocks."""

from __future__ import annotations

from collections.abc import Mapping

from handbook.book.html_tree.inline import Node, plain
from handbook.kit.named_things import linked_ids, meant, plain_words, things_named
from handbook.kit.placed import Placed
from handbook.kit.plan_text import Row, rows_of, sections_in
from handbook.packs.sheets import Pack, plan_body, section_named, sequence_of, sheet_data

#: Sections of a lesson, by the names that lessons have.
_GOALS, _COURSE, _LEAD, _HOMEWORK = "Mục tiêu", "Diễn biến", "Lời dẫn gợi ý", "Việc về nhà"
_MOST_BULLETS = 6
_MOST_NODES = 9  # of a tree on one slide


def slides_of(pack: Pack, rows: Mapping[tuple[str, int], tuple[Placed, ...]]) -> list[dict]:
    """The slides of a lesson, each with its ``notes``: paragraphs of plain text."""
    body = plan_body(pack, 10)
    chapter = pack.chapter
    svg = pack.shelf.drawings.get(pack.meta.drawing or "", "")
    slides: list[dict] = [
        {"t": "title", "title": chapter.title, "svg": svg, "notes": _paragraphs(section_named(body, _LEAD))}
    ]
    if goals := _items(section_named(body, _GOALS)):
        slides.append({"t": "bullets", "title": pack.words["goals"], "items": goals[:_MOST_BULLETS], "notes": []})
    if course := _rows(section_named(body, _COURSE)):
        notes = [f"{row[0]}: {row[1]}" for row in course]
        slides.append(
            {
                "t": "agenda",
                "title": pack.words["agenda"],
                "rows": [[row[0], row[-1]] for row in course],
                "notes": notes,
            }
        )
    minutes = list(rows_of(sections_in(chapter.source).get(_COURSE, ())))
    places = _places(minutes, pack)
    for at, row in enumerate(minutes):
        slides.append(_minute(row))
        slides += [slide for one, place in places if place == at for slide in _of_block(one, pack, rows)]
    slides += [slide for one, place in places if place >= len(minutes) for slide in _of_block(one, pack, rows)]
    asked = [one for one in pack.ordered if one.block.kind == "cau-hoi"]
    for form, name in (("truoc", "before"), ("sau", "after"), ("", "questions")):
        some = [one for one in asked if getattr(one.block.content, "form", "") == form]
        if some:
            slides.append({"t": "divider", "title": pack.words[name], "notes": []})
        slides += [slide for one in some for slide in _of_block(one, pack, rows)]
    if homework := _items(section_named(body, _HOMEWORK)):
        slides.append({"t": "bullets", "title": pack.words["homework"], "items": homework[:_MOST_BULLETS], "notes": []})
    return slides


def _minute(row: Row) -> dict:
    """What the class does in these minutes; what the trainer does is for the notes."""
    does = [plain_words(cell) for cell in row.cells[1:]]
    return {"t": "minute", "title": does[-1] if does else "", "when": row.cells[0], "notes": does[:1]}


def _places(minutes: list[Row], pack: Pack) -> list[tuple[Placed, int]]:
    """The blocks of the pack but its questions, each with the row in which it is shown.

    That is the first row that leads to it or names it; what no row names follows what was ordered before it.
    """
    held = [_held_in(row, pack) for row in minutes]
    places: list[tuple[Placed, int]] = []
    last = 0 if minutes else 1
    for one in (one for one in pack.ordered if one.block.kind != "cau-hoi"):
        last = next((at for at, names in enumerate(held) if one.block.content.id in names), last)
        places.append((one, last))
    return places


def _held_in(row: Row, pack: Pack) -> frozenset[str]:
    """The ids of the blocks that the row leads to or names."""
    text = " | ".join(row.cells[1:])
    named = (found for thing in things_named(text) if thing.words and (found := meant(thing, pack.ordered)))
    return linked_ids(text) | {one.block.content.id for one in named}


def _of_block(one: Placed, pack: Pack, rows: Mapping[tuple[str, int], tuple[Placed, ...]]) -> list[dict]:
    kind = one.block.kind
    data = sheet_data(one, pack.shelf)
    if kind == "man-hinh":
        made = []
        screens = sequence_of(one, rows)
        for number, screen in enumerate(screens, start=1):
            item = sheet_data(screen, pack.shelf)
            notes = [touch["how"] or touch["text"] for touch in item["items"] if touch["touch"]]
            notes += [item["to_do"]] if item["to_do"] else []
            made.append(
                {
                    "t": "screen",
                    "title": item["title"],
                    "item": item,
                    "step": number,
                    "of": len(screens),
                    "notes": notes,
                }
            )
        return made
    if kind == "tin-nhan":
        notes = [f"{number}. {sign}" for number, sign in enumerate(data["signs"], start=1)] + [data["to_do"]]
        return [{"t": "message", "title": data["title"], "item": data, "notes": notes}]
    if kind == "to-in":
        return [{"t": "leaflet", "title": data["title"], "item": data, "notes": []}]
    if kind == "cau-hoi":
        right = f"{'ABCDE'[data['right']]}. {data['options'][data['right']]}"
        notes = [f"{pack.words['answer']}: {right}", data["why"]]
        return [
            {"t": "question", "title": data["title"], "item": data, "shows": False, "notes": notes},
            {"t": "question", "title": data["title"], "item": data, "shows": True, "notes": [data["why"]]},
        ]
    if kind == "so-do":
        return [{"t": "tree", "title": data["title"], "item": some, "notes": []} for some in in_parts(data)]
    return []  # cards and forms are in the hands, not on the wall


def in_parts(tree: dict) -> list[dict]:
    """``tree``, or the same in parts that are read from the last row: each asks the question, with some of its answers.

    Parts are about as long as each other: none is left with one answer on an empty slide.
    """
    *steps, last = tree["nodes"]
    if _size(tree["nodes"]) <= _MOST_NODES or not last["answers"]:
        return [tree]
    weights = [1 + _size(answer["then"]) for answer in last["answers"]]
    count = -(-sum(weights) // _MOST_NODES)
    parts: list[list[dict]] = [[] for _ in range(count)]
    before = 0
    for answer, weight in zip(last["answers"], weights, strict=True):
        # An answer belongs where its middle falls when the whole is cut into equal lengths.
        parts[min(count - 1, int((before + weight / 2) * count / sum(weights)))].append(answer)
        before += weight
    parts = [part for part in parts if part]
    return [
        {**tree, "nodes": [*(() if number else steps), {**last, "answers": answers}], "sources": []}
        for number, answers in enumerate(parts)
    ]


def _size(nodes: list[dict]) -> int:
    """How many lines a tree takes, more or less."""
    return sum(
        1 + _size(node["steps"]) + sum(1 + _size(answer["then"]) for answer in node["answers"]) for node in nodes
    )


def _items(nodes: list[Node]) -> list[str]:
    return [
        " ".join(plain(block["c"]) for block in item["c"] if block["t"] == "p")
        for node in nodes
        if node["t"] == "list"
        for item in node["items"]
    ]


def _rows(nodes: list[Node]) -> list[list[str]]:
    for node in nodes:
        if node["t"] == "table":
            return [[_text(cell["c"]) for cell in row] for row in node["body"] if len(row) >= 2]
    return []


def _paragraphs(nodes: list[Node]) -> list[str]:
    found: list[str] = []
    for node in nodes:
        if node["t"] == "p":
            found.append(plain(node["c"]))
        elif isinstance(node.get("c"), list) and node["t"] in ("admonition", "titled", "quote"):
            found += _paragraphs(node["c"])
    return [text for text in found if text]


def _text(blocks: list[Node]) -> str:
    return " ".join(plain(block["c"]) for block in blocks if block["t"] == "p")
