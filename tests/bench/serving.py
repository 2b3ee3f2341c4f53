"""What nginx and Caddy hold on this machine: ``python tests/bench/serving.py``, after ``make site``.

The server (tests/servers.py: nginx with two workers, Caddy as it comes) with the site's own
files from ``may-chu/`` and its precompressed copies, and wrk (64 connections, which ask for
gzip) share one machine over loopback: a figure to size a host by, not a limit of the server.
Needs wrk, and ``bash tests/setup.sh`` once for the servers.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys

from report import ROOT, write_section

sys.path.insert(0, str(ROOT / "tests"))
from servers import SERVERS, version  # noqa: E402  the path is set above

INTRODUCTION = """`tests/bench/serving.py`, sau `make site`: máy chủ (nginx hai tiến trình; Caddy để mặc định) với tệp cấu hình của chính trang và các
tệp nén sẵn, cùng wrk (64 kết nối, xin gzip), trên một máy, qua loopback, mỗi địa chỉ {seconds} giây. wrk cũng dùng hai nhân ấy. Để ước
lượng máy chủ cần thuê, không phải giới hạn của nginx hay Caddy."""
SNIPPETS = {"nginx": "nginx.conf", "caddy": "Caddyfile"}
ADDRESSES = ("", "ky-nang/vneid/", "search/vi.js", "khong-co/")
_TOLD = (r"Requests/sec:\s+(\S+)", r"Transfer/sec:\s+(\S+)", r"\n\s+50%\s+(\S+)", r"\n\s+99%\s+(\S+)")


def measured(address: str, seconds: int) -> tuple[str, ...]:
    """Requests a second, bytes a second, and the times in which half and 99 % of the answers came."""
    told = subprocess.run(
        ["wrk", "-t1", "-c64", f"-d{seconds}s", "--latency", "-H", "Accept-Encoding: gzip", address],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    if "Socket errors" in told or ("Non-2xx" in told) != address.endswith("khong-co/"):
        raise SystemExit(told)
    requests, *others = (re.search(pattern, told)[1] for pattern in _TOLD)
    return f"{float(requests):.0f}", *others


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=10, help="for each address of each server")
    parser.add_argument("--print", action="store_true", help="do not write BENCHMARKS.md")
    options = parser.parse_args()
    site = ROOT / "site"
    if not shutil.which("wrk"):
        raise SystemExit("Thiếu wrk. Cách sửa: apt-get install wrk.")
    if not (site / "index.html.gz").is_file():
        raise SystemExit("Chưa có site/ với tệp nén sẵn. Cách sửa: chạy make site.")
    lines = [
        "| máy chủ | địa chỉ | lượt mỗi giây | dữ liệu mỗi giây | nửa số trả lời trong | 99 % trả lời trong |",
        "|---|---|---:|---:|---:|---:|",
    ]
    for name, serve in SERVERS.items():
        with serve(site, site / "may-chu" / SNIPPETS[name]) as host:
            for address in ADDRESSES:
                found = measured(host + address, options.seconds)
                lines.append(
                    f"| {name} | /{address}{' (không có, 404)' if address == 'khong-co/' else ''} | {' | '.join(found)} |"
                )
    text = "\n".join(lines)
    sys.stdout.write(text + "\n")
    if not options.print:
        write_section(
            "serving",
            "Phục vụ người đọc",
            f"{INTRODUCTION.format(seconds=options.seconds)}\n\n{text}",
            {**{name: version(name) for name in SERVERS}, "wrk": _wrk()},
        )


def _wrk() -> str:
    """Its number; it tells it with a failing status."""
    done = subprocess.run(["wrk", "-v"], capture_output=True, text=True, check=False)
    return (re.search(r"wrk \S*?(\d+\.\d+\.\d+)", done.stdout + done.stderr) or ("", "?"))[1]


if __name__ == "__main__":
    main()
