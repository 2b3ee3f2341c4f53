"""The independent checkers of the two formats, as Debian packages them."""

import shutil
import subprocess
from pathlib import Path


def epubcheck(path: Path) -> str:
    """What epubcheck says; "" when it finds neither error nor warning."""
    found = shutil.which("epubcheck")
    assert found, "apt-get install epubcheck (tests/setup.sh)"
    program = Path(found).resolve()  # Debian's command is the jar itself, which not every kernel starts
    java = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar"]  # starts in half the time
    command = [*java, str(program)] if program.suffix == ".jar" else [str(program)]
    done = subprocess.run(
        [*command, str(path)], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return "" if "Messages: 0 fatals / 0 errors / 0 warnings" in done.stdout else done.stdout


def zimcheck(path: Path) -> str:
    """What zimcheck says after all its tests; "" when the file passes."""
    found = shutil.which("zimcheck")
    assert found, "apt-get install zim-tools (tests/setup.sh)"
    done = subprocess.run(
        [found, "-A", str(path)], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return "" if done.returncode == 0 and "Overall Test Status: Pass" in done.stdout else done.stdout
