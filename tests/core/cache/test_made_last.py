"""What the last build made of the whole handbook is used again only if nothing that went into it has changed."""

from handbook.mkdocs.fast import build_cache
from handbook.mkdocs.fast.build_cache import BuildCache
from mkdocs.config.defaults import MkDocsConfig


def one_build(folder, made_from, remembers=False):
    """The result of a build with ``made_from``, and how often it was made."""
    config, cache, made = MkDocsConfig(config_file_path=str(folder / "mkdocs.yml")), BuildCache(remembers), []
    cache.open(config)

    def make():
        made.append(1)
        return {"made of": repr(made_from)}

    result = cache.made_last("list", made_from, make)
    cache.close()
    return result, len(made)


def test_a_result_is_made_once_for_equal_parts_and_again_for_others(tmp_path):
    first = one_build(tmp_path, ["a", ("b", 1)])
    assert first == ({"made of": "['a', ('b', 1)]"}, 1)
    assert one_build(tmp_path, ["a", ("b", 1)]) == (first[0], 0)
    assert one_build(tmp_path, ["a", ("b", 2)]) == ({"made of": "['a', ('b', 2)]"}, 1)
    # Of a name one result is kept.
    assert one_build(tmp_path, ["a", ("b", 1)])[1] == 1


def test_parts_are_told_apart_where_they_end(tmp_path):
    one_build(tmp_path, [1, 23])
    assert one_build(tmp_path, [12, 3])[1] == 1


def test_other_code_makes_it_again(tmp_path, monkeypatch):
    one_build(tmp_path, ["a"])
    monkeypatch.setattr(build_cache, "fingerprint_of_code", lambda folder: "of tomorrow")
    assert one_build(tmp_path, ["a"])[1] == 1


def test_without_memory_and_in_a_preview_it_is_made_each_time(tmp_path, monkeypatch):
    one_build(tmp_path, ["a"])
    assert one_build(tmp_path, ["a"], remembers=True)[1] == 1
    monkeypatch.setenv("HANDBOOK_MEMORY", "false")
    assert one_build(tmp_path, ["a"])[1] == 1
