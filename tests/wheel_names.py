"""Asks the package index which file has which hash: ``make lock`` runs this and keeps the answer in ``wheels.json``.

``tests/core/test_wheels.py`` reads the answer without a network and says for which machines every pin has a wheel.
Needs ``uv`` on the path, as ``make lock`` does.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "tests" / "wheels.json"
#: What editors install, and what publishing adds.
LOCKS = ("requirements.txt", "requirements-publish.txt", "requirements-word.txt")
_SHOWN = 16  # hex digits of a hash


def files_of(lock: Path) -> dict[str, dict[str, str]]:
    """``name==version`` → the tags of each wheel (``cp311-cp311-win_amd64``) → the start of its SHA-256."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder, "pylock.toml")
        command = ["uv", "pip", "compile", "--universal", "--python-version", "3.11.2", "--generate-hashes", "--quiet"]
        subprocess.run(
            [*command, "--format", "pylock.toml", "--no-deps", str(lock), "-o", str(answer)], check=True, cwd=ROOT
        )
        packages = tomllib.loads(answer.read_text(encoding="utf-8"))["packages"]
    return {
        f"{package['name']}=={package['version']}": {
            # PEP 427: name, version, perhaps a build number, and three tags.
            "-".join(_name(wheel).removesuffix(".whl").split("-")[-3:]): wheel["hashes"]["sha256"][:_SHOWN]
            for wheel in sorted(package.get("wheels", ()), key=_name)
        }
        for package in packages
    }


def _name(wheel: dict) -> str:
    return wheel.get("name") or wheel["url"].rsplit("/", 1)[1]


def main() -> int:
    table = {lock: files_of(ROOT / lock) for lock in LOCKS}
    TABLE.write_text(json.dumps(table, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
