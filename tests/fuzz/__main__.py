"""Random hostile files through everything that reads an editor's: ``make fuzz`` or ``python tests/fuzz --count 500 --seed 7``.

Says which number fell and why; the same number gives the same file again: ``python tests/fuzz --show 4711``.
Exit status 1 when anything fell.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "hooks")]

from fuzz.inputs import make  # noqa: E402  the path is set above
from fuzz.trial import try_numbers  # noqa: E402

TOGETHER = 12


def main() -> int:
    parser = argparse.ArgumentParser(description="Random hostile files through everything that reads an editor's.")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0, help="the number of the first")
    parser.add_argument("--show", type=int, help="write the file of this number to standard output")
    options = parser.parse_args()
    if options.show is not None:
        one = make(options.show)
        sys.stderr.write(f"{one.kind}: {one.uri}\n")
        sys.stdout.buffer.write(one.data)
        return 0
    numbers = range(options.seed, options.seed + options.count)
    shares = [list(numbers[start : start + TOGETHER]) for start in range(0, len(numbers), TOGETHER)]
    started, fallen = time.monotonic(), 0
    # A process of its own for a few shares: what one input needs of memory is not counted for the next.
    with multiprocessing.get_context("spawn").Pool(os.cpu_count(), maxtasksperchild=40) as pool:
        for done, falls in enumerate(pool.imap_unordered(try_numbers, shares), 1):
            for fall in falls:
                print(f"{','.join(map(str, fall.seeds))} ({fall.kind}): {fall.what}", flush=True)
            fallen += len(falls)
            if done % 100 == 0:
                print(f"{done * TOGETHER} of {len(numbers)}, {time.monotonic() - started:.0f} s", flush=True)
    print(f"{len(numbers)} inputs, {fallen} fell, {time.monotonic() - started:.0f} s")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
