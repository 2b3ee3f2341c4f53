"""A slice of ``make fuzz``: no random file ends in an exception, in English, in seconds or in memory."""

import pytest
from fuzz.inputs import KINDS, make
from fuzz.trial import try_all

SLICE = 30  # of each kind; ``make fuzz`` takes ten thousand


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_falls(kind, tmp_path, monkeypatch):
    monkeypatch.setenv("HANDBOOK_DEBUG", "true")
    inputs = [(number, make(number, kind)) for number in range(SLICE)]
    falls = [fall for start in range(0, SLICE, 10) for fall in try_all(inputs[start : start + 10], tmp_path)]
    assert falls == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_number_gives_the_same_file(kind):
    assert make(7, kind) == make(7, kind) != make(8, kind)


def test_a_fall_is_noticed(tmp_path, monkeypatch):
    def stumble(docs, day):
        raise KeyError("x")

    monkeypatch.setattr("fuzz.trial.read_catalog", stumble)
    assert [fall.what for fall in try_all([(1, make(1, "csv"))], tmp_path)] == ["KeyError: 'x'"]
