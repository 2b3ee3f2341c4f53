"""An edition made again from its tag, in another clone and another folder: the same list of files, which verifies."""

import os
import shutil
import subprocess
import sys

import pytest
from handbook.offline.checked_files import LIST, SIGNATURE, public_key
from support import ENVIRONMENT, ROOT, TINY, make_site, pdf_text

TAG = "an-ban-2026.11"


def run(*command, cwd, **more):
    done = subprocess.run(
        command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **more
    )
    assert done.returncode == 0, done.stdout[-3000:]
    return done.stdout.strip()


def git(folder, *arguments):
    who = ("-c", "user.name=A", "-c", "user.email=a@vi.du", "-c", "commit.gpgsign=false")
    return run("git", *who, *arguments, cwd=folder)


def made(folder):
    """The edition of the clone in ``folder``, as ``make offline`` makes it, and its list of files."""
    environment = {
        **ENVIRONMENT,
        "HANDBOOK_BOOK": "whole",
        "SOURCE_DATE_EPOCH": git(folder, "log", "-1", "--format=%ct"),
    }
    run(
        sys.executable,
        str(ROOT / "hooks"),
        "offline",
        "--config",
        str(folder / "mkdocs.yml"),
        cwd=folder,
        env=environment,
    )
    return folder / "site" / "tai-ve"


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    """The folder in which it was published, with a public key, and one in which somebody made it again; and the secret key."""
    first = tmp_path_factory.mktemp("kho")
    keys = tmp_path_factory.mktemp("khoa")
    make_site(first, TINY)
    program = shutil.which("minisign")
    assert program, "apt-get install minisign (tests/setup.sh)"
    run(program, "-G", "-W", "-p", str(first / "khoa-cong-khai.pub"), "-s", str(keys / "bi-mat.key"), cwd=keys)
    (first / ".gitignore").write_text("/site/\n/.cache/\n", encoding="utf-8")
    git(first, "init", "--quiet", "--initial-branch=main")
    git(first, "add", "--all")
    git(first, "commit", "--quiet", "--message=Ấn bản")
    git(first, "tag", TAG)
    (first / "docs" / "cach-dung.md").write_text("---\ntitle: Sau ấn bản\n---\nKhác.\n", encoding="utf-8")
    git(first, "commit", "--quiet", "--all", "--message=Sau ấn bản")
    places = []
    for name in ("xuat-ban", "may khác"):
        folder = tmp_path_factory.mktemp("noi") / name
        git(first, "clone", "--quiet", "--branch", TAG, str(first), str(folder))
        places.append(made(folder))
    return *places, (keys / "bi-mat.key").read_text(encoding="utf-8")


def test_the_same_tag_gives_the_same_files_everywhere(editions):
    published, again, _ = editions
    text = (published / LIST).read_text(encoding="utf-8")
    assert text == (again / LIST).read_text(encoding="utf-8")
    assert {"cam-nang-chuyen-doi-so.pdf", "cam-nang-chuyen-doi-so.epub", "cam-nang-chuyen-doi-so.zim"} <= set(
        text.split()
    )


def test_it_is_signed_and_whoever_has_the_files_checks_them_without_a_network(editions):
    published, again, secret = editions
    root = published.parents[1]
    key = public_key(root / "khoa-cong-khai.pub")

    def sign(folder, secret):
        command = [sys.executable, str(ROOT / "hooks"), "sign", str(folder), "--config", str(root / "mkdocs.yml")]
        return subprocess.run(
            command, env={**os.environ, "MINISIGN_KEY": secret}, stdout=subprocess.PIPE, text=True, check=False
        )

    assert (
        sign(published, "").returncode == 1 and not (published / SIGNATURE).exists()
    )  # one half of the pair is missing
    assert sign(published, "khóa hỏng").returncode == 1 and not (published / SIGNATURE).exists()
    assert sign(published, secret).returncode == 0 and public_key(published / "khoa-cong-khai.pub") == key
    assert sign(again, secret).returncode == 0
    assert (published / SIGNATURE).read_bytes() == (again / SIGNATURE).read_bytes()
    verify = [sys.executable, str(ROOT / "hooks"), "verify", str(published), "--key", key]
    assert subprocess.run(verify, stdout=subprocess.PIPE, check=False).returncode == 0
    assert key in pdf_text(published / "cam-nang-chuyen-doi-so.pdf", "-f", "2", "-l", "2").replace("\n", "")
    (published / "cam-nang-chuyen-doi-so.epub").write_bytes(b"khac")
    told = subprocess.run(verify, stdout=subprocess.PIPE, check=False)
    assert told.returncode == 1 and "cam-nang-chuyen-doi-so.epub" in told.stdout.decode("utf-8")


def test_without_any_key_nothing_is_signed_and_that_is_said(tmp_path):
    make_site(tmp_path, TINY)
    command = [sys.executable, str(ROOT / "hooks"), "sign", str(tmp_path), "--config", str(tmp_path / "mkdocs.yml")]
    done = subprocess.run(
        command, env={**os.environ, "MINISIGN_KEY": ""}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    assert done.returncode == 0 and "chưa có khóa" in done.stdout.decode("utf-8")


def test_the_readme_tells_the_key_once_there_is_one():
    key = public_key(ROOT / "khoa-cong-khai.pub")
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert key in text and ("Kho chưa có khóa" in text) != bool(key)
