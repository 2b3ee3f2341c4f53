"""Tells an editor what to install when a library is missing, instead of a traceback in English."""

import sys

MESSAGE = """Chưa có thư viện cần dùng (thiếu {name}).
Linux, macOS: gõ make check, máy tự cài. Windows, gõ ba dòng này trong thư mục của cẩm nang:
  py -m venv .venv
  .venv\\Scripts\\activate
  pip install -r requirements.txt
"""


def leave(error: ModuleNotFoundError) -> None:
    """End the program with the way to install what ``error`` misses."""
    sys.stdout.buffer.write(MESSAGE.format(name=error.name).encode("utf-8"))
    sys.stdout.flush()
    sys.exit(2)
