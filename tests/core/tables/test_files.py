"""The folder of real-life files: each gives its table or its messages, as ``cases.yaml`` says."""

from pathlib import Path

import pytest
import yaml
from core.tables.making import meta
from handbook.tables import read_table
from handbook.tables.number_text import cell_text

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "cases.yaml").read_text(encoding="utf-8"))


def shown(cell, column):
    text = cell_text(cell, column, "vi")
    if column.kind in ("chu", "nguon") or cell.value is None and cell.exact:
        return text
    return f"{text} ⇒ {'' if cell.value is None else cell.value}{'' if cell.exact else ' ~'}".rstrip()


@pytest.mark.parametrize("case", CASES, ids=[f"{case['tep']}-{number}" for number, case in enumerate(CASES)])
def test_file(case):
    declared = meta(**case["khai"]) if "khai" in case else None
    table, problems = read_table(HERE / "files" / case["tep"], declared, f"so-lieu/{case['tep']}")
    assert [str(problem) for problem in problems] == case.get("bao", [])
    if "hang" not in case:
        assert table is None
        return
    assert [f"{c.key}: {c.title}{f' ({c.unit})' if c.unit else ''} – {c.kind}" for c in table.columns] == case["cot"]
    assert [
        [shown(cell, column) for cell, column in zip(row, table.columns, strict=True)] for row in table.rows
    ] == case["hang"]
    assert list(table.notes) == case.get("ghi_chu", [])


def test_every_file_has_a_case_and_there_are_many():
    named = {case["tep"] for case in CASES}
    assert named == {path.name for path in (HERE / "files").iterdir()}
    assert len(named) >= 60


def test_a_file_that_is_not_there_is_a_problem(tmp_path):
    table, problems = read_table(tmp_path / "x.csv", None, "docs/so-lieu/x.csv")
    assert table is None and problems[0].path == "docs/so-lieu/x.csv"
