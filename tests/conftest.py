"""Let tests import the core as the hooks do, and ``support`` from anywhere."""

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]
