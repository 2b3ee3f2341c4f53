"""The files of a built site."""

from handbook.site.host.file_list import names_below


def test_names_of_all_files_in_the_order_of_their_paths(tmp_path):
    for name in ("b/index.html", "b.html", "a/b/c.txt", ".an/x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / "trong").mkdir()
    assert names_below(tmp_path) == [".an/x", "a/b/c.txt", "b.html", "b/index.html"]
    assert names_below(tmp_path / "khong-co") == []
