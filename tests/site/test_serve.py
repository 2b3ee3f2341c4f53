"""``mkdocs serve``: a saved page and a saved data file are seen without a restart."""

import subprocess
import sys

from previewing import free_port, wait_for
from support import ENVIRONMENT


def test_the_preview_follows_pages_and_data_files(tiny, tmp_path):
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with (tmp_path / "log").open("w") as log:
        server = subprocess.Popen(
            command,
            cwd=tiny.root,
            env={**ENVIRONMENT, "HANDBOOK_ENGLISH": "false"},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    base = f"http://127.0.0.1:{port}/"
    try:
        page = wait_for(base + "so-lieu/thue-bao/", "1.234.567,5")
        # The browser must not keep a preview, nor is it anything to share.
        assert 'name="chot-ngay"' not in page and "og:title" not in page
        data = tiny.docs / "so-lieu" / "thue-bao.csv"
        data.write_text(data.read_text(encoding="utf-8").replace("1234567,5", "7654321,5"), encoding="utf-8")
        wait_for(base + "so-lieu/thue-bao/", "7.654.321,5")
        tiny.write("chuyen-de/moi.md", "---\ntitle: Bài vừa thêm\nngay: 2026-05-01\n---\nXin chào.\n")
        wait_for(base, "Bài vừa thêm")
        wait_for(base + "chuyen-de/moi/", "Xin chào.")
    finally:
        server.terminate()
        server.wait(timeout=20)
