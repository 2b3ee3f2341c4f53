"""Adapter: pages are rendered without the blank lines of templates and without doing anything twice."""

from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment, pass_context
from jinja2.runtime import Context, Macro
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from handbook.labels import LABELS
from handbook.mkdocs.fast.compiled_templates import COMPILED
from handbook.mkdocs.session import Session, key_of, language
from handbook.site.pages.navigation import is_companion, listed_beside


@dataclass(frozen=True)
class _Near:
    """The part of a section that is listed beside a page; ``more`` are its other pages.

    ``runs`` are items side by side that look the same on many pages (true), and others.
    """

    index: Page | None
    runs: list[tuple[bool, list]]
    more: int
    label: str


@dataclass(frozen=True)
class _Listed:
    """The pages of a section but its index: the place of each, and the places of those listed by their chapters only."""

    index: Page | None
    items: list
    places: dict[int, int]
    left_out: frozenset[int]


def set_up(session: Session, env: Environment, config: MkDocsConfig) -> None:
    env.bytecode_cache = COMPILED
    # A title or a summary is text: whatever stands between {{ }} is escaped, unless a template says that it is HTML.
    env.autoescape = True
    # A line that holds nothing but a tag of Jinja leaves no line in the page.
    env.trim_blocks = env.lstrip_blocks = True
    rendered: dict[tuple, Markup] = {}
    sections: dict[int, _Listed] = {}
    label = LABELS[language(config)]

    @pass_context
    def kept(context: Context, macro: Macro, *items: object) -> Markup:
        page = context["page"]
        # Seen from pages of one folder, an address elsewhere is the same; an index page is in its folder.
        if page is None:
            place = ("template", context["base_url"])
        else:
            place = ("index", page.url) if page.is_index else ("beside", page.url.rstrip("/").rpartition("/")[0])

        def made(item: object) -> Markup:
            key = (*place, macro.name, id(item))
            if key not in rendered:
                rendered[key] = macro(item)
            return rendered[key]

        return Markup("").join(map(made, items))

    def is_left_out(item: Page | Section) -> bool:
        return isinstance(item, Page) and is_companion(key_of(item.file), session.catalog)

    def listed_of(section: Section) -> _Listed:
        index = next((child for child in section.children if child.is_page and child.is_index), None)
        items = [child for child in section.children if child is not index]
        left_out = frozenset(number for number, item in enumerate(items) if index and is_left_out(item))
        return _Listed(index, items, {id(item): number for number, item in enumerate(items)}, left_out)

    def near(section: Section, page: Page | None) -> _Near:
        if id(section) not in sections:
            sections[id(section)] = listed_of(section)
        whole = sections[id(section)]
        index, items = whole.index, whole.items
        mine = None if page is index else whole.places.get(id(page), -1)
        numbers = listed_beside(len(items), mine, whole.left_out) if index else range(len(items))
        listed = [items[number] for number in numbers]
        runs = groupby(listed, lambda item: not item.children and item is not page)
        told = f"{label['all']} ({len(items)})"
        return _Near(index, [(is_plain, list(run)) for is_plain, run in runs], len(items) - len(listed), told)

    env.globals.update(kept=kept, nearby=near)
