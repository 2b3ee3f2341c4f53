"""A build over the site of the last one gives what a build into an empty folder gives."""

import shutil
import sys

import pytest
from test_memory import PAGE_OF, built


@pytest.mark.skipif(sys.platform == "win32", reason="there the folder is emptied")
def test_pages_are_written_over_and_nothing_old_stays(tiny):
    tiny.write("chuyen-de/bi-xoa.md", PAGE_OF.format(title="Sẽ bị xóa", text="Bài."))
    tiny.write("chuyen-de/con-lai.md", PAGE_OF.format(title="Còn lại", text="Bài cũ, dài hơn bài mới nhiều. " * 50))
    built(tiny)
    assert tiny.html("chuyen-de/bi-xoa") and (tiny.out / "en/chuyen-de/bi-xoa").is_dir()
    (tiny.out / "la/index.html").parent.mkdir()
    (tiny.out / "la/index.html").write_text("không của ai")
    (tiny.out / "tai-ve/sach-cu.pdf").write_bytes(b"%PDF")

    (tiny.docs / "chuyen-de/bi-xoa.md").unlink()
    tiny.write("chuyen-de/con-lai.md", PAGE_OF.format(title="Còn lại", text="Bài mới."))
    with (tiny.out / "chuyen-de/con-lai/index.html").open(encoding="utf-8") as page:
        over = built(tiny)
        assert "Bài mới." in page.read(), "the file was made anew: MkDocs does not call our function any more"
    assert not any(
        (tiny.out / name).exists() for name in ("la", "chuyen-de/bi-xoa", "en/chuyen-de/bi-xoa", "tai-ve/sach-cu.pdf")
    )

    shutil.rmtree(tiny.out)
    assert built(tiny) == over
