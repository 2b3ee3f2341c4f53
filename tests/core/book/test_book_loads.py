"""A book that is no commune's and has no kit block loads no code of either: that takes longer than reading the book."""

import subprocess
import sys
from pathlib import Path

HOOKS = Path(__file__).parents[3] / "hooks"
# Slow to load, and for a commune's file, a page's front matter, its Markdown or its tables.
NEVER = {"pydantic", "markdown", "pymdownx", "xlsxwriter", "yaml", "handbook.catalogue.catalog", "handbook.kit.kinds"}


def test_code_of_communes_pages_and_kit_blocks_stays_where_it_is():
    code = "import sys; sys.path.insert(0, sys.argv[1]); import handbook.book.press.typeset; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, str(HOOKS)], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "handbook.book.press.manuscript" in loaded
    assert not NEVER & loaded
