"""The weekly report: sources that are gone and reviews that are due."""

import datetime as dt
import http.server
import threading

import pytest
from handbook.checks import weekly_review as core
from handbook.checks.weekly_review import Answer, report, source_places
from handbook.commands import weekly

URL = "https://example.org/a"
PAGE = (
    "---\ntitle: Bài\nngay: 2026-01-01\nnguon:\n"
    f'  - {{ten: Báo A, ngay: 2026, url: "{URL}"}}\nra_soat: 2026-06-01\n---\nChữ.\n'
)


@pytest.fixture
def catalog(content_of):
    return content_of({"chuyen-de/b.md": PAGE}).catalog


def written(catalog, day, *answers):
    return report(catalog, day, source_places(catalog), answers)


BEFORE, AFTER = dt.date(2026, 5, 31), dt.date(2026, 6, 1)


def test_nothing_to_do_is_an_empty_report(catalog):
    assert written(catalog, BEFORE, Answer(URL, 200)) == ""


def test_a_review_that_is_due_is_listed(catalog):
    assert "- [ ] `docs/chuyen-de/b.md`: Bài (hạn 01/06/2026)" in written(catalog, AFTER, Answer(URL, 200))


def test_a_question_whose_day_has_come_is_listed(content_of):
    open_question = "chua_ro:\n  - {dieu: Mức chi, hoi: Bao nhiêu, ai: UBND xã, truoc: 2026-03-01}\n---\n"
    catalog = content_of({"chuyen-de/b.md": PAGE.replace("---\nChữ", open_question + "Chữ")}).catalog
    line = "- [ ] `docs/chuyen-de/b.md`: Mức chi (hạn 01/03/2026, hỏi UBND xã)"
    assert line in written(catalog, dt.date(2026, 3, 1), Answer(URL, 200))
    assert written(catalog, dt.date(2026, 2, 28), Answer(URL, 200)) == ""


@pytest.mark.parametrize(
    ("answer", "is_listed"),
    [
        (Answer(URL, 404), True),
        (Answer(URL, 410), True),
        (Answer(URL, None, "dns"), True),
        (Answer(URL, 403), False),
        (Answer(URL, 503), False),
        (Answer(URL, None, "timed out"), False),
    ],
)
def test_only_what_is_certainly_gone_is_listed(catalog, answer, is_listed):
    assert (f"<{URL}>" in written(catalog, BEFORE, answer)) is is_listed


def test_a_source_that_is_gone_names_its_line(catalog):
    assert "docs/chuyen-de/b.md:5" in written(catalog, BEFORE, Answer(URL, 404))


def test_a_report_fits_into_an_issue(catalog, monkeypatch):
    monkeypatch.setattr(core, "MOST_CHARACTERS", 40)
    text = written(catalog, AFTER, Answer(URL, 404))
    assert "dòng nữa" in text


@pytest.fixture
def server():
    class Pages(http.server.BaseHTTPRequestHandler):
        def do_GET(self):  # noqa: N802 (library's name)
            self.send_response(200 if self.path.startswith("/co") else 404)
            self.end_headers()

        def log_message(self, *arguments):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def test_a_server_is_asked_for_addresses_with_vietnamese_letters(server):
    answers = weekly.ask_host([f"{server}/có-dấu", f"{server}/co", f"{server}/khong"], pause=0)
    assert [answer.status for answer in answers] == [404, 200, 404]


def test_a_server_that_does_not_answer_is_not_gone():
    answer = weekly.ask("http://127.0.0.1:9/", timeout=2)
    assert answer.status is None and not answer.is_gone
