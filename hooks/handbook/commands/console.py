"""What commands write to the terminal: always UTF-8, since Windows consoles default to a code page without Vietnamese."""

import sys


def write(text: str) -> None:
    """Write ``text`` as it is."""
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.flush()


def say(text: str) -> None:
    """Write ``text`` and end the line."""
    write(f"{text}\n")


def finish(text: str, status: int) -> int:
    """Say ``text`` last; ``status`` is the exit status of the command."""
    say(text)
    return status
