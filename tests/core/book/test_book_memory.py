"""A process that sets books and is ended by the system, as when no memory is left."""

import os
from types import SimpleNamespace

from handbook.book.editions import make_all

BOOK = SimpleNamespace(chapters=(SimpleNamespace(html="x" * make_all.BUNDLE),), parts=())
EDITIONS = [
    SimpleNamespace(name=f"{number}.pdf", book=SimpleNamespace(chapters=BOOK.chapters, parts=())) for number in (1, 2)
]


def ended(bundle, work_dir, folder):
    os._exit(9)  # as the system's own ending: nothing is said


def made(bundle, work_dir, folder):
    return [(edition.name, True, ()) for edition in bundle]


def results(monkeypatch, tmp_path, work):
    monkeypatch.setattr(make_all, "_work", work)
    monkeypatch.setattr(make_all, "throw_away", lambda folder, count: None)
    return list(make_all.make_all(EDITIONS, SimpleNamespace(work_dir=tmp_path), tmp_path))


def test_editions_of_a_process_that_was_ended_are_told(monkeypatch, tmp_path):
    found = results(monkeypatch, tmp_path, ended)
    assert [(name, is_there) for name, is_there, _ in found] == [("1.pdf", False), ("2.pdf", False)]
    assert {problem.code for *_, problems in found for problem in problems} == {"sach-het-bo-nho"}


def test_editions_of_a_process_that_lives_are_not(monkeypatch, tmp_path):
    assert results(monkeypatch, tmp_path, made) == [("1.pdf", True, ()), ("2.pdf", True, ())]
