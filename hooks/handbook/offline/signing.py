"""The list of an edition's files signed with minisign (jedisct1.github.io/minisign).

The secret key never lies in the repository: the publishing workflow hands it over, and it stands in a file of its own
only while minisign reads it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from handbook.offline.checked_files import LIST, PUBLIC_KEY, check_folder
from handbook.problem import Problem


def sign_list(folder: Path, secret: str, password: str, public_key: str, comment: str) -> tuple[Problem, ...]:
    """Sign ``folder``'s list and put the public key beside it; what is wrong, the signature's not fitting the key included.

    ``secret`` is the text of minisign's key file, ``password`` opens it (``""`` for a key made with ``-W``);
    ``comment`` is signed too, and the same each time, so that the same edition has the same signature.
    """
    if not public_key:
        return (
            _problem(
                PUBLIC_KEY,
                f"Có khóa bí mật nhưng kho không có {PUBLIC_KEY}, người đọc không kiểm tra được.",
                f"Đưa {PUBLIC_KEY} vào gốc kho.",
            ),
        )
    if not secret:
        return (
            _problem(
                PUBLIC_KEY,
                f"Kho có {PUBLIC_KEY} nhưng lượt này không có khóa bí mật, nên không ký được.",
                "Đặt bí mật MINISIGN_KEY cho môi trường phat-hanh (README.md, “Ký ấn bản”).",
            ),
        )
    program = shutil.which("minisign")
    if program is None:
        return (_problem(LIST, "Máy chưa có minisign nên chưa ký được.", "Cài minisign rồi chạy lại."),)
    with tempfile.TemporaryDirectory() as private:
        key = Path(private, "khoa.key")
        with os.fdopen(os.open(key, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="utf-8") as file:
            file.write(secret.strip() + "\n")
        command = [program, "-S", "-s", str(key), "-m", str(folder / LIST), "-t", comment]
        done = subprocess.run(command, input=f"{password}\n".encode(), capture_output=True, check=False)
    if done.returncode:
        return (
            _problem(LIST, "minisign không ký được: khóa hoặc mật khẩu của khóa không đúng.", "Xem lại hai bí mật ấy."),
        )
    (folder / PUBLIC_KEY).write_text(f"untrusted comment: {comment}\n{public_key}\n", encoding="utf-8")
    return check_folder(folder, public_key)[1]


def _problem(name: str, message: str, fix: str) -> Problem:
    return Problem(name, 0, message, fix, "ky-tep")
