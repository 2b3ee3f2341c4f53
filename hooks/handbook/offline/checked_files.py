"""The list of an edition's files with their SHA-256, and the check of a folder against it, offline.

The list has the form of ``sha256sum`` (GNU coreutils), so that any machine can
check it without us; its signature is minisign's (jedisct1.github.io/minisign),
in a file beside it.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

from handbook.problem import Problem

LIST = "SHA256SUMS"
SIGNATURE = f"{LIST}.minisig"
PUBLIC_KEY = "khoa-cong-khai.pub"  # beside mkdocs.yml once the publisher has a key, and beside a signed list
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def sums_of(folder: Path) -> str:
    """A line for each downloadable file below ``folder``, sorted by name; web pages and the list itself are left out."""
    files = sorted(
        (path.relative_to(folder).as_posix(), path)
        for path in folder.rglob("*")
        if path.suffix in (".pdf", ".epub", ".zip", ".zim")
    )
    return "".join(f"{_sha256(path)}  {name}\n" for name, path in files)


def check_folder(folder: Path, public_key: str = "") -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The names of the files that are whole, and what is wrong with the folder.

    Files of the list that are not there are no mistake: a team carries some.
    With a ``public_key`` (minisign's, base64) the list must be signed by it.
    """
    place = folder / LIST
    if not place.is_file():
        return (), (
            _problem(LIST, 0, f"Thư mục không có tệp {LIST}.", f"Tải {LIST} ở trang “Tải về” vào cùng thư mục."),
        )
    problems = list(_signature_problems(folder, public_key)) if public_key else []
    whole = []
    for number, line in enumerate(place.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        found = _LINE.fullmatch(line)
        name = found[2] if found else ""
        if not found or Path(name).is_absolute() or ".." in Path(name).parts:
            problems.append(_problem(LIST, number, "Dòng này không phải mã SHA-256 và tên tệp.", f"Tải lại {LIST}."))
        elif (folder / name).is_file():
            if _sha256(folder / name) == found[1]:
                whole.append(name)
            else:
                problems.append(
                    _problem(
                        name, 0, "Tệp khác với bản đã phát hành: hỏng, hoặc đã bị sửa.", "Tải lại, đừng dùng tệp này."
                    )
                )
    if not whole and not problems:
        problems.append(
            _problem(LIST, 0, f"Không có tệp nào của {LIST} trong thư mục.", "Chỉ đúng thư mục chứa các tệp đã tải.")
        )
    return tuple(whole), tuple(problems)


def public_key(file: Path) -> str:
    """The key in minisign's ``.pub`` file: its last line; ``""`` if there is no such file."""
    return file.read_text(encoding="utf-8").split()[-1] if file.is_file() else ""


def _signature_problems(folder: Path, public_key: str) -> tuple[Problem, ...]:
    if not (folder / SIGNATURE).is_file():
        return (_problem(SIGNATURE, 0, "Danh sách chưa có chữ ký.", f"Tải {SIGNATURE} vào cùng thư mục."),)
    program = shutil.which("minisign")
    if program is None:
        return (
            _problem(SIGNATURE, 0, "Máy chưa có minisign nên chưa kiểm tra được chữ ký.", "Cài minisign rồi chạy lại."),
        )
    command = [program, "-V", "-q", "-P", public_key, "-m", str(folder / LIST), "-x", str(folder / SIGNATURE)]
    if subprocess.run(command, capture_output=True, check=False).returncode == 0:
        return ()
    return (
        _problem(
            SIGNATURE,
            0,
            "Chữ ký không khớp: danh sách không phải của cẩm nang, hoặc đã bị sửa.",
            "Xóa cả thư mục, tải lại từ trang chính thức.",
        ),
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _problem(name: str, line: int, message: str, fix: str) -> Problem:
    return Problem(name, line, message, fix, "kiem-tep")
