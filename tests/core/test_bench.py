"""The bench keeps what it measured before, counts the memory of all processes, and sets each peer beside our own build."""

import importlib.util
import subprocess
import sys

import pytest
from support import ROOT

BENCH = ROOT / "tests" / "bench"
sys.path.append(str(BENCH))

import measuring  # noqa: E402  the path is set above
import rows  # noqa: E402  the path is set above

SPEC = importlib.util.spec_from_file_location(
    "bench_of_the_site", BENCH / "site.py"
)  # Python has a module "site" of its own
bench = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(bench)

ORDER = (
    "2: ours, clean",
    "2: ours, unchanged",
    "2: Material + i18n",
    "2: Material + prune + i18n",
    "1: ours, clean",
    "1: Zensical, clean",
)


def row(program, pages, wall, ratio=None, day="2026-11-28"):
    return rows.Row(program, pages, measuring.Run(wall, 2 * wall, 100.0, 7.0), ratio, 3, day)


def test_rows_come_back_from_the_table_as_they_were():
    made = (
        row("2: ours, clean", 100, 2.0, 1.0),
        row("2: ours, clean", 1000, 20.0, 1.0),
        row("2: Material + prune + i18n", 100, 3.5),
    )
    text = f"# Số đo\n\n{rows.table(made)}\n\n| khác | 1 |\n"
    assert rows.read_rows(text) == made
    assert "| 2: ours, clean | 1000 | 20.0 | 1.00 | 40.0 | 100 | 7 | 1.00 | 3 | 2026-11-28 |" in text


def test_a_slice_replaces_its_own_rows_only():
    old = (
        row("2: ours, clean", 100, 2.0, 1.0),
        row("2: Material + i18n", 100, 8.0, 4.0),
        row("một chương trình cũ", 100, 1.0),
    )
    new = (row("2: Material + i18n", 1000, 90.0, 4.5, "2026-11-29"), row("2: ours, clean", 100, 1.0, 1.0, "2026-11-29"))
    found = rows.merged(old, new, ORDER)
    assert [(one.program, one.pages, one.run.wall) for one in found] == [
        ("2: ours, clean", 100, 1.0),
        ("2: Material + i18n", 100, 8.0),
        ("2: Material + i18n", 1000, 90.0),
        ("một chương trình cũ", 100, 1.0),
    ]


def test_growth_is_told_from_the_smallest_size_that_was_measured():
    text = rows.table(
        (
            row("2: ours, clean", 1000, 10.0),
            row("2: ours, clean", 100, 1.0),
            row("2: Material + i18n", 10, 1.0),
            row("2: Material + i18n", 100, 100.0),
        )
    )
    growth = [line.split("|")[8].strip() for line in text.splitlines()[2:]]
    assert growth == ["1.00", "", "", "2.00"]


@pytest.mark.parametrize(
    ("only", "pages", "wanted"),
    [
        ("", 100, list(ORDER)),
        ("Zensical", 100, ["1: ours, clean", "1: Zensical, clean"]),
        ("2: ours, unchanged", 100, ["2: ours, clean", "2: ours, unchanged"]),
        ("2: Material + prune", 5000, ["2: ours, clean", "2: Material + prune + i18n"]),
        ("2:", 5000, ["2: ours, clean", "2: ours, unchanged", "2: Material + prune + i18n"]),
        ("2: Material + i18n", 5000, ["2: ours, clean", "2: Material + i18n"]),
    ],
)
def test_our_clean_build_stands_beside_each_peer(only, pages, wanted):
    assert bench.chosen(ORDER, only, pages) == wanted


def test_programs_take_turns_and_an_unchanged_build_follows_a_clean_one():
    calls = []
    found = {name: lambda name=name: calls.append(name) or measuring.Run(1.0, 1.0, 1.0, 1.0) for name in ORDER}
    runs = bench.turns(found, ["2: ours, unchanged", "2: Material + i18n"], 2, float("inf"))
    assert calls == ["2: ours, clean", "2: ours, unchanged", "2: Material + i18n"] * 2 and {
        name: len(made) for name, made in runs.items()
    } == {"2: ours, unchanged": 2, "2: Material + i18n": 2}
    assert bench.turns(found, list(ORDER), 1, 0) == {}
    (made,) = bench.rows_of({"2: ours, unchanged": runs["2: ours, unchanged"]}, 100)
    assert made.ratio is None and made.runs == 2


def test_the_memory_of_child_processes_counts():
    child = "import sys; x = bytearray(80_000_000); print('ready', flush=True); sys.stdin.read()"
    parent = f"import subprocess, sys; x = bytearray(60_000_000); subprocess.run([sys.executable, '-c', {child!r}])"
    process = subprocess.Popen(
        [sys.executable, "-c", parent], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )
    assert process.stdout.readline() == b"ready\n"
    try:
        assert 134 <= measuring.memory_of(process.pid) <= measuring.memory_of(process.pid, shared_once=False) < 400
    finally:
        process.communicate()
    assert measuring.memory_of(process.pid) == 0


def test_a_run_that_fails_says_why(tmp_path):
    with pytest.raises(SystemExit, match="hỏng"):
        measuring.measured(
            [sys.executable, "-c", "import sys; sys.stderr.write('hỏng'); sys.exit(3)"], tmp_path, tmp_path
        )
    (tmp_path / "a.txt").write_bytes(b"x" * 2_000_000)
    assert measuring.measured([sys.executable, "-c", "x = bytearray(50_000_000)"], tmp_path, tmp_path).size >= 2
