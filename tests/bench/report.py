"""``BENCHMARKS.md``: one section for each measurement, replaced when it is run again."""

from __future__ import annotations

import datetime as dt
import os
import platform
import re
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "BENCHMARKS.md"
_HEAD = "# Số đo\n\nĐo lại bằng `make bench`. Máy khác cho số khác; chỉ nên so các cột với nhau.\n"


def write_section(name: str, title: str, text: str, versions: Mapping[str, str]) -> None:
    """Put ``text`` into the section ``name`` (``site``, ``pdf`` …), with machine, day, versions and command."""
    about = (
        f"{dt.date.today().isoformat()}, {_machine()}, Python {platform.python_version()}, "
        + ", ".join(f"{program} {version}" for program, version in versions.items())
        + f". Lệnh: `python tests/bench/{shlex.join([Path(sys.argv[0]).name, *sys.argv[1:]])}`"
    )
    section = f"<!-- {name} -->\n## {title}\n\n{text.strip()}\n\n{about}\n<!-- /{name} -->\n"
    old = FILE.read_text(encoding="utf-8") if FILE.exists() else _HEAD
    pattern = re.compile(rf"<!-- {name} -->\n.*?<!-- /{name} -->\n", re.DOTALL)
    new = pattern.sub(lambda found: section, old) if pattern.search(old) else f"{old.rstrip()}\n\n{section}"
    FILE.write_text(new, encoding="utf-8")


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30 if hasattr(os, "sysconf") else 0
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} nhân, {memory:.0f} GB"
