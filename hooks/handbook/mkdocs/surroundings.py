"""Adapter: what a build needs around it, looked at before it begins, and told in a sentence where it is missing."""

import hashlib
import os
import sys
from pathlib import Path
from types import TracebackType

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from handbook.book.press.libraries import COMPILER, lacking
from handbook.cache.lock import hold
from handbook.mkdocs.session import Session
from handbook.mkdocs.work_folders import cache_folder
from handbook.source.failures import file_in_the_way, sentence_for


def speak_plainly() -> None:
    """A failure ends with a sentence, not with a traceback; ``HANDBOOK_DEBUG=true`` shows that as well."""
    workers = os.environ.get("HANDBOOK_WORKERS", "")
    if workers and not (workers.isascii() and workers.isdigit() and 0 < int(workers[:4]) < 1000):
        raise Abort(
            f"HANDBOOK_WORKERS là số tiến trình chạy song song, ví dụ 2; đang ghi “{workers[:40]}”. Sửa, hoặc bỏ biến này."
        )
    if os.environ.get("HANDBOOK_DEBUG") != "true":
        sys.excepthook = _tell


def claim(session: Session, config: MkDocsConfig) -> None:
    """Two builds into one folder would write over each other."""
    if session.is_preview:
        return
    if problem := lacking(COMPILER):
        raise Abort(str(problem))
    folder = cache_folder(config)
    if blocker := file_in_the_way(folder):
        raise Abort(f"“{blocker}” đang là một tệp, ở đó phải là thư mục. Đổi tên hoặc xóa tệp ấy rồi chạy lại.")
    site = hashlib.sha256(str(Path(config.site_dir).resolve()).encode()).hexdigest()[:12]
    try:
        is_free = hold(folder / f"dang-dung-{site}.lock")
    except OSError as error:
        raise Abort(sentence_for(error)) from error
    if not is_free:
        raise Abort(f"Một lượt dựng khác đang ghi vào {config.site_dir}. Chờ nó xong rồi chạy lại.")


def _tell(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    sys.stderr.write(f"{sentence_for(error)}\n")
