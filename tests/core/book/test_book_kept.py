"""Finished PDFs that are kept for the next run."""

import os

from handbook.book.press import pdf_cache


def test_only_what_nobody_used_lately_is_thrown_away(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf_cache, "MOST", 3)
    for number in range(6):
        assert pdf_cache.made_once(tmp_path, f"{number}", lambda: b"pdf") == b"pdf"
        os.utime(tmp_path / "kept" / f"{number}.pdf", (number, number))
    assert pdf_cache.made_once(tmp_path, "0", lambda: b"another") == b"pdf"  # the youngest again
    pdf_cache.throw_away(tmp_path, used_now=1)
    assert sorted(file.stem for file in (tmp_path / "kept").iterdir()) == ["0", "4", "5"]
    assert pdf_cache.made_once(tmp_path, "1", lambda: b"another") == b"another"


def test_a_run_that_used_more_keeps_them(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf_cache, "MOST", 3)
    for number in range(6):
        pdf_cache.made_once(tmp_path, f"{number}", lambda: b"pdf")
    pdf_cache.throw_away(tmp_path, used_now=3)
    assert len(list((tmp_path / "kept").iterdir())) == 6
