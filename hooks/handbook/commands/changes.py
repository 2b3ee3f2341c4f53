"""What a pull request changes: ``list`` writes it down, ``comment`` tells it; both run in .github/workflows.

Needs nothing but Python, so that the job which may write comments installs nothing.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from handbook.commands.console import write
from handbook.editing.changed_pages import MARK, as_json, comment, parse, read_diff

ROOT = Path(__file__).resolve().parents[3]
LIST = ROOT / ".cache" / "thay-doi" / "thay-doi.json"


def main(arguments: list[str]) -> int:
    command = arguments[0] if arguments else ""
    if command == "list":
        return write_list(os.environ.get("BASE_SHA") or "HEAD~1", int(os.environ.get("PR_NUMBER") or 1))
    if command == "comment":
        return post(dict(os.environ))
    return _say("Cách dùng: python hooks changes list (hoặc comment)\n", 2)


def write_list(base: str, number: int) -> int:
    """Write what is different from ``base``, a commit."""
    done = subprocess.run(
        ["git", "-c", "core.quotePath=false", "diff", "--name-status", "-M", f"{base}...HEAD", "--", "docs/"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    text = as_json(number, read_diff(done.stdout.decode("utf-8")))
    LIST.parent.mkdir(parents=True, exist_ok=True)
    LIST.write_text(text, encoding="utf-8", newline="\n")
    return _say(text, 0)


def post(environment: dict[str, str]) -> int:
    """Write or renew the comment on the pull request whose newest commit is the one that was checked."""
    try:
        number, changes = parse(LIST.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return _say(f"Danh sách thay đổi không đúng dạng, không viết gì: {error}\n", 1)
    repository = environment["GITHUB_REPOSITORY"]
    # The number comes from a stranger's job; the commit comes from GitHub.
    if _gh(f"repos/{repository}/pulls/{number}", "--jq", ".head.sha").strip() != environment["HEAD_SHA"]:
        return _say("Yêu cầu hợp nhất đã có bản mới hơn, không viết gì.\n", 0)
    run = f"{environment.get('GITHUB_SERVER_URL', 'https://github.com')}/{repository}/actions/runs/{int(environment['RUN_ID'])}"
    text = comment(changes, environment.get("OLD_SITE", ""), run)
    old = _gh(
        f"repos/{repository}/issues/{number}/comments",
        "--paginate",
        "--jq",
        f'.[] | select(.user.type == "Bot" and (.body | startswith("{MARK}"))) | .id',
    ).split()
    if old:
        _gh(f"repos/{repository}/issues/comments/{int(old[0])}", "--method", "PATCH", "--raw-field", f"body={text}")
    else:
        _gh(f"repos/{repository}/issues/{number}/comments", "--raw-field", f"body={text}")
    return _say(text, 0)


def _gh(*arguments: str) -> str:
    return subprocess.run(["gh", "api", *arguments], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")


def _say(message: str, status: int) -> int:
    write(message)
    return status
