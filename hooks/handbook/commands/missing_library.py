"""Tells an editor what to install when a library is missing, instead of a traceback in English."""

MESSAGE = """Chưa có thư viện cần dùng (thiếu {name}).
Linux, macOS: gõ make check, máy tự cài. Windows, gõ ba dòng này trong thư mục của cẩm nang:
  py -m venv .venv
  .venv\\Scripts\\activate
  pip install -r requirements.txt"""


def how_to_install(error: ModuleNotFoundError) -> str:
    """The way to install what ``error`` misses."""
    return MESSAGE.format(name=error.name)
