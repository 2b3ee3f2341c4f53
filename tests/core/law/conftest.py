"""The register of the tests and rows to build others from."""

import csv
from pathlib import Path

import pytest
from handbook.law.matcher import CitationMatcher
from handbook.law.register import read_register
from handbook.law.register_rows import OPTIONAL, REQUIRED
from law_rows import AS_OF

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def register():
    found, problems = read_register(HERE / "register.csv", "docs/van-ban/van-ban.csv", AS_OF)
    assert problems == ()
    return found


@pytest.fixture(scope="session")
def matcher(register):
    return CitationMatcher(register)


@pytest.fixture
def read(tmp_path):
    """Write rows as the register and read it: ``read(ROW, {**NEWER, …}, as_of=…)``."""

    def read_rows(*rows, as_of=AS_OF):
        path = tmp_path / "van-ban.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [*REQUIRED, *OPTIONAL], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        return read_register(path, "van-ban.csv", as_of)

    return read_rows
