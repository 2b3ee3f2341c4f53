"""A preview that runs: a free port, and waiting until a page shows what it should."""

import socket
import time
import urllib.request

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
