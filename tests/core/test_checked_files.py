"""The list of an edition's files: whole, spoiled, signed, forged."""

import shutil
import subprocess

import pytest
from handbook.commands.verify import main
from handbook.offline.checked_files import LIST, SIGNATURE, check_folder, public_key, sums_of


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "ky-nang").mkdir()
    for name in ("a.pdf", "ky-nang/b.pdf", "c.epub", "trang.html"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / LIST).write_text(sums_of(tmp_path), encoding="utf-8")
    return tmp_path


def test_whole_files_pass_and_any_machine_can_check_the_list(folder):
    assert check_folder(folder) == (("a.pdf", "c.epub", "ky-nang/b.pdf"), ())
    assert subprocess.run(["sha256sum", "-c", LIST], cwd=folder, capture_output=True, check=False).returncode == 0
    (folder / "c.epub").unlink()  # a team carries some of the files
    assert check_folder(folder) == (("a.pdf", "ky-nang/b.pdf"), ()) and main([str(folder)]) == 0


def test_what_was_changed_is_named(folder):
    (folder / "ky-nang" / "b.pdf").write_text("khác", encoding="utf-8")
    whole, problems = check_folder(folder)
    assert whole == ("a.pdf", "c.epub") and [problem.path for problem in problems] == ["ky-nang/b.pdf"]
    assert main([str(folder)]) == 1


@pytest.mark.parametrize("line", ["abc  a.pdf", f"{'0' * 64}  ../a.pdf", f"{'0' * 64}  /etc/passwd", "\ufffd"])
def test_a_strange_line_is_told_and_leads_nowhere(folder, line):
    (folder / LIST).write_text(line + "\n", encoding="utf-8")
    assert [(problem.path, problem.line) for problem in check_folder(folder)[1]] == [(LIST, 1)]


def test_a_folder_without_the_list_or_the_files_is_no_success(tmp_path):
    assert len(check_folder(tmp_path)[1]) == 1
    (tmp_path / LIST).write_text(f"{'0' * 64}  a.pdf\n", encoding="utf-8")
    assert len(check_folder(tmp_path)[1]) == 1


def test_the_signature_must_be_that_of_the_key(folder, tmp_path_factory):
    program = shutil.which("minisign")
    assert program, "apt-get install minisign (tests/setup.sh)"
    keys = tmp_path_factory.mktemp("khoa")
    for name in ("one", "other"):
        made = [program, "-G", "-W", "-p", str(keys / f"{name}.pub"), "-s", str(keys / f"{name}.key")]
        subprocess.run(made, capture_output=True, check=True)
    ours, other = (public_key(keys / f"{name}.pub") for name in ("one", "other"))
    assert "chưa có chữ ký" in check_folder(folder, ours)[1][0].message
    subprocess.run(
        [program, "-S", "-s", str(keys / "one.key"), "-m", str(folder / LIST)], capture_output=True, check=True
    )
    assert (folder / SIGNATURE).is_file() and check_folder(folder, ours)[1] == ()
    assert "không khớp" in check_folder(folder, other)[1][0].message
    (folder / LIST).write_text(sums_of(folder).replace("a.pdf", "d.pdf"), encoding="utf-8")
    assert "không khớp" in check_folder(folder, ours)[1][0].message
