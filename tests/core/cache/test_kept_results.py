"""What is kept in this process is kept in one place, which forgets everything when a run begins."""

from handbook.cache.last_result import Latest
from handbook.cache.memo import forget_all, memo


def test_a_result_is_made_once_until_all_is_forgotten():
    asked = []

    @memo(2)
    def doubled(number):
        asked.append(number)
        return number * 2

    assert [doubled(4), doubled(4), doubled(5)] == [8, 8, 10] and asked == [4, 5]
    forget_all()
    assert doubled(4) == 8 and asked == [4, 5, 4]


def test_a_last_result_is_forgotten_too():
    latest, made = Latest(), []

    def make():
        made.append(1)
        return "made"

    assert latest.of("a", 1, make) == latest.of("a", 1, make) == "made" and len(made) == 1
    forget_all()
    assert latest.of("a", 1, make) == "made" and len(made) == 2
