"""What runs when a stranger sends something: without secrets, after checking, judged by main's checker, pinned."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
#: Those that have a right to write after something of a stranger's; they have rules of their own.
COMMENT = GITHUB / "workflows" / "review-comment.yml"
RECEIVE = GITHUB / "workflows" / "receive.yml"
FOR_STRANGERS = [file for file in WORKFLOWS if file not in (COMMENT, RECEIVE)]


def workflow(file: Path) -> dict[Any, Any]:
    read: dict[Any, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return read


def steps(file: Path) -> list[tuple[str, dict[str, Any]]]:
    """Every step with the name of its job."""
    return [(name, step) for name, job in workflow(file)["jobs"].items() for step in job.get("steps", ())]


def test_zizmor_finds_no_hole_of_medium_size_or_more() -> None:
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent)) or shutil.which("zizmor")
    assert zizmor is not None
    done = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--min-severity", "medium", "--format", "json", str(GITHUB)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert json.loads(done.stdout) == []
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("file", FOR_STRANGERS, ids=lambda file: file.name)
def test_a_stranger_has_no_secret_and_may_only_read(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    # YAML 1.1 reads the key "on" as true.
    events = workflow(file)[True]

    assert "pull_request_target" not in events
    assert "workflow_run" not in events
    assert re.search(r"\$\{\{[^}]*secrets|github\.token|GITHUB_TOKEN", text) is None
    assert workflow(file)["permissions"] == {"contents": "read"}
    for name, job in workflow(file)["jobs"].items():
        if "permissions" in job:
            assert "github.ref == 'refs/heads/main'" in job["if"], name
            assert [step for step in job["steps"] if "run" in step] == [], f"{name} runs code with more rights"


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_every_action_is_pinned_and_no_checkout_keeps_its_credentials(file: Path) -> None:
    used = [step for _, step in steps(file) if "uses" in step]
    loose = [step["uses"] for step in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"])]
    keeping = [
        step for step in used if "/checkout@" in step["uses"] and step["with"].get("persist-credentials") is not False
    ]

    assert loose == []
    assert keeping == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_nothing_that_a_stranger_writes_stands_in_a_command(file: Path) -> None:
    assert [step["run"] for _, step in steps(file) if "${{" in step.get("run", "")] == []


def test_nothing_is_built_before_the_content_is_checked() -> None:
    jobs = workflow(GITHUB / "workflows" / "site.yml")["jobs"]
    building = {
        name
        for name, job in jobs.items()
        for step in job.get("steps", ())
        if re.search(r"kb\.py (build|test)|\.ci/run", step.get("run", ""))
    }

    assert {"build", "test", "other-machines"} <= building
    assert [name for name in building if "check" not in jobs[name].get("needs", ())] == []


def test_the_checker_of_main_judges_the_content_of_a_pull_request() -> None:
    """Its code and its settings come from the base; of the pull request nothing runs."""
    own = [step for name, step in steps(GITHUB / "workflows" / "site.yml") if name == "judge"]
    checkouts = {step["with"]["path"]: step["with"] for step in own if "/checkout@" in step.get("uses", "")}
    (run,) = (step["run"] for step in own if "run" in step)

    assert checkouts["judge"]["ref"] == "${{ github.event.pull_request.base.sha }}"
    assert "ref" not in checkouts["content"]
    assert run == "python3 judge/scripts/kb.py check --data content/data --docs content/docs"
    assert [step for step in own if "cache" in step.get("with", {})] == []


def test_the_review_of_a_pull_request_is_made_by_mains_code() -> None:
    own = [step for _, step in steps(GITHUB / "workflows" / "review.yml")]
    checkouts = {step["with"]["path"]: step["with"]["ref"] for step in own if "/checkout@" in step.get("uses", "")}
    runs = " ".join(step["run"] for step in own if "run" in step)

    assert checkouts["judge"] == "${{ github.event.pull_request.base.sha }}"
    assert re.findall(r"\bpython\S* (\S+)", runs) == ["judge/scripts/kb.py", "judge/scripts/append_only.py"]
    assert "content/scripts" not in runs
    assert [step for step in own if "cache" in step.get("with", {})] == []


def test_the_job_that_comments_runs_nothing_of_the_pull_request_and_hands_its_token_to_our_script_alone() -> None:
    read = workflow(COMMENT)
    (job,) = read["jobs"].values()
    checkouts = [step["with"] for step in job["steps"] if "/checkout@" in step.get("uses", "")]
    with_token = [step for step in job["steps"] if "token" in str(step.get("env", {})).lower()]

    assert list(read[True]) == ["workflow_run"]
    assert read["permissions"] == {"contents": "read"}
    assert job["permissions"] == {"contents": "read", "actions": "read", "pull-requests": "write"}
    assert checkouts == [{"persist-credentials": False}]
    assert [step["run"].split()[:3] for step in with_token] == [["python3", "-I", "scripts/post_review.py"]] * 2
    assert [step for step in job["steps"] if "artifact" in step.get("uses", "")] == [], (
        "the script reads it with limits"
    )
    assert "secrets" not in COMMENT.read_text(encoding="utf-8")


def test_the_words_of_an_issue_are_read_by_a_job_without_rights_and_only_a_patch_goes_on() -> None:
    read = workflow(RECEIVE)
    make, propose = read["jobs"]["make"], read["jobs"]["propose"]

    assert read[True] == {"issues": {"types": ["labeled"]}}
    assert read["permissions"] == {"contents": "read"}
    assert make["if"] == "github.event.label.name == 'receive'" and make["permissions"] == {"contents": "read"}
    assert "token" not in str(make).lower()
    assert propose["needs"] == "make"
    assert propose["permissions"] == {"contents": "write", "pull-requests": "write", "issues": "write"}
    assert [step["run"] for step in propose["steps"] if "run" in step] == ["bash scripts/propose_received.sh"]
    assert "secrets" not in RECEIVE.read_text(encoding="utf-8")


def test_the_script_with_the_token_needs_nothing_that_is_installed() -> None:
    script = ROOT / "scripts" / "post_review.py"
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(script), "post", "none", "none"], capture_output=True, text=True
    )

    assert done.returncode == 1
    assert "nothing written" in done.stderr


def test_what_runs_and_what_must_not_change_has_owners() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    owned = {line.split()[0] for line in lines if line.strip() and not line.startswith("#")}

    assert {"/hooks/", "/scripts/", "/.github/", "/requirements/", "/data/frozen/", "/tests/", "/.ci/"} <= owned


def test_updates_wait() -> None:
    updates = yaml.safe_load((GITHUB / "dependabot.yml").read_text(encoding="utf-8"))["updates"]

    assert [one["package-ecosystem"] for one in updates if one["cooldown"]["default-days"] < 14] == []
