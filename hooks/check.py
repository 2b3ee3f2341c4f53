"""Check ``docs/`` without building the site: ``make check`` or ``python hooks/check.py``.

Exit status 0 when nothing blocks publication, 1 when something does.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from handbook.collect import read_catalog
from handbook.law.staleness import pages_to_review, review_table
from handbook.markup import read_citations
from handbook.problem import Problem, Severity, in_reading_order
from handbook.settings import as_of
from handbook.tables import skeleton_meta

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Kiểm tra nội dung trong docs/ mà không dựng trang.")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", help="thư mục nội dung")
    parser.add_argument("--output", choices=("text", "github", "json"), default="text", help="dạng kết quả")
    options = parser.parse_args(arguments)
    catalog = read_catalog(options.docs, as_of(ROOT / "mkdocs.yml"))
    cited = tuple(read_citations(catalog))
    problems = in_reading_order([*catalog.problems, *(problem for page in cited for problem in page.problems)])
    blocking = [problem for problem in problems if problem.severity is not Severity.HINT]
    _write(_WRITERS[options.output](problems))
    if options.output == "text":
        for problem in blocking:
            if problem.code == "bang-thieu-md":
                data = options.docs / Path(problem.path).relative_to(options.docs.name)
                _write(f"\nNội dung gợi ý cho {problem.path.rsplit('.', 1)[0]}.md:\n\n{skeleton_meta(data)}\n")
        if catalog.register and (stale := review_table(pages_to_review(catalog.register, cited))):
            _write(f"\nVăn bản không còn hoặc chưa có hiệu lực, và trang phải xem lại:\n{stale}\n")
        _write(f"Có {len(blocking)} lỗi phải sửa.\n" if blocking else "Không có lỗi.\n")
    return 1 if blocking else 0


def _as_text(problems: tuple[Problem, ...]) -> str:
    return "".join(f"{problem}{' (gợi ý)' if problem.severity is Severity.HINT else ''}\n" for problem in problems)


def _as_github(problems: tuple[Problem, ...]) -> str:
    """Workflow commands that put each message on its line of the pull request."""
    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    levels = {Severity.ERROR: "error", Severity.INCOMPLETE: "error", Severity.HINT: "notice"}
    return "".join(
        f"::{levels[problem.severity]} file={problem.path},line={max(problem.line, 1)},title={problem.code}::"
        f"{escaped(f'{problem.message} {problem.fix}')}\n" for problem in problems)


def _as_json(problems: tuple[Problem, ...]) -> str:
    rows = [{"path": problem.path, "line": problem.line, "code": problem.code, "severity": problem.severity.name.lower(),
             "message": problem.message, "fix": problem.fix} for problem in problems]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


_WRITERS = {"text": _as_text, "github": _as_github, "json": _as_json}


def _write(text: str) -> None:
    # Windows consoles default to a code page without Vietnamese letters.
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
