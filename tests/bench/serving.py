"""What nginx holds on this machine: ``python tests/bench/serving.py`, after `make site``.

nginx (two workers, the site's own ``may-chu/nginx.conf``, precompressed files) and wrk
(64 connections, which ask for gzip) share one machine over loopback, for ten seconds an
address: a figure to size a host by, not a limit of nginx.
"""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from report import ROOT, write_section

INTRODUCTION = """`tests/bench/serving.py`, sau `make site`: nginx (hai tiến trình, `may-chu/nginx.conf` của chính trang, tệp nén sẵn) và wrk (64 kết nối,
xin gzip) trên cùng một máy, mỗi địa chỉ mười giây. Để ước lượng máy chủ cần thuê, không phải giới hạn của nginx."""
_SETTINGS = """daemon off; pid {work}/pid; error_log {work}/error.log; worker_processes 2;
events {{ worker_connections 1024; }}
http {{
  include /etc/nginx/mime.types; access_log off; sendfile on; tcp_nopush on;
  open_file_cache max=4000 inactive=60s;
  client_body_temp_path {work}/a; proxy_temp_path {work}/b; fastcgi_temp_path {work}/c; uwsgi_temp_path {work}/d; scgi_temp_path {work}/e;
  server {{ listen 127.0.0.1:{port}; root {site}; {snippet} }}
}}
"""
ADDRESSES = ("", "ky-nang/vneid/", "search/vi.js")


def main() -> None:
    site = ROOT / "site"
    snippet = site / "may-chu" / "nginx.conf"
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        work = Path(folder)
        work.chmod(0o755)
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        (work / "nginx.conf").write_text(_SETTINGS.format(work=work, port=port, site=site, snippet=f"include {snippet};"))
        server = subprocess.Popen(["nginx", "-c", str(work / "nginx.conf"), "-e", str(work / "error.log")])
        time.sleep(1)
        lines = ["| địa chỉ | lượt mỗi giây | dữ liệu mỗi giây | 99 % trả lời trong |", "|---|---:|---:|---:|"]
        try:
            for address in ADDRESSES:
                told = subprocess.run(["wrk", "-t1", "-c64", "-d10s", "--latency", "-H", "Accept-Encoding: gzip",
                                       f"http://127.0.0.1:{port}/{address}"], capture_output=True, text=True, check=True).stdout
                if "Non-2xx" in told:
                    raise SystemExit(told)
                found = [re.search(pattern, told)[1] for pattern in (r"Requests/sec:\s+(\S+)", r"Transfer/sec:\s+(\S+)", r"99%\s+(\S+)")]
                lines.append(f"| /{address} | {' | '.join(found)} |")
        finally:
            server.terminate()
            server.wait(timeout=10)
    nginx = subprocess.run(["nginx", "-v"], capture_output=True, text=True, check=True).stderr.split("/")[-1].strip()
    text = "\n".join(lines)
    sys.stdout.write(text + "\n")
    write_section("serving", "Phục vụ người đọc", f"{INTRODUCTION}\n\n{text}", {"nginx": nginx, "wrk": "4.1.0"})


if __name__ == "__main__":
    main()
