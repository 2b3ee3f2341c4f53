"""The books typeset in shares, as the workflow that publishes does it, and joined: the same site to the byte."""

import filecmp
import shutil
import subprocess
import sys

import pytest
import yaml
from support import ENVIRONMENT, ROOT, TINY, make_site

MATRIX = yaml.safe_load((ROOT / ".github/workflows/xuat-ban.yml").read_text("utf-8"))["jobs"]["phan"]["strategy"][
    "matrix"
]["phan"]


def files_of(folder):
    return {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def shares(tmp_path_factory):
    """What each share of the matrix leaves behind, made in a project of its own."""
    left = {}
    for shard in MATRIX:
        site = make_site(tmp_path_factory.mktemp(shard) / "project", TINY)
        subprocess.run(
            [sys.executable, str(ROOT / "hooks"), "shard", shard, "--config", str(site.root / "mkdocs.yml")],
            env=ENVIRONMENT,
            check=True,
        )
        assert not site.out.exists()
        left[shard] = site.root / ".cache" / "book" / "kept"
    return left


def test_shares_made_apart_and_joined_are_the_site_made_at_once(tiny, built_tiny, shares):
    for kept in shares.values():
        shutil.copytree(kept, tiny.root / ".cache" / "book" / "kept", dirs_exist_ok=True)
    tiny.environment["HANDBOOK_BOOK"] = "all"
    assert tiny.build() == 0, tiny.log
    assert "sách: 0 tệp PDF dàn mới" in tiny.log
    plain, joined = files_of(built_tiny.out), files_of(tiny.out)
    assert set(plain) == set(joined) and len([name for name in plain if name.endswith(".pdf")]) > 10
    assert [name for name in plain if not filecmp.cmp(plain[name], joined[name], shallow=False)] == []


def test_a_missing_share_is_made_by_the_one_who_joins(tiny, built_tiny, shares):
    shutil.copytree(shares["vi-whole"], tiny.root / ".cache" / "book" / "kept")
    tiny.environment.update(HANDBOOK_BOOK="all", HANDBOOK_ENGLISH="false")
    assert tiny.build() == 0 and "sách: 0 tệp PDF dàn mới" not in tiny.log
    assert (tiny.out / "tai-ve/ky-nang/mot.pdf").read_bytes() == (
        built_tiny.out / "tai-ve/ky-nang/mot.pdf"
    ).read_bytes()


def test_no_share_is_empty_or_holds_what_another_holds(shares):
    names = {shard: {file.name for file in kept.iterdir()} for shard, kept in shares.items()}
    assert all(names.values()) and sum(map(len, names.values())) == len(set().union(*names.values()))


def test_a_share_that_does_not_exist_is_told_with_those_that_do():
    done = subprocess.run([sys.executable, str(ROOT / "hooks"), "shard", "vi-bia"], stdout=subprocess.PIPE, check=False)
    assert done.returncode == 2 and "chọn một trong vi, vi-whole, vi-print" in done.stdout.decode("utf-8")
