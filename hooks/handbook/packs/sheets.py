"""A lesson's print pack as data: its sheets in the order in which they are printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from handbook.book.html_tree.book_links import LinkIndex, label_of
from handbook.book.html_tree.inline import Node, plain
from handbook.book.html_tree.tree import build_tree
from handbook.book.layout.headings_and_labels import arrange, every_node, settle_labels
from handbook.book.layout.paper import Paper
from handbook.book.layout.table_layout import lay_out
from handbook.book.model import Book, Chapter
from handbook.book.press.qr import qr_svg
from handbook.kit.kinds import data_of
from handbook.kit.placed import Placed
from handbook.packs.local_facts import LocalFacts
from handbook.packs.words import words_in
from handbook.sections import DEFAULT_LANGUAGE
from handbook.source.schema import LessonMeta

#: A column of the plan: 87 mm; as high as wide, so that no table is turned sideways.
_COLUMN = Paper(87, 87, 0, 0, 0, 0, 0, 0)
DOORSTEP, SHORT = "the-ba-phut", "ban-30-phut"


@dataclass(frozen=True)
class Shelf:
    """What sheets are made with beside their blocks: addresses of pages, line drawings (SVG), a commune's facts."""

    urls: Mapping[str, str] = field(default_factory=dict)
    drawings: Mapping[str, str] = field(default_factory=dict)
    local: LocalFacts | None = None


@dataclass(frozen=True)
class Pack:
    """What a lesson's files are made from: its chapter, front matter, and the blocks that it orders.

    ``leaflets`` and other blocks of reminders are in ``reminders``, a list for each of the three times.
    """

    chapter: Chapter
    meta: LessonMeta
    ordered: tuple[Placed, ...]
    reminders: tuple[tuple[Placed, ...], ...] = ()
    shelf: Shelf = field(default_factory=Shelf)
    as_of: dt.date | None = None
    language: str = DEFAULT_LANGUAGE

    @property
    def words(self) -> Mapping:
        return words_in(self.language)


def pack_of(chapter: Chapter, meta: LessonMeta, names: Mapping[str, Placed], book: Book, shelf: Shelf) -> Pack:
    """The pack of a lesson; what is past its date, or does not exist, is left out (the check tells of both)."""

    def placed(ids: tuple[str, ...]) -> tuple[Placed, ...]:
        found = (names[name] for name in ids if name in names)
        return tuple(one for one in found if not _is_over(one, book.as_of))

    reminders = meta.reminders
    times = (reminders.week_2, reminders.month_1, reminders.month_3) if reminders else ()
    return Pack(
        chapter,
        meta,
        placed(meta.to_print),
        tuple(placed(ids) for ids in times),
        shelf,
        book.as_of,
        book.language,
    )


def _is_over(one: Placed, as_of: dt.date) -> bool:
    return bool(one.block.content.expires and one.block.content.expires < as_of)


def sheet_data(one: Placed, shelf: Shelf) -> dict:
    """A block as data, with its edition and, for a leaflet, the QR code of its page, its drawing, the commune's number."""
    data = data_of(one.block.content)
    if data["kind"] == "to-in":
        key, _, anchor = data["page"].partition("#")
        url = shelf.urls.get(key, "")
        data["url"] = url + (f"#{anchor}" if anchor and url else "")
        data["qr"] = qr_svg(data["url"]) if url else ""
        data["svg"] = shelf.drawings.get(data["drawing"], "")
        if shelf.local:
            data |= shelf.local.number_for(data["number"], data["number_for"])
    if one.article.meta.date:
        data["edition"] = one.article.meta.date.strftime("%d/%m/%Y")
    return data


def sequence_of(one: Placed, all_placed: Mapping[tuple[str, int], tuple[Placed, ...]]) -> tuple[Placed, ...]:
    """The screens of the sequence that begins with ``one``; other blocks are alone."""
    if one.block.kind != "man-hinh":
        return (one,)
    return all_placed.get((one.article.path, one.block.sequence), (one,))


def sheets_of(pack: Pack, rows: Mapping[tuple[str, int], tuple[Placed, ...]], plan_size: float) -> list[dict]:
    """The sheets of ``pack``; ``rows`` holds the screens of each sequence, ``plan_size`` the type of the plan in points."""
    return [*plan_sheets(pack, plan_body(pack, plan_size), plan_size), *other_sheets(pack, rows)]


def plan_sheets(pack: Pack, body: list[Node], size: float) -> list[dict]:
    """The plan in type of ``size`` points, and its two short forms, which are taken out of ``body``."""
    sections = {name: _take_section(body, label_of(pack.chapter.key, name)) for name in (DOORSTEP, SHORT)}
    sheets: list[dict] = [_plan_sheet(pack, body, size)]
    if sections[DOORSTEP]:
        sheets.append(
            {
                "t": "doorstep",
                "title": pack.words["doorstep"],
                "how": pack.words["doorstep_how"],
                "body": sections[DOORSTEP],
            }
        )
    if sections[SHORT]:
        sheets.append(
            {"t": "short", "title": pack.words["short"], "how": pack.words["short_how"], "body": sections[SHORT]}
        )
    return sheets


def other_sheets(pack: Pack, rows: Mapping[tuple[str, int], tuple[Placed, ...]]) -> list[dict]:
    """All sheets but the plan and its short forms."""
    sheets: list[dict] = []
    for kind, group in groupby(_printed_together(pack.ordered), key=_group):
        some = tuple(group)
        if kind == "tests":
            continue
        if kind == "cau-hoi":
            sheets += _questions(some, str(pack.words["questions"]), pack)
        elif kind == "a5":
            sheets.append(
                _sheet("leaflets", some, pack, "leaflet_how", title=", ".join(one.block.content.title for one in some))
            )
        elif kind == "man-hinh":
            sheets.append(_screens(some, rows, pack))
        elif kind == "the-cat":
            sheets.append(_sheet("cards", some, pack, "cards_how"))
        else:
            name, how = _SHEETS[kind]
            sheets += [_sheet(name, (one,), pack, "half_how" if _is_half(one) else how) for one in some]
    sheets += _tests(pack)
    sheets.append(
        {
            "t": "certificate",
            "title": pack.words["certificate"],
            "how": pack.words["certificate_how"],
            "of": pack.chapter.title,
        }
    )
    if any(pack.reminders):
        sheets.append(_reminders(pack))
        sheets += _hung_later(pack)
    return sheets


def _printed_together(ordered: tuple[Placed, ...]) -> list[Placed]:
    """The blocks in their order, but all cards after the first set and all screens after the first: fewer half-empty sheets."""
    first: dict[str, int] = {}
    for place, one in enumerate(ordered):
        first.setdefault(one.block.kind, place)
    together = ("the-cat", "man-hinh")
    place_of = {id(one): first[one.block.kind] if one.block.kind in together else at for at, one in enumerate(ordered)}
    return sorted(ordered, key=lambda one: place_of[id(one)])


def _screens(some: tuple[Placed, ...], rows: Mapping, pack: Pack) -> dict:
    """Paper phones: the screens of each sequence, each with its place in it."""
    items = []
    for one in some:
        screens = sequence_of(one, rows)
        for step, screen in enumerate(screens, start=1):
            items.append({**sheet_data(screen, pack.shelf), "step": step, "of": len(screens)})
    return {"t": "screens", "title": items[0]["title"], "how": pack.words["screens_how"], "items": items}


def _tests(pack: Pack) -> list[dict]:
    """The questions before and after, and one sheet with both keys, on which the trainer counts."""
    sheets, keys = [], []
    for form, title in (("truoc", "before"), ("sau", "after")):
        some = tuple(one for one in pack.ordered if getattr(one.block.content, "form", "") == form)
        if some:
            test, key = _questions(some, str(pack.words[title]), pack)
            sheets.append(test)
            keys.append({"title": test["title"], "items": key["items"]})
    if keys:
        sheets.append(
            {"t": "key", "title": pack.words["key"], "how": pack.words["key_how"], "groups": keys, "items": []}
        )
    return sheets


_SHEETS = {
    "tin-nhan": ("message", "message_how"),
    "so-do": ("tree", "tree_how"),
    "poster": ("poster", "poster_how"),
    "bieu-mau": ("form", "form_how"),
}


def _is_half(one: Placed) -> bool:
    """Whether a form is of A5: packs hold it twice on an A4 page, as leaflets."""
    return one.block.kind == "bieu-mau" and getattr(one.block.content, "paper", "") == "a5"


def _group(one: Placed) -> str:
    content = one.block.content
    if one.block.kind == "to-in":
        return "a5" if getattr(content, "paper", "") == "a5" else "poster"
    return "tests" if one.block.kind == "cau-hoi" and getattr(content, "form", False) else one.block.kind


def _sheet(name: str, some: tuple[Placed, ...], pack: Pack, how: str, title: str = "") -> dict:
    items = [sheet_data(one, pack.shelf) for one in some]
    return {"t": name, "title": title or items[0]["title"], "how": pack.words[how], "items": items}


def _questions(some: tuple[Placed, ...], title: str, pack: Pack) -> list[dict]:
    items = [sheet_data(one, pack.shelf) for one in some]
    return [
        {"t": "test", "title": title, "how": pack.words["test_how"], "items": items},
        {
            "t": "key",
            "title": f"{pack.words['key']}: {title}",
            "how": pack.words["key_how"],
            "groups": [{"title": "", "items": items}],
            "items": items,
        },
    ]


def _reminders(pack: Pack) -> dict:
    times = []
    for name, some in zip(pack.words["reminder_times"], pack.reminders, strict=True):
        times.append({"name": name, "items": [sheet_data(one, pack.shelf) for one in some]})
    return {"t": "reminders", "title": pack.words["reminders"], "how": pack.words["reminders_how"], "times": times}


def _hung_later(pack: Pack) -> list[dict]:
    """The leaflets and posters that a reminder hangs up and the lesson did not."""
    here = {one.block.content.id for one in pack.ordered}
    later = {one.block.content.id: one for blocks in pack.reminders for one in blocks if one.block.kind == "to-in"}
    new = [one for name, one in later.items() if name not in here]
    small = tuple(one for one in new if _group(one) == "a5")
    titles = ", ".join(one.block.content.title for one in small)
    sheets = [_sheet("leaflets", small, pack, "leaflet_how", title=titles)] if small else []
    return sheets + [_sheet("poster", (one,), pack, "poster_how") for one in new if one not in small]


def _plan_sheet(pack: Pack, body: list[Node], size: float) -> dict:
    """The plan in two columns."""
    chapter = pack.chapter
    return {
        "t": "plan",
        "title": chapter.title,
        "name": pack.words["plan"],
        "how": pack.words["plan_how"],
        "key": chapter.key,
        "summary": chapter.summary or "",
        "url": chapter.url,
        "qr": qr_svg(chapter.url) if chapter.url else "",
        "svg": pack.shelf.drawings.get(pack.meta.drawing or "", ""),
        "size": size,
        "body": body,
    }


def plan_body(pack: Pack, size: float) -> list[Node]:
    """The lesson's text; what has a sheet of its own is only named."""
    return laid_out(plan_text(pack), size)


def plan_text(pack: Pack) -> list[Node]:
    """The same before its tables are laid out for a size of type."""
    chapter = pack.chapter
    links = LinkIndex.of((chapter,))
    tree, _ = build_tree(chapter.html, chapter.key, links, chapter.path, chapter.source, chapter.source_line)
    body = arrange(tree, chapter.title)
    own = {one.block.raw.digest for one in pack.ordered}
    titles = {one.block.content.title for one in pack.ordered}
    body = list(_without_sheets(body, titles if own else set(), str(pack.words["see_sheet"])))
    settle_labels(list(every_node(body)), {chapter.key})
    return body


def laid_out(body: list[Node], size: float) -> list[Node]:
    """``body`` with its tables laid out for type of ``size`` points."""
    for node in every_node(body):
        if node.get("t") == "table":
            lay_out(node, _COLUMN, size)
            if node["layout"] == "turned":
                node["layout"] = "grid"
    return body


def _without_sheets(body: list[Node], titles: set[str], see: str) -> Iterator[Node]:
    for node in body:
        data = node.get("data") or next((one["data"] for one in node.get("screens", ())), None)
        if node["t"] == "kit" and data and data["title"] in titles:
            if "id" in node:
                yield {"t": "anchor", "id": node["id"]}
            yield {"t": "p", "c": [f"→ {see} “{data['title']}”."]}
        else:
            yield node


def _take_section(body: list[Node], name: str) -> list[Node]:
    """Take the section under the heading ``name`` out of ``body``, without its heading."""
    start = next((at for at, node in enumerate(body) if node["t"] == "h" and node.get("id") == name), None)
    if start is None:
        return []
    end = start + 1
    while end < len(body) and not (body[end]["t"] == "h" and body[end]["level"] <= body[start]["level"]):
        end += 1
    section = body[start + 1 : end]
    body[start:end] = [{"t": "anchor", "id": name}]
    return section


def section_named(body: list[Node], title: str) -> list[Node]:
    """The blocks under the heading with the words ``title``."""
    start = next((at for at, node in enumerate(body) if node["t"] == "h" and plain(node["c"]).strip() == title), None)
    if start is None:
        return []
    level = body[start]["level"]
    found = []
    for node in body[start + 1 :]:
        if node["t"] == "h" and node["level"] <= level:
            break
        found.append(node)
    return found
