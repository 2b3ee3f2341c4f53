"""One run of a program: seconds, processors' seconds, memory of all its processes together, bytes written."""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import time
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

_EVERY = 0.05  # seconds between two looks at the memory
_MORE = 1.02  # what is worth a closer look, which stops the program for some milliseconds


@dataclass(frozen=True)
class Run:
    """Seconds by the clock and of all processors, MiB of memory at the peak, MB written."""

    wall: float
    cpu: float
    memory: float
    size: float


def median(runs: Iterable[Run]) -> Run:
    """Each figure's own median."""
    found = list(runs)
    return Run(*(statistics.median(getattr(run, field.name) for run in found) for field in fields(Run)))


def measured(command: list[str], folder: Path, out: Path, **environment: str) -> Run:
    """Run ``command`` in ``folder``; it writes ``out``.  ``SystemExit`` with its last words if it fails."""
    # Set on some machines for tests; then our own modules would be compiled in each run, and those of the installed peers not.
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begin = time.perf_counter()
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=log,
            stderr=log,
            start_new_session=True,
            env={**inherited, "NO_MKDOCS_2_WARNING": "1", **environment},
        )
        resident = peak = 0.0
        try:
            while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
                now = memory_of(process.pid, shared_once=False)
                if now > resident * _MORE:
                    resident, peak = now, max(peak, memory_of(process.pid))
                time.sleep(_EVERY)
        except KeyboardInterrupt:
            os.killpg(process.pid, signal.SIGTERM)
            raise
    wall = time.perf_counter() - begin
    _, status, usage = ended
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise SystemExit(f"{command}\n{(folder / 'log').read_text()[-3000:]}")
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) / 1e6
    return Run(wall, usage.ru_utime + usage.ru_stime, max(peak, usage.ru_maxrss / 1024), size)


def memory_of(session: int, shared_once: bool = True) -> float:
    """MiB of all processes of ``session``; ``shared_once`` counts what they share once (Linux' PSS), else at each (RSS); elsewhere 0."""
    total = 0
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if int((place / "stat").read_text().rpartition(")")[2].split()[3]) != session:
                continue
            lines = (place / ("smaps_rollup" if shared_once else "status")).read_text().splitlines()
        except OSError:  # it has just ended
            continue
        total += next((int(line.split()[1]) for line in lines if line.startswith(("Pss:", "VmRSS:"))), 0)
    return total / 1024
