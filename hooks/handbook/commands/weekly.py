"""The weekly review: ``make weekly`` asks every source whether it is still there.

Writes ``.cache/hang-tuan.md``, empty when nothing needs anybody.  Needs the network.
"""

from __future__ import annotations

import argparse
import datetime as dt
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from urllib.parse import quote, urlsplit

from handbook.checks.weekly_review import Answer, report, source_places
from handbook.commands.console import write
from handbook.load import read_catalog
from handbook.settings import as_of

ROOT = Path(__file__).resolve().parents[3]
_AGENT = "Mozilla/5.0 (compatible; cam-nang-kiem-tra-nguon)"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Tìm nguồn không còn và trang đến hạn rà soát.")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", help="thư mục nội dung")
    parser.add_argument("--out", type=Path, default=ROOT / ".cache" / "hang-tuan.md", help="tệp ghi kết quả")
    options = parser.parse_args(arguments)
    catalog = read_catalog(options.docs, as_of(ROOT / "mkdocs.yml"))
    places = source_places(catalog)
    hosts: dict[str, list[str]] = {}
    for url in places:
        hosts.setdefault(urlsplit(url).netloc, []).append(url)
    with ThreadPoolExecutor(16) as pool:
        answers = tuple(chain.from_iterable(pool.map(ask_host, hosts.values())))
    text = report(catalog, dt.date.today(), places, answers)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(text, encoding="utf-8", newline="\n")
    write(text or f"Đã thử {len(answers)} nguồn, không có gì phải làm.\n")
    return 0


def ask_host(urls: Iterable[str], pause: float = 1.0) -> list[Answer]:
    """Ask one host for its pages one after another, ``pause`` seconds apart."""
    answers: list[Answer] = []
    for url in urls:
        if answers:
            time.sleep(pause)
        answers.append(ask(url))
    return answers


def ask(url: str, timeout: float = 20) -> Answer:
    """What the server says; a host without a name is told apart from a host that is slow."""
    request = urllib.request.Request(quote(url, safe=":/?#[]@!$&'()*+,;=%"), headers={"User-Agent": _AGENT})
    try:
        with urllib.request.urlopen(request, timeout=timeout) as response:
            return Answer(url, response.status)
    except urllib.error.HTTPError as error:
        return Answer(url, error.code)
    except urllib.error.URLError as error:
        unknown = isinstance(error.reason, socket.gaierror) and error.reason.errno == socket.EAI_NONAME
        return Answer(url, None, "dns" if unknown else str(error.reason))
    except (OSError, ValueError) as error:
        return Answer(url, None, str(error))
