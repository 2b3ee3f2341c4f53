"""``mkdocs serve``: a saved page and a saved data file are seen without a restart."""

import socket
import subprocess
import sys
import time
import urllib.request

from support import ENVIRONMENT

PATIENCE = 60  # seconds; only a hanging preview ever takes as long


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url, words):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            text = urllib.request.urlopen(url, timeout=5).read().decode("utf-8")
        except OSError:
            text = ""
        if words in text:
            return text
        time.sleep(0.2)
    raise AssertionError(f"{words!r} never appeared at {url}")


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
