"""The list of modules whose types are not checked strictly grows shorter, never longer."""

import tomllib

from support import ROOT


def test_only_modules_that_are_there_and_no_more_than_when_the_list_was_made():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]
    (listed,) = settings["overrides"]
    modules = listed["module"]
    assert all((ROOT / "hooks" / f"{name.replace('.', '/')}.py").is_file() for name in modules)
    assert len(modules) == len(set(modules)) <= 71
    assert settings["strict"] is True
