"""Problems for people (text) and for programs (GitHub annotations, JSON, SARIF)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import quote

from handbook.checks.codes import TITLES
from handbook.checks.foreign_markdown import MENDED
from handbook.checks.rules import RULES
from handbook.problem import Problem, Severity

# What `--fix` mends (handbook.checks.autofix and .cleaning).
MENDABLE = frozenset(
    [
        *MENDED,
        "anh-nhung",
        "can-nhay",
        "ky-tu-an",
        "unicode-to-hop",
        "dat-dau-thanh",
        "hai-dau-cach",
        "cach-truoc-dau",
        "anh-thong-tin-an",
    ]
)
_RULED = frozenset(rule.code for rule in RULES)
_MOST_LINES, _MOST_OF_A_KIND = 12, 8
Problems = tuple[Problem, ...]


def as_text(problems: Problems) -> str:
    """Errors first, then hints, each in reading order; what one rule finds in one page in one line."""
    places: dict[tuple, list[Problem]] = {}
    for problem in sorted(problems, key=lambda problem: problem.severity is Severity.HINT):
        # Where another mend is asked for another line is; of advice, and of what a machine mends, one example is enough.
        mend = "" if problem.severity is Severity.HINT or problem.code in MENDABLE else problem.fix
        # What readers find differs in its message: which key, which cell.
        what = "" if problem.code in _RULED else problem.message
        kind = (problem.path, problem.code, mend, what)
        places.setdefault((*kind, problem.severity), []).append(problem)
    return "".join(map(_line, _few(places.values())))


def _few(places: Iterable[list[Problem]]) -> Iterator[list[Problem]]:
    """The first lines of each kind and page; the last of them counts the others."""
    kinds: dict[tuple[str, str], list[list[Problem]]] = {}
    order = []
    for found in places:
        kind = kinds.setdefault((found[0].path, found[0].code), [])
        kind.append(found)
        if len(kind) <= _MOST_OF_A_KIND:
            order.append(found)
    for found in order:
        kind = kinds[found[0].path, found[0].code]
        is_last = len(kind) > _MOST_OF_A_KIND and found is kind[_MOST_OF_A_KIND - 1]
        yield [problem for others in kind[_MOST_OF_A_KIND - 1 :] for problem in others] if is_last else found


def _line(found: list[Problem]) -> str:
    first = found[0]
    lines = [str(line) for line in dict.fromkeys(problem.line for problem in found[1:]) if line and line != first.line]
    more = ""
    if len(found) > 1:
        shown = ", ".join(lines[:_MOST_LINES]) + (" …" if len(lines) > _MOST_LINES else "")
        more = f" (Còn {len(found) - 1} chỗ như vậy{f': dòng {shown}' if lines else ' ở dòng này'}.)"
    return f"{first}{more}{' (gợi ý)' if first.severity is Severity.HINT else ''}\n"


def summary(problems: Problems, hints_are_shown: bool = True) -> str:
    """The last lines for people: how much blocks, how much a machine can mend, how much is only advice."""
    blocking = [problem for problem in problems if problem.severity is not Severity.HINT]
    hints = len(problems) - len(blocking)
    mendable = sum(problem.code in MENDABLE for problem in problems)
    lines = (
        f"Có {mendable} chỗ máy sửa giúp được: gõ make check-fix (Windows: python hooks check --fix).\n"
        if mendable
        else ""
    )
    files = len({problem.path for problem in blocking})
    told = f"{len(blocking)} lỗi trong {files} tệp" if blocking else "Không có lỗi"
    if not hints:
        return f"{lines}{told}.\n"
    where = "" if hints_are_shown else ": xem make check HINTS=1 (Windows: python hooks check --hints)"
    return f"{lines}{told}; {hints} gợi ý{where}.\n"


def as_github(problems: Problems) -> str:
    """Workflow commands that put each message on its line of the pull request."""

    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def escaped_property(text: str) -> str:
        return escaped(text).replace(":", "%3A").replace(",", "%2C")

    levels = {Severity.ERROR: "error", Severity.INCOMPLETE: "error", Severity.HINT: "notice"}
    return "".join(
        f"::{levels[problem.severity]} file={escaped_property(problem.path)},line={max(problem.line, 1)},title={problem.code}::"
        f"{escaped(f'{problem.message} {problem.fix}')}\n"
        for problem in problems
    )


def as_json(problems: Problems) -> str:
    rows = [
        {
            "path": problem.path,
            "line": problem.line,
            "code": problem.code,
            "severity": problem.severity.name.lower(),
            "message": problem.message,
            "fix": problem.fix,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_sarif(problems: Problems) -> str:
    """SARIF 2.1.0 (OASIS, 2020): one run with every rule there is."""
    levels = {rule.code: {"defaultConfiguration": {"level": _LEVELS[rule.severity]}} for rule in RULES}
    titles = {**TITLES, **{rule.code: rule.title for rule in RULES}}
    codes = sorted(titles)
    rules = [{"id": code, "shortDescription": {"text": titles[code]}, **levels.get(code, {})} for code in codes]
    results = [
        {
            "ruleId": problem.code,
            "ruleIndex": codes.index(problem.code),
            "level": _LEVELS[problem.severity],
            "message": {"text": f"{problem.message} {problem.fix}".strip()},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(problem.path), "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": max(problem.line, 1)},
                    }
                }
            ],
        }
        for problem in problems
    ]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "cam-nang", "language": "vi", "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


_LEVELS = {Severity.ERROR: "error", Severity.INCOMPLETE: "error", Severity.HINT: "note"}
WRITERS: Mapping[str, Callable[[Problems], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
    "sarif": as_sarif,
}
