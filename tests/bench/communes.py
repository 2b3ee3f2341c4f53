"""What one commune's edition costs, and whether memory stays flat: ``python tests/bench/communes.py``.

Communes of the register (one part and one chapter of the handbook each) are made by the command that
editors use; then the same list in two shares beside each other.  Nothing is taken over from an earlier run.
Memory is that of the command and of the process that sets the books, which is a new one for each book.
"""

from __future__ import annotations

import argparse
import csv
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version as package
from pathlib import Path

from report import ROOT, write_section

INTRODUCTION = """`tests/bench/communes.py`: {count} xã có thật, mỗi xã một phần và một chương của cẩm nang, không kèm bộ in, dựng bằng `make communes`; từ trang
đã chuyển của lần dựng trước. Bộ nhớ là của lệnh và của tiến trình dàn trang (mỗi bản một tiến trình mới) ngay sau khi xong bản thứ mấy."""
FILE = """ten: {name}
tinh: {province}
to: Tổ công nghệ số cộng đồng thôn Đo
thanh_vien:
  - {{ten: Người Đo, viec: Tổ trưởng, dien_thoai: 0900 00{number:04}}}
chuong: [ky-nang, phap-luat/muc-phat-can-nho]
bo_in: không
"""


def started(folder: Path, out: Path, share: str = "") -> subprocess.Popen:
    return subprocess.Popen(
        [
            sys.executable,
            str(ROOT / "hooks"),
            "book",
            "--commune",
            str(folder),
            "--out",
            str(out),
            "--shard",
            share,
        ],
        stdout=subprocess.PIPE,
        text=True,
    )


def resident(process: int) -> float:
    """MiB of memory in use by a process and those that it started (Linux)."""
    total = 0.0
    for one in (process, *children(process)):
        try:
            lines = Path(f"/proc/{one}/status").read_text().splitlines()
        except OSError:  # it has ended
            continue
        total += next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0) / 1024
    return total


def children(process: int) -> list[int]:
    try:
        direct = [int(word) for word in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []
    return [*direct, *(below for one in direct for below in children(one))]


def communes(count: int) -> list[tuple[str, str]]:
    """Names and provinces from the handbook's own table."""
    with (ROOT / "docs" / "so-lieu" / "xa-moi-tu-xa-cu.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [(row["don_vi_moi_1_7_2025"], row["tinh_thanh"]) for row in csv.DictReader(file)]
    return [rows[number * len(rows) // count] for number in range(count)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--print", action="store_true", help="do not write BENCHMARKS.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "xa")
        folder.mkdir()
        for number, (name, province) in enumerate(communes(options.count), 1):
            text = (
                FILE.format(number=number, name=name, province=province) + f"loi_nhan: Lần đo {time.time_ns()}.\n"
            )  # new words: nothing is kept from before
            (folder / f"xa-mau-{number:04}.yml").write_text(text, encoding="utf-8")
        seen: list[tuple[float, float]] = []
        process = started(folder, Path(place, "mot"))
        for line in process.stdout:
            if line.startswith("["):
                seen.append((time.perf_counter(), resident(process.pid)))
        if process.wait():
            raise SystemExit("A commune failed.")
        steps = [later - earlier for (earlier, _), (later, _) in zip(seen, seen[1:], strict=False)]
        for file in folder.iterdir():
            file.write_text(file.read_text(encoding="utf-8") + "tiet_kiem_muc: true\n", encoding="utf-8")
        begin = time.perf_counter()
        pair = [started(folder, Path(place, "hai"), f"{number}/2") for number in (1, 2)]
        # A list: each is waited for, whatever became of the one before.
        if any([process.communicate() and process.returncode for process in pair]):  # noqa: C419
            raise SystemExit("A commune failed.")
        both = time.perf_counter() - begin
        books = sum(1 for _ in Path(place, "hai").glob("*.pdf"))
    marks = sorted({1, *(options.count * part // 5 for part in range(1, 6))} - {0})
    text = "\n".join(
        [
            "| | " + " | ".join(f"bản {mark}" for mark in marks) + " |",
            "|---|" + "---:|" * len(marks),
            "| bộ nhớ, MiB | " + " | ".join(f"{seen[mark - 1][1]:.0f}" for mark in marks) + " |",
            "",
            f"Mỗi bản sau bản đầu: giữa {statistics.median(steps):.2f} giây, chậm nhất {max(steps):.2f} giây. Cùng danh sách chia hai phần "
            f"(`SHARD=1/2`, `2/2`) chạy song song, in tiết kiệm mực: {books} bản trong {both:.0f} giây, kể cả lúc khởi động.",
        ]
    )
    sys.stdout.write(text + "\n")
    if not options.print:
        write_section(
            "communes",
            "Bản riêng của xã",
            f"{INTRODUCTION.format(count=options.count)}\n\n{text}",
            {"typst": package("typst")},
        )


if __name__ == "__main__":
    main()
