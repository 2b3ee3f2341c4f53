"""The workflows: least rights, pinned actions, and nothing that cannot be run here with make."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from handbook.book.editions.shards import SHARDS
from support import ROOT, needs_make

pytestmark = needs_make

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
# What each job may do beyond reading the code; anything more is a decision to be made here.
RIGHTS = {
    ("kiem-tra", "noi-dung"): {"contents": "read"},
    ("kiem-tra", "trang-web"): {"contents": "read"},
    ("kiem-tra", "kiem-thu"): {"contents": "read"},
    ("kiem-tra", "thay-doi"): {"contents": "read"},
    ("kiem-tra", "may-khac"): {"contents": "read"},
    ("kiem-tra", "loi-ra"): {"contents": "read"},
    ("binh-luan", "binh-luan"): {"actions": "read", "contents": "read", "pages": "read", "pull-requests": "write"},
    ("xuat-ban", "noi-dung"): {"contents": "read"},
    ("xuat-ban", "kiem-thu"): {"contents": "read"},
    ("xuat-ban", "dung"): {"contents": "read", "pages": "read"},
    ("xuat-ban", "phan"): {"contents": "read", "pages": "read"},
    ("xuat-ban", "dua-len"): {"pages": "write", "id-token": "write"},
    ("ban-xa", "dung"): {"contents": "read"},
    ("hang-tuan", "ra-soat"): {"contents": "read", "issues": "write"},
}


def load(path):
    # BaseLoader: YAML 1.1 would read the key "on" as true.
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def make_knows(target):
    done = subprocess.run(
        ["make", "--dry-run", target], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return done.returncode == 0


def jobs():
    return [
        pytest.param(path.stem, name, job, id=f"{path.stem}-{name}")
        for path in WORKFLOWS
        for name, job in load(path)["jobs"].items()
    ]


def run(program, *arguments):
    beside = Path(sys.executable).with_name(program)
    return subprocess.run(
        [beside, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )


@pytest.mark.parametrize(
    ("schema", "files"),
    [("workflows", WORKFLOWS), ("issue-forms", FORMS), ("issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"])],
)
def test_it_has_the_shape_that_github_publishes(schema, files, tmp_path):
    command = ["check-jsonschema", "--builtin-schema", f"vendor.github-{schema}"]
    done = run(*command, *files)
    assert done.returncode == 0, done.stdout
    wrong = tmp_path / "sai.yml"
    wrong.write_text(files[0].read_text(encoding="utf-8") + "\nkhoa-la: 1\njobs: [1]\n", encoding="utf-8")
    assert run(*command, wrong).returncode == 1


def test_an_audit_finds_nothing_unsafe_in_the_workflows(tmp_path):
    done = run("zizmor", "--offline", "--quiet", "--persona=auditor", "--no-progress", *WORKFLOWS)
    assert done.returncode == 0, done.stdout
    wrong = tmp_path / "sai.yml"
    wrong.write_text(
        "on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
        "      - run: echo ${{ github.event.pull_request.title }}\n",
        encoding="utf-8",
    )
    found = run("zizmor", "--offline", "--quiet", "--no-progress", wrong)
    assert found.returncode != 0 and "template-injection" in found.stdout


def test_there_are_workflows():
    assert {path.stem for path in WORKFLOWS} == {workflow for workflow, _ in RIGHTS}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_right_is_given_to_all_and_no_stranger_gets_secrets(path):
    workflow = load(path)
    assert workflow["permissions"] == {}
    assert not {"pull_request_target", "issue_comment"} & set(workflow["on"])
    assert ("workflow_run" in workflow["on"]) == (path.stem == "binh-luan")
    assert ("secrets." in path.read_text(encoding="utf-8")) == (path.stem == "xuat-ban")


def test_only_the_step_that_signs_gets_the_key_and_only_on_the_main_branch():
    path = GITHUB / "workflows" / "xuat-ban.yml"
    workflow = load(path)
    assert set(workflow["on"]) == {"push", "workflow_dispatch"} and workflow["on"]["push"] == {"branches": ["main"]}
    job = workflow["jobs"]["dung"]
    (sign,) = [step for step in job["steps"] if step.get("run") == "make sign"]
    assert sign["env"] == {name: f"${{{{ secrets.{name} }}}}" for name in ("MINISIGN_KEY", "MINISIGN_PASSWORD")}
    assert path.read_text(encoding="utf-8").count("secrets.") == 2 and job["environment"] == {"name": "phat-hanh"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_beside_its_version(path):
    lines = [
        line.strip().removeprefix("- ") for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line
    ]
    assert lines and all(PINNED.fullmatch(line) for line in lines)


def test_the_job_that_may_comment_runs_no_code_of_a_stranger():
    """It checks out the main branch, installs nothing, and the only thing it takes over is one list."""
    (job,) = load(GITHUB / "workflows" / "binh-luan.yml")["jobs"].values()
    checkout, download, *_ = job["steps"]
    assert set(checkout["with"]) == {"persist-credentials"}
    assert download["with"]["name"] == "thay-doi" and download["with"]["path"] == ".cache/thay-doi/"
    assert [step["run"] for step in job["steps"] if "run" in step] == ["make preview-comment"]
    plan = subprocess.run(
        ["make", "--no-print-directory", "--dry-run", "preview-comment"], cwd=ROOT, stdout=subprocess.PIPE, check=True
    ).stdout.decode()
    assert plan.split() == ["python3", "hooks", "changes", "comment"]
    for expression in re.findall(r"\$\{\{(.*?)\}\}", (GITHUB / "workflows" / "binh-luan.yml").read_text("utf-8")):
        assert not re.search(r"head_commit|display_title|\.body|\.title", expression)


def test_the_workflow_that_comments_waits_for_the_one_that_checks():
    comments, checks = (load(GITHUB / "workflows" / f"{name}.yml") for name in ("binh-luan", "kiem-tra"))
    assert comments["on"]["workflow_run"]["workflows"] == [checks["name"]]


@pytest.mark.parametrize("target", ["changed-pages", "check-github", "help"])
def test_cheap_targets_run_here(target):
    environment = {**os.environ, "BASE_SHA": "HEAD", "PR_NUMBER": "7"}
    command = ["make", "--silent", target]
    if target == "check-github":  # without installing: that is a newcomer's business
        command += ["--assume-old=requirements.txt", "--old-file=.venv/site.ok"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    assert done.returncode == 0, done.stdout.decode("utf-8")


def test_one_version_of_each_action():
    found = {}
    for path in WORKFLOWS:
        for action, pin in re.findall(r"uses: ([\w/-]+)@(.*)", path.read_text(encoding="utf-8")):
            found.setdefault(action, set()).add(pin)
    assert all(len(pins) == 1 for pins in found.values())


@pytest.mark.parametrize(("workflow", "name", "job"), jobs())
def test_a_job_has_the_rights_it_needs_and_an_end(workflow, name, job):
    assert job["permissions"] == RIGHTS[workflow, name]
    assert int(job["timeout-minutes"]) <= 60


@pytest.mark.parametrize(("workflow", "name", "job"), jobs())
def test_checkout_leaves_no_token_behind(workflow, name, job):
    checkouts = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


def unchecked(jobs_of_workflow):
    """Jobs that put the site before readers without waiting, themselves or through others, for check and tests."""

    def waits_for(name):
        needs = jobs_of_workflow[name].get("needs", [])
        direct = {needs} if isinstance(needs, str) else set(needs)
        return direct.union(*map(waits_for, direct))

    commands = {name: {step.get("run", "") for step in job["steps"]} for name, job in jobs_of_workflow.items()}
    for name, job in jobs_of_workflow.items():
        if any(step.get("uses", "").startswith("actions/deploy-pages@") for step in job["steps"]):
            ran = set().union(*(commands[other] for other in waits_for(name)))
            if not {"make check-github", "make test"} <= ran or "always()" in job.get("if", ""):
                yield name


def test_nothing_is_published_before_check_and_tests_are_green():
    published = load(GITHUB / "workflows" / "xuat-ban.yml")["jobs"]
    assert not [*unchecked(published)]
    for green in ("noi-dung", "kiem-thu"):
        needs = [name for name in published["dua-len"]["needs"] if name != green]
        assert [*unchecked({**published, "dua-len": {**published["dua-len"], "needs": needs}})] == ["dua-len"]
    assert "dua-len" in published and all(
        not step.get("continue-on-error") for name in ("noi-dung", "kiem-thu") for step in published[name]["steps"]
    )


def test_the_core_is_tested_where_editors_work():
    """Windows has no make: the commands are those that CONTRIBUTING gives for it."""
    job = load(GITHUB / "workflows" / "kiem-tra.yml")["jobs"]["may-khac"]
    assert {system.partition("-")[0] for system in job["strategy"]["matrix"]["may"]} == {"windows", "macos"}
    assert [step["run"] for step in job["steps"] if "run" in step] == [
        "python -m pip install --require-hashes -r tests/requirements.txt",
        'python hooks new topic "Chữ ký số cho hộ kinh doanh" --docs .cache/thu/docs',
        "python hooks check",
        "python -m pytest tests/core",
    ]


@pytest.mark.parametrize(
    ("workflow", "name", "job"), [one for one in jobs() if one.values[:2] != ("kiem-tra", "may-khac")]
)
def test_every_step_is_a_make_target_that_exists(workflow, name, job):
    for command in (step["run"] for step in job["steps"] if "run" in step):
        assert re.fullmatch(r"make [a-z-]+", command) and make_knows(command.split()[1])


def test_the_shares_of_the_books_reach_the_job_that_joins_them():
    """Same place, same address, every share: what does not fit would be typeset twice."""
    shares, joins = (load(GITHUB / "workflows" / "xuat-ban.yml")["jobs"][name] for name in ("phan", "dung"))
    assert joins["needs"] == "phan" and set(shares["strategy"]["matrix"]["phan"]) <= set(SHARDS)
    upload = next(step["with"] for step in shares["steps"] if "upload-artifact" in step.get("uses", ""))
    download = next(step["with"] for step in joins["steps"] if "download-artifact" in step.get("uses", ""))
    assert upload["path"] == download["path"] == ".cache/book/kept/" and upload["include-hidden-files"] == "true"
    assert (
        upload["name"] == "phan-${{ matrix.phan }}"
        and download["pattern"] == "phan-*"
        and download["merge-multiple"] == "true"
    )
    made, joined = (next(step["env"] for step in job["steps"] if "run" in step) for job in (shares, joins))
    assert made["SHARD"] == "${{ matrix.phan }}" and made["SITE_URL"] == joined["SITE_URL"]


def test_every_commune_of_a_list_is_in_one_share_of_the_matrix():
    job = load(GITHUB / "workflows" / "ban-xa.yml")["jobs"]["dung"]
    numbers = [int(number) for number in job["strategy"]["matrix"]["phan"]]
    env = next(step["env"] for step in job["steps"] if "run" in step)
    assert numbers == list(range(1, len(numbers) + 1)) and env["SHARD"] == f"${{{{ matrix.phan }}}}/{len(numbers)}"
    assert (
        job["strategy"]["fail-fast"] == "false"
        and next(step for step in job["steps"] if "upload" in step.get("uses", ""))["if"] == "${{ !cancelled() }}"
    )


@pytest.mark.parametrize("target", ["communes", "shard"])
def test_what_a_workflow_passes_on_is_a_word_and_not_a_command(target):
    """A list or a share comes from a form: make must leave it to the shell as a variable."""
    done = subprocess.run(
        ["make", "--dry-run", "--old-file=.venv/site.ok", "--assume-old=requirements.txt", target],
        cwd=ROOT,
        env={**os.environ, "LIST": "x; y", "SHARD": "1/2; y"},
        stdout=subprocess.PIPE,
        check=True,
    )
    assert b"; y" not in done.stdout and b'"$SHARD"' in done.stdout


def test_a_target_that_does_not_exist_is_noticed():
    assert not make_knows("khong-co")


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_issue_forms_have_what_github_requires(path):
    form = load(path)
    assert form["name"] and form["description"] and form["body"]
    ids = [field["id"] for field in form["body"] if field["type"] != "markdown"]
    assert len(ids) == len(set(ids)) and all(field["attributes"]["label"] for field in form["body"])


def test_a_report_of_a_mistake_asks_for_the_page():
    form = load(GITHUB / "ISSUE_TEMPLATE" / "bao-sai-sot.yml")
    assert next(field for field in form["body"] if field.get("id") == "trang")["validations"]["required"] == "true"


def test_owners_are_not_set_to_teams_that_do_not_exist():
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("#") for line in lines if "TO-CHUC" in line)


@pytest.mark.parametrize("path", sorted((ROOT / ".vscode").glob("*.json")), ids=lambda path: path.name)
def test_editor_settings_are_json_with_comments(path):
    text = re.sub(r"^\s*//.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert json.loads(text)


def test_the_editor_reads_places_from_the_output_of_the_check():
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    (pattern,) = tasks[0]["problemMatcher"]["pattern"]
    match = re.match(
        pattern["regexp"], "docs/ky-nang/vneid.md:12: Có hai dấu cách liền nhau. Để lại một dấu cách. (gợi ý)"
    )
    assert match and match.group(1, 2) == ("docs/ky-nang/vneid.md", "12")
