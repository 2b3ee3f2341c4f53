"""Real web servers on a free port of this machine, with the files that the site brings for them.

``tests/setup.sh`` unpacks Debian's packages into ``.cache/may-chu`` without
installing them, since a package would start a server on port 80; elsewhere the
programs on the path are taken.
"""

import getpass
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

UNPACKED = Path(__file__).resolve().parent.parent / ".cache" / "may-chu"
_NGINX = """daemon off; pid {work}/pid; error_log {work}/error.log; worker_processes 2; {rights}
{modules}
events {{ worker_connections 1024; }}
http {{
  include {types}; access_log off; sendfile on; tcp_nopush on; open_file_cache max=4000 inactive=60s;
  client_body_temp_path {work}/a; proxy_temp_path {work}/b; fastcgi_temp_path {work}/c; uwsgi_temp_path {work}/d; scgi_temp_path {work}/e;
  server {{ listen 127.0.0.1:{port}; root {root}; {brotli} include {snippet}; }}
}}
"""
_CADDY = """{{
    admin off
    auto_https off
}}
http://127.0.0.1:{port} {{
    root * {root}
    import {snippet}
}}
"""


def program(name: str) -> str:
    """Where ``nginx`` or ``caddy`` is; ``LookupError`` if it is nowhere."""
    places = (UNPACKED / "usr/sbin" / name, UNPACKED / "usr/bin" / name, Path("/usr/sbin") / name)
    found = next((str(place) for place in places if place.is_file()), shutil.which(name))
    if not found:
        raise LookupError(f"{name} is not installed: bash tests/setup.sh")
    return found


def version(name: str) -> str:
    """Its number: ``1.22.1``."""
    done = subprocess.run(
        [program(name), "-v" if name == "nginx" else "version"], capture_output=True, text=True, check=True
    )
    return (done.stdout + done.stderr).split("/")[-1].split()[0].removeprefix("v")


@contextmanager
def nginx(root: Path, snippet: Path) -> Iterator[str]:
    """The address of nginx with ``root`` as its folder and ``snippet`` in its ``server`` block."""
    beside = UNPACKED if program("nginx").startswith(str(UNPACKED)) else Path("/")
    module = beside / "usr/lib/nginx/modules/ngx_http_brotli_static_module.so"
    types = next(
        place
        for place in (beside / "etc/nginx/mime.types", *Path("/").glob("*/*/etc/nginx/mime.types"))
        if place.is_file()
    )

    def command(work: Path, port: int) -> list[str]:
        text = _NGINX.format(
            work=work,
            port=port,
            root=root,
            snippet=snippet,
            types=types,
            rights=f"user {getpass.getuser()};" if os.geteuid() == 0 else "",
            modules=f"load_module {module};" if module.is_file() else "",
            brotli="brotli_static on;" if module.is_file() else "",
        )
        (work / "nginx.conf").write_text(text, encoding="utf-8")
        return [program("nginx"), "-c", str(work / "nginx.conf"), "-e", str(work / "error.log")]

    with _running(command) as address:
        yield address


@contextmanager
def caddy(root: Path, snippet: Path) -> Iterator[str]:
    """The same with Caddy."""

    def command(work: Path, port: int) -> list[str]:
        (work / "Caddyfile").write_text(_CADDY.format(port=port, root=root, snippet=snippet), encoding="utf-8")
        return [program("caddy"), "run", "--adapter", "caddyfile", "--config", str(work / "Caddyfile")]

    with _running(command) as address:
        yield address


SERVERS = {"nginx": nginx, "caddy": caddy}


@contextmanager
def _running(command) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        server, port = _started(command, work)
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(timeout=30)


def _started(command, work: Path) -> tuple[subprocess.Popen, int]:
    """The server once it answers; another program may take the free port first, so there are three tries."""
    log = work / "log"
    for _ in range(3):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        with log.open("w") as out:
            server = subprocess.Popen(
                command(work, port),
                stdout=out,
                stderr=out,
                env={**os.environ, "HOME": str(work), "XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)},
            )
        while server.poll() is None:
            with socket.socket() as client:
                if client.connect_ex(("127.0.0.1", port)) == 0:
                    return server, port
            time.sleep(0.02)
    raise RuntimeError(log.read_text(encoding="utf-8")[-2000:])
