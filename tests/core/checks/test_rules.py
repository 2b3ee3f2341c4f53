"""Every rule passes what is right and finds what is wrong, from ``cases.yaml``."""

from pathlib import Path

import pytest
import yaml
from handbook.checks import RULES

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
RULE = {rule.code: rule for rule in RULES}


def each(side):
    return [
        pytest.param(case["code"], files, case.get("line"), id=f"{case['code']}-{number}")
        for case in CASES
        for number, files in enumerate(case[side], start=1)
    ]


def test_every_rule_has_its_cases():
    assert sorted(case["code"] for case in CASES) == sorted(rule.code for rule in RULES)
    assert all(case["good"] and case["bad"] for case in CASES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_named_and_described(rule):
    assert rule.code.isascii() and rule.code == rule.code.lower() and rule.title
    assert bool(rule.check_page) != bool(rule.check_all)


@pytest.mark.parametrize(("code", "files", "line"), each("good"))
def test_what_is_right_passes(content_of, code, files, line):
    assert not list(RULE[code].check(content_of(files)))


@pytest.mark.parametrize(("code", "files", "line"), each("bad"))
def test_what_is_wrong_is_found(content_of, code, files, line):
    problems = sorted(RULE[code].check(content_of(files)))
    assert problems
    for problem in problems:
        assert problem.code == code and problem.severity is RULE[code].severity
        assert (
            problem.path.startswith("docs/")
            and problem.message.endswith((".", "…"))
            and problem.fix.endswith((".", "?", ")"))
        )
    assert line is None or problems[0].line == line
