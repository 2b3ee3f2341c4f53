"""The commands: ``python hooks check``, the same on Windows; ``make`` calls these."""

import os
import sys
from importlib import import_module

from handbook.commands.console import say
from handbook.commands.missing_library import how_to_install
from handbook.source.failures import sentence_for

COMMANDS = {
    "check": "kiểm tra nội dung trong vài giây, không dựng trang (--fix: sửa giúp lỗi vặt)",
    "new": 'tạo tệp mới, ví dụ: new topic "Tên bài"',
    "book": "dựng bản sách riêng của xã: book --commune xa-ten-xa.yml",
    "offline": "dựng trang, sách PDF và các bản đọc không cần mạng",
    "sign": "ký danh sách tệp của ấn bản bằng khóa trong MINISIGN_KEY",
    "verify": "kiểm tra các tệp đã tải về có nguyên vẹn và đúng chữ ký không, không cần mạng",
    "weekly": "thử từng nguồn, tìm trang đến hạn rà soát; cần mạng",
    "addresses": "ghi địa chỉ các trang hiện có vào danh sách đã công bố",
    "changes": "trang nào khác với nhánh chính, cho yêu cầu hợp nhất",
    "shard": "dàn trang một phần của các bản sách",
}

#: Those that make books, which not every machine can.
BOOKS = ("book", "offline", "shard")


def main(arguments: list[str]) -> int:
    """Run the command that ``arguments`` begin with; its exit status, 2 for one that is not there."""
    name = arguments[0] if arguments else ""
    if name not in COMMANDS:
        known = "".join(f"\n  {command:<10}{does}" for command, does in COMMANDS.items())
        say(
            f"{f'Không có lệnh “{name}”.' if name else 'Thiếu tên lệnh.'} Cách dùng: python hooks LỆNH. Các lệnh:{known}"
        )
        return 2
    if os.environ.get("HANDBOOK_DEBUG") != "true":
        sys.excepthook = lambda kind, error, where: say(sentence_for(error))
    sys.argv[0] = f"python hooks {name}"  # as help texts name the program
    try:
        command = import_module(f"handbook.commands.{name}")
    except ModuleNotFoundError as error:
        if error.name and error.name.split(".")[0] == "handbook":
            raise
        say(how_to_install(error))
        return 2
    if name in BOOKS and (lacking := import_module("handbook.book.press.libraries").lacking_for_books()):
        say(str(lacking))
        return 2
    return command.main(arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
