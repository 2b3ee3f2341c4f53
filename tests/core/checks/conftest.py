import datetime as dt

import pytest
from handbook.checks import read_pages
from handbook.load import read_catalog
from image_files import image

HEAD = "---\ntitle: Bài\nngay: 2026-01-01\nnguon:\n  - ten: Báo A\n    url: https://example.org/\n    ngay: 2026\n---\n"


@pytest.fixture
def content_of(tmp_path):
    """Writes files (a text is the body of one page) and reads them as ``make check`` does."""

    def build(files):
        if isinstance(files, str):
            files = {"chuyen-de/bai.md": files}
        docs = tmp_path / "docs"
        for uri, made in files.items():
            path = docs / uri
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(made, dict):
                data = image(made["image"], made.get("size", 0))
            elif isinstance(made, bytes):
                data = made
            else:
                is_body = uri == "chuyen-de/bai.md" and not made.startswith("---\n")
                data = ((HEAD if is_body else "") + made).encode("utf-8")
            path.write_bytes(data)
        return read_pages(docs, read_catalog(docs, dt.date(2026, 11, 23)), frozenset(("index.md", "gioi-thieu.md")))

    return build
