"""The house stands in order: wings use only those before them, and only two of them know MkDocs."""

import ast
from pathlib import Path

import pytest
from support import ROOT

HOOKS = ROOT / "hooks"
HANDBOOK = HOOKS / "handbook"
MODULES = sorted(HANDBOOK.rglob("*.py"))
ALL = [*sorted(HOOKS.glob("*.py")), *MODULES]
ADAPTERS = sorted((HANDBOOK / "mkdocs").rglob("*.py")) + sorted((HANDBOOK / "commands").rglob("*.py"))
# In the order of the flow; what stands in one group does not use its neighbours.
ORDER = [
    {"problem", "sections", "labels", "settings"},  # words that every wing uses, and each other
    {"cache"},
    {"vietnamese"},
    {"source"},
    {"markdown"},
    {"tables"},
    {"law", "glossary"},
    {"catalogue"},
    {"pagekeys"},
    {"kit"},
    {"quiz"},
    {"places"},
    {"checks"},
    {"load"},
    {"book"},
    {"packs"},
    {"site"},
    {"search"},
    {"offline"},
    {"editing"},
    {"mkdocs"},
    {"commands"},
]
RANK = {wing: rank for rank, wings in enumerate(ORDER) for wing in wings}
KNOW_MKDOCS = {"mkdocs", "commands"}


def wing_of(path):
    return path.relative_to(HANDBOOK).parts[0].removesuffix(".py")


def imported(text):
    """Every module that ``text`` imports, by its whole name."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def out_of_order(wing, text):
    """The wings that ``text``, of ``wing``, uses although they come later or stand beside it."""
    used = {name.split(".")[1] for name in imported(text) if name.startswith("handbook.")} - {wing}
    return {other for other in used if RANK[other] > RANK[wing] or (RANK[other] == RANK[wing] and RANK[wing])}


def knows_mkdocs(text):
    return {name for name in imported(text) if name.startswith(("mkdocs", "material", "properdocs"))}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HANDBOOK)))
def test_a_wing_uses_only_wings_before_it(path):
    if path != HANDBOOK / "__init__.py":
        assert not out_of_order(wing_of(path), path.read_text(encoding="utf-8"))


def test_the_order_can_be_broken():
    assert out_of_order("tables", "from handbook.checks import rules\nfrom handbook.source import schema") == {"checks"}
    assert out_of_order("law", "import handbook.glossary.model") == {"glossary"}


def test_every_wing_has_its_place():
    there = {wing_of(path) for path in MODULES} - {"__init__"}
    assert there == set(RANK)


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if wing_of(path) not in KNOW_MKDOCS],
    ids=lambda path: str(path.relative_to(HANDBOOK)),
)
def test_core_imports_no_mkdocs(path):
    assert not knows_mkdocs(path.read_text(encoding="utf-8"))


def test_the_rule_can_fail():
    assert {"mkdocs.structure.files.Files"} <= {
        name for path in ADAPTERS for name in knows_mkdocs(path.read_text(encoding="utf-8"))
    }


def test_one_place_runs_mkdocs_from_a_program():
    assert {
        path.relative_to(HANDBOOK).as_posix()
        for path in ADAPTERS
        if {"mkdocs.commands.build.build", "mkdocs.config.load_config"} & knows_mkdocs(path.read_text(encoding="utf-8"))
    } == {"commands/site_build.py"}


def test_the_order_of_events_stands_in_one_file():
    assert {path.relative_to(ROOT).as_posix() for path in ALL if "event_priority" in path.read_text("utf-8")} == {
        "hooks/mkdocs_hooks.py"
    }
    assert sorted(path.name for path in HOOKS.glob("*.py")) == ["__main__.py", "mkdocs_hooks.py"]


def kept_by_the_module(text):
    """Names of a module that hold something that grows: the state of a run stands in the session."""
    for node in ast.parse(text).body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        grows = isinstance(node, ast.Assign | ast.AnnAssign) and (
            isinstance(node.value, ast.Dict | ast.List | ast.Set)
            or (
                isinstance(node.value, ast.Call)
                and getattr(node.value.func, "id", "") in {"dict", "list", "set", "Latest"}
            )
        )
        yield from (target.id for target in targets if grows and isinstance(target, ast.Name))


@pytest.mark.parametrize(
    "path", sorted((HANDBOOK / "mkdocs").rglob("*.py")), ids=lambda path: str(path.relative_to(HANDBOOK))
)
def test_adapters_keep_no_state_of_their_own(path):
    assert not list(kept_by_the_module(path.read_text(encoding="utf-8")))


def test_state_of_a_module_is_seen():
    text = "_pages: dict[str, str] = {}\n_found = Latest()\nlater = []\n_WORD = 'x'\n"
    assert list(kept_by_the_module(text)) == ["_pages", "_found", "later"]


def keeps_results(text):
    """The caches of ``functools`` that ``text`` uses; a cached property lives and ends with its object."""
    return {name for name in imported(text) if name in {"functools.cache", "functools.lru_cache"}}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HANDBOOK)))
def test_results_are_kept_only_by_the_cache_wing(path):
    """So that ``forget_all`` forgets everything when a run begins."""
    assert wing_of(path) == "cache" or not keeps_results(path.read_text(encoding="utf-8"))


def test_kept_results_are_seen():
    assert keeps_results("from functools import lru_cache, partial") == {"functools.lru_cache"}


@pytest.mark.parametrize("path", ADAPTERS, ids=lambda path: str(path.relative_to(HANDBOOK)))
def test_adapters_are_thin(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 90


@pytest.mark.parametrize("path", ALL, ids=lambda path: str(path.relative_to(HOOKS)))
def test_code_never_prints(path):
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]


def test_only_the_console_writes_to_the_terminal():
    assert {path for path in ALL if "sys.stdout" in Path(path).read_text("utf-8")} == {
        HANDBOOK / "commands" / "console.py"
    }
