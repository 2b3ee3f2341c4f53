"""Work shared among processes: the order, errors, and when it is not shared."""

import os
import sys
import threading

import pytest
from handbook.cache import processes as parallel
from handbook.cache.processes import in_parallel, processes

linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process cannot be copied safely")


@pytest.fixture(autouse=True)
def _two(monkeypatch):
    monkeypatch.setenv("HANDBOOK_WORKERS", "2")


def test_results_come_in_the_order_of_the_items():
    assert list(in_parallel(lambda number: number * number, range(100))) == [number * number for number in range(100)]
    assert list(in_parallel(str, [])) == []


@linux
def test_it_is_done_in_other_processes_that_began_with_begin():
    here, begun = os.getpid(), []
    found = set(in_parallel(lambda _: (os.getpid() != here, len(begun)), range(20), lambda: begun.append(1)))
    assert found == {(True, 1)} and begun == []


@linux
def test_new_copies_take_over_and_know_what_was_done_meanwhile(monkeypatch):
    monkeypatch.setattr(parallel, "_LONGEST", 10)
    seen: list[int] = []
    found = []
    for number, known, process in in_parallel(lambda number: (number, len(seen), os.getpid()), range(35)):
        seen.append(number)
        found.append((number, known, process))
    assert [number for number, *_ in found] == list(range(35))
    assert {known for _, known, _ in found[30:]} == {30} and len({process for *_, process in found}) > 2


def test_an_error_comes_through():
    with pytest.raises(ZeroDivisionError):
        list(in_parallel(lambda number: 1 // number, range(5)))


def test_one_process_does_it_all_when_asked_or_when_threads_run(monkeypatch):
    here = os.getpid()
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert processes() == 1
        assert set(in_parallel(lambda _: os.getpid(), range(20))) == {here}
    finally:
        done.set()
        thread.join()
    monkeypatch.setenv("HANDBOOK_WORKERS", "1")
    assert set(in_parallel(lambda _: os.getpid(), range(20))) == {here}
