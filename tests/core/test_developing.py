"""DEVELOPING.md, given to a new programmer, names files that are there, for ten changes the right ones."""

import re

import pytest
from support import ROOT

TEXT = (ROOT / "DEVELOPING.md").read_text(encoding="utf-8")
ROWS = {
    cells[1].strip(): set(re.findall(r"`([^`]+)`", cells[2]))
    for line in TEXT.partition("## Where does a change go?")[2].partition("## ")[0].splitlines()
    if len(cells := line.split("|")) == 4 and "`" in line
}
# Ten changes that a stranger was asked for (house.md), and two of later wings: what must be named, and a word that shows it is still done there.
TASKS = {
    "add a key to the front matter": {
        "hooks/handbook/source/schema.py": "class PageMeta",
        "hooks/handbook/source/field_help.py": "WORDS",
    },
    "read another spreadsheet format": {
        "hooks/handbook/tables/file/workbooks.py": "CalamineWorkbook",
        "hooks/handbook/tables/file/open_file.py": "def read_grid",
        "hooks/handbook/source/file_names.py": "TABLE_SUFFIXES",
    },
    "add a rule for editors": {
        "hooks/handbook/checks/rules.py": "RULES",
        "tests/core/checks/cases.yaml": "",
        "hooks/handbook/checks/": "",
    },
    "recognise another way to cite a law": {
        "hooks/handbook/law/grammar.py": "re.compile",
        "hooks/handbook/law/matcher.py": "class CitationMatcher",
        "tests/core/law/citations.yaml": "",
    },
    "show a badge in the head of a chapter": {
        "hooks/handbook/site/pages/page_view.py": "class PageView",
        "overrides/partials/page-head.html": "view.",
        "hooks/handbook/labels.py": "LABELS",
    },
    "swap two of the last steps of a build": {"hooks/mkdocs_hooks.py": "assets.pack_files"},
    "change the page numbers of the book": {"overrides/book/pages.typ": "counter(page)"},
    "change the weight of keywords in search": {"overrides/assets/search/worker.js": "keywords"},
    "change how numbers are written in English tables": {"hooks/handbook/tables/number_text.py": "def number_text"},
    "change what makes a kept page be converted again": {
        "hooks/handbook/mkdocs/fast/cached_conversion.py": "session.cache.open"
    },
    "change which pages the whole book only names (sheets to print, provinces)": {
        "hooks/handbook/book/apart.py": "def "
    },
    "change how an edition's list of files is signed or checked": {
        "hooks/handbook/offline/signing.py": "minisign",
        "hooks/handbook/offline/checked_files.py": "def sums_of",
    },
}


def test_the_tasks_are_all_in_the_guide():
    assert set(TASKS) == set(ROWS) and len(TASKS) == 12


@pytest.mark.parametrize("task", TASKS)
def test_the_guide_names_the_file_where_it_is_done(task):
    assert ROWS[task] == set(TASKS[task])
    for name, word in TASKS[task].items():
        path = ROOT / name
        assert path.is_dir() if name.endswith("/") else word in path.read_text(encoding="utf-8")


def named_paths():
    """Every path in backquotes or links that looks like one of ours."""
    for name in sorted({*re.findall(r"`([\w./-]+)`", TEXT), *re.findall(r"\]\((?!https?:)([^)]+)\)", TEXT)}):
        if re.search(r"\.(py|md|yml|yaml|html|js|css|typ|txt|toml)$|/$", name):
            yield name


@pytest.mark.parametrize("name", list(named_paths()))
def test_every_file_named_is_there(name):
    theirs = ("partials/nav.html", "partials/toc.html", "toc-item.html", "partials/languages/vi.html", "en.html")
    if name in theirs or name == ".cache/":
        return
    places = (
        ROOT,
        ROOT / "hooks/handbook",
        ROOT / "hooks/handbook/mkdocs",
        ROOT / "tests/site",
        ROOT / "overrides/partials",
    )
    assert any((place / name).exists() for place in places)


def test_a_file_that_is_not_there_would_be_noticed():
    assert "hooks/mkdocs_hooks.py" in set(named_paths()) and not (ROOT / "hooks/delivery.py").exists()


def test_the_events_are_told_in_the_order_of_the_hooks():
    hooks = (ROOT / "hooks/mkdocs_hooks.py").read_text(encoding="utf-8")
    there = re.findall(r"^(?:def )?(on_\w+)(?: = |\()", hooks, re.MULTILINE)
    told = re.findall(
        r"`(on_\w+)`", TEXT.partition("1. `on_startup`")[1] + TEXT.partition("1. `on_startup`")[2].partition("## ")[0]
    )
    assert sorted(set(there) - {"on_serve"}) == sorted(set(told))
