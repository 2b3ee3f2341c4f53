"""Problems as SARIF 2.1.0 and as GitHub annotations."""

import ast
import json
import re

from handbook.checks import RULES
from handbook.checks.codes import TITLES
from handbook.checks.report_formats import WRITERS, summary
from handbook.problem import Problem, Severity, in_reading_order
from support import ROOT

PROBLEMS = in_reading_order(
    [
        Problem("docs/b.md", 3, "Sai 50%.", "Sửa.", "tieu-de-h1"),
        Problem("docs/a b,c.md", 0, "Thiếu tệp.", "", "bang-thieu-md", Severity.INCOMPLETE),
        Problem("docs/a b,c.md", 9, "Câu dài.", "Tách.", "cau-dai", Severity.HINT),
    ]
)


def sarif():
    return json.loads(WRITERS["sarif"](PROBLEMS))


def test_sarif_names_version_rules_and_places_in_reading_order():
    log = sarif()
    (run,) = log["runs"]
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json")
    found = [
        (
            result["ruleId"],
            result["level"],
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            result["locations"][0]["physicalLocation"]["region"]["startLine"],
        )
        for result in run["results"]
    ]
    assert found == [
        ("bang-thieu-md", "error", "docs/a%20b%2Cc.md", 1),
        ("cau-dai", "note", "docs/a%20b%2Cc.md", 9),
        ("tieu-de-h1", "error", "docs/b.md", 3),
    ]


def test_every_result_points_at_its_rule_and_every_rule_is_described():
    (run,) = sarif()["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    described = {rule["id"] for rule in rules if rule["shortDescription"]["text"]}
    assert described == {rule.code for rule in RULES} | set(TITLES)


def codes_in_source():
    """Every code that a problem is made with, as the source has it; rules of the registry have theirs there."""
    for path in (ROOT / "hooks").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(call.func, "attr", getattr(call.func, "id", "")) if isinstance(call, ast.Call) else ""
            if name in ("Problem", "problem", "fail"):
                given = [*call.args[2:], *(keyword.value for keyword in call.keywords if keyword.arg == "code")]
                yield from (
                    node.value
                    for value in given
                    for node in ast.walk(value)
                    if isinstance(node, ast.Constant) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", str(node.value))
                )


def test_every_code_that_can_come_out_is_described():
    found = set(codes_in_source())
    assert found - {rule.code for rule in RULES} == set(TITLES)  # nothing missing, nothing left over
    assert not set(TITLES) & {rule.code for rule in RULES}


def test_no_problem_is_still_a_valid_log():
    log = json.loads(WRITERS["sarif"](()))
    assert log["runs"][0]["results"] == []


def test_annotations_escape_what_github_would_read_as_its_own():
    lines = WRITERS["github"](PROBLEMS).splitlines()
    assert lines[0] == "::error file=docs/a b%2Cc.md,line=1,title=bang-thieu-md::Thiếu tệp. "
    assert lines[2] == "::error file=docs/b.md,line=3,title=tieu-de-h1::Sai 50%25. Sửa."


def test_errors_stand_before_hints_and_one_kind_takes_one_line():
    found = in_reading_order(
        [Problem("docs/a.md", line, f"Câu dài {line}.", "Tách.", "cau-dai", Severity.HINT) for line in (3, 4, 9)]
        + [Problem("docs/b.md", line, "Sai.", "Sửa.", "tieu-de-h1") for line in (2, 2, 7)]
        + [Problem("docs/b.md", 5, "Sai khác.", "Sửa cách khác.", "tieu-de-h1")]
        + [Problem("docs/b.md", 1, f"Thiếu “{key}”.", "Thêm.", "khai-bao-thieu-khoa") for key in ("ngay", "title")]
    )
    assert WRITERS["text"](found) == (
        "docs/b.md:1: Thiếu “ngay”. Thêm.\n"
        "docs/b.md:1: Thiếu “title”. Thêm.\n"
        "docs/b.md:2: Sai. Sửa. (Còn 1 chỗ như vậy: dòng 7.)\n"
        "docs/b.md:5: Sai khác. Sửa cách khác.\n"
        "docs/a.md:3: Câu dài 3. Tách. (Còn 2 chỗ như vậy: dòng 4, 9.) (gợi ý)\n"
    )
    assert summary(found, hints_are_shown=False).endswith(
        "5 lỗi trong 1 tệp; 3 gợi ý: xem make check HINTS=1 (Windows: python hooks check --hints).\n"
    )
    assert summary(()) == "Không có lỗi.\n"


def test_of_a_kind_a_page_has_few_lines_and_the_last_counts_the_others():
    found = in_reading_order(
        [Problem("docs/a.md", line, f"Không có khóa “k{line}”.", "Xóa.", "khai-bao-khoa-la") for line in range(1, 1001)]
        + [Problem("docs/b.md", 1, "Không có khóa “k”.", "Xóa.", "khai-bao-khoa-la")]
        # What a machine mends is one line, however each place is to be written.
        + [Problem("docs/c.md", line, f"Dòng “{line})”.", f"Viết {line}.", "danh-sach-dau") for line in range(1, 9)]
    )
    lines = WRITERS["text"](found).splitlines()
    assert (
        len(lines) == 10
        and lines[7].startswith("docs/a.md:8: Không có khóa “k8”.")
        and "(Còn 992 chỗ như vậy: dòng 9, 10" in lines[7]
    )
    assert lines[8] == "docs/b.md:1: Không có khóa “k”. Xóa."
    assert lines[9] == "docs/c.md:1: Dòng “1)”. Viết 1. (Còn 7 chỗ như vậy: dòng 2, 3, 4, 5, 6, 7, 8.)"
