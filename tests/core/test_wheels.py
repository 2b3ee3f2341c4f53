"""Every pin has a wheel on every machine of an editor, or a marker keeps it away and the handbook does without.

Without a network: which file has which hash stands in ``tests/wheels.json``, which ``make lock`` writes.
"""

import json
import re

import pytest
from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms, parse_tag
from support import ROOT

TABLE = json.loads((ROOT / "tests" / "wheels.json").read_text(encoding="utf-8"))
VERSIONS = ((3, 11), (3, 12), (3, 13), (3, 14))


def linux(machine):
    # glibc 2.28 and newer: Debian 10, Ubuntu 18.10.
    older = ("manylinux2014", "manylinux2010", "manylinux1")
    return [f"manylinux_2_{minor}_{machine}" for minor in range(28, 4, -1)] + [f"{name}_{machine}" for name in older]


def darwin(number):
    return f"Darwin Kernel Version {number}.6.0: Mon Jul 29 21:14:30 PDT 2026; root:xnu-10063.141.2~1/RELEASE"


# What a machine answers to the words that markers know, and the files that it takes.
MACHINES = {
    "Windows x64": (("win32", "AMD64", "10.0.26100"), ["win_amd64"]),
    "Windows arm64": (("win32", "ARM64", "10.0.26100"), ["win_arm64"]),
    "macOS 13 x64": (("darwin", "x86_64", darwin(22)), [*mac_platforms((13, 0), "x86_64")]),
    "macOS 13 arm64": (("darwin", "arm64", darwin(22)), [*mac_platforms((13, 0), "arm64")]),
    "macOS 14 x64": (("darwin", "x86_64", darwin(23)), [*mac_platforms((14, 0), "x86_64")]),
    "macOS 14 arm64": (("darwin", "arm64", darwin(23)), [*mac_platforms((14, 0), "arm64")]),
    "macOS 15 arm64": (("darwin", "arm64", darwin(24)), [*mac_platforms((15, 0), "arm64")]),
    "macOS 26 arm64": (("darwin", "arm64", darwin(25)), [*mac_platforms((26, 0), "arm64")]),
    "Linux x64": (("linux", "x86_64", "#1 SMP PREEMPT_DYNAMIC Debian 6.1.0"), linux("x86_64")),
    "Linux arm64": (("linux", "aarch64", "#1 SMP Debian"), linux("aarch64")),
}
# CONTRIBUTING.md tells editors with such a machine to take the x64 Python, which Windows runs as well.
TOLD = {
    ("pyyaml", "Windows arm64", (3, 11)),
    *(("pypandoc-binary", "Windows arm64", version) for version in VERSIONS),
}
# What the handbook does without; each has a test of its own.
OPTIONAL = {"pikepdf", "typst", "rjsmin"}


def pins(lock):
    """Each pin of a lock file with the hashes below it."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        if re.match(r"\w", line):
            words, *hashes = line.split(" --hash=sha256:")
            yield Requirement(words.strip()), {value.split()[0] for value in hashes}


def environment(machine, version):
    platform, processor, build = MACHINES[machine][0]
    numbers = ".".join(map(str, version))
    return {
        "sys_platform": platform,
        "platform_machine": processor,
        "platform_version": build,
        "python_version": numbers,
        "python_full_version": f"{numbers}.9",
    }


def taken(machine, version) -> set[Tag]:
    platforms = MACHINES[machine][1]
    interpreter = f"cp{version[0]}{version[1]}"
    return {*cpython_tags(version, platforms=platforms), *compatible_tags(version, interpreter, platforms)}


def without_wheel(lock, machine, version):
    """The pins that pip would have to compile there."""
    tags = taken(machine, version)
    for pin, hashes in pins(lock):
        if pin.marker and not pin.marker.evaluate(environment(machine, version)):
            continue
        ((_, number),) = ((one.operator, one.version) for one in pin.specifier)
        known = TABLE[lock].get(f"{pin.name}=={number}", {})
        fitting = [start for name, start in known.items() if tags & parse_tag(name)]
        if not any(one.startswith(start) for start in fitting for one in hashes):
            yield pin.name


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: f"{version[0]}.{version[1]}")
@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-word.txt"])
def test_nothing_has_to_be_compiled(lock, machine, version):
    found = {(name, machine, version) for name in without_wheel(lock, machine, version)}
    assert found <= TOLD


def test_what_is_told_is_so():
    assert all(
        name in {*without_wheel("requirements.txt", *where), *without_wheel("requirements-word.txt", *where)}
        for name, *where in TOLD
    )


def test_the_machine_that_publishes_compiles_nothing():
    assert [*without_wheel("requirements-publish.txt", "Linux x64", (3, 12))] == []


@pytest.mark.parametrize(
    ("name", "machine", "is_there"),
    [
        ("pikepdf", "macOS 14 arm64", False),
        ("pikepdf", "macOS 13 x64", False),
        ("pikepdf", "macOS 15 arm64", True),
        ("pikepdf", "Windows x64", True),
        ("pikepdf", "Linux arm64", True),
        ("typst", "Windows arm64", False),
        ("typst", "Windows x64", True),
        ("typst", "macOS 13 x64", True),
        ("typst", "Linux x64", True),
    ],
)
def test_what_cannot_be_had_is_not_asked_for(name, machine, is_there):
    (pin,) = (pin for pin, _ in pins("requirements.txt") if pin.name == name)
    assert pin.marker.evaluate(environment(machine, (3, 12))) is is_there


def test_only_what_the_handbook_does_without_is_kept_from_a_machine():
    asked = {pin.name for pin, _ in pins("requirements.txt")}
    for machine in MACHINES:
        there = {
            pin.name
            for pin, _ in pins("requirements.txt")
            if not pin.marker or pin.marker.evaluate(environment(machine, (3, 13)))
        }
        assert asked - there <= OPTIONAL, machine


def test_the_table_is_of_these_pins():
    """Another pin, another hash: ``make lock`` writes the table anew."""
    for lock in TABLE:
        known = {start for files in TABLE[lock].values() for start in files.values()}
        assert {f"{pin.name}{pin.specifier}" for pin, _ in pins(lock)} == set(TABLE[lock])
        assert known <= {one[:16] for _, hashes in pins(lock) for one in hashes}


def test_a_wheel_that_is_missing_is_noticed(monkeypatch):
    (name,) = (name for name in TABLE["requirements.txt"] if name.startswith("lxml=="))
    fewer = {
        tags: start
        for tags, start in TABLE["requirements.txt"][name].items()
        if "win" not in tags.rsplit("-", 1)[1][:3]
    }
    monkeypatch.setitem(TABLE["requirements.txt"], name, fewer)
    assert "lxml" in without_wheel("requirements.txt", "Windows x64", (3, 13))


def test_editors_are_told_of_such_machines():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for words in ("64-bit", "3.11", "3.14", "Windows chip ARM", "macOS 14", "PowerShell", "Fork", "git config"):
        assert words in text, words
