"""What went wrong around a program (disk, rights, memory), as a sentence for the person who started it."""

from __future__ import annotations

import errno
import os
import tempfile
import traceback
from pathlib import Path

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


def sentence_for(error: BaseException) -> str:
    """Why the program stopped and what to do; what only its keepers can use is written into a file named there."""
    if isinstance(error, KeyboardInterrupt):
        return "Đã dừng."
    if isinstance(error, MemoryError):
        return "Máy hết bộ nhớ. Đóng bớt chương trình khác rồi chạy lại."
    if isinstance(error, OSError):
        name = os.fspath(error.filename) if error.filename else ""
        where = f" “{name}”" if name else ""
        if error.errno in _FULL:
            return f"Ổ đĩa đầy, không ghi tiếp được{where}. Xóa bớt tệp (make clean xóa những gì đã dựng) rồi chạy lại."
        if isinstance(error, (NotADirectoryError, FileExistsError)) and (blocker := file_in_the_way(Path(name))):
            return f"“{blocker}” đang là một tệp, ở đó phải là thư mục. Đổi tên hoặc xóa tệp ấy rồi chạy lại."
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            return f"Không có quyền ghi vào{where}. Đóng chương trình đang mở tệp ấy, hoặc chép cẩm nang sang thư mục của bạn."
    return (
        f"Chương trình gặp lỗi chưa lường trước (mã {type(error).__name__}). "
        f"Gửi tệp {_kept(error)} cho người giữ mã nguồn."
    )


def file_in_the_way(path: Path) -> Path | None:
    """The part of ``path`` that is a file although something should lie below it."""
    return next((part for part in (path, *path.parents) if part.is_file()), None)


def _kept(error: BaseException) -> str:
    place = Path(tempfile.gettempdir(), "cam-nang-loi.txt")
    try:
        place.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        return "này (không ghi ra được)"
    return str(place)
