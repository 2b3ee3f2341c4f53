"""The core outlives the site generator: it must not know MkDocs, and adapters stay thin."""

import ast

import pytest
from support import ROOT

CORE = sorted((ROOT / "hooks" / "handbook").rglob("*.py"))
ADAPTERS = sorted((ROOT / "hooks").glob("*.py"))


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.name)
def test_core_imports_no_mkdocs(path):
    assert not {name for name in imported(path) if name.startswith(("mkdocs", "material"))}


def test_the_rule_can_fail():
    assert "mkdocs" in {name for path in ADAPTERS for name in imported(path)}


@pytest.mark.parametrize("path", ADAPTERS, ids=lambda path: path.name)
def test_adapters_are_thin(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 90


@pytest.mark.parametrize("path", CORE + ADAPTERS, ids=lambda path: path.name)
def test_code_never_prints(path):
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]
