"""The workflow's own commands, from the event of an issue to the pull request, with a stand-in for GitHub's command."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from botrian.messages import as_text
from tests.library import library_project
from tests.receive.test_receive import message

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW: dict[str, Any] = yaml.safe_load((ROOT / ".github/workflows/receive.yml").read_text(encoding="utf-8"))
NUMBER = "41"

pytestmark = pytest.mark.skipif(
    os.name == "nt" or not all(map(shutil.which, ("bash", "jq", "base64"))), reason="the workflow's runner is a Linux"
)


def runner(folder: Path) -> dict[str, str]:
    """The environment of a runner: a project, its remote, commands that stand in for python3 of kb.py and for gh."""
    project, tools = folder / "project", folder / "tools"
    project.mkdir(parents=True)
    tools.mkdir()
    library_project(project)
    (project / "scripts").mkdir()
    shutil.copy(ROOT / "scripts/propose_received.sh", project / "scripts")
    subprocess.run(["git", "init", "--quiet", "--bare", str(folder / "remote")], check=True)
    kb = f'exec "{sys.executable}" -m botrian.commands --root . "$@"'
    stand_in(tools / "python3", f'shift\nPYTHONPATH="{ROOT / "hooks"}" {kb}')
    body = f'[ "$1" = --body-file ] && cat "$2" > "{folder}/body.md"'
    stand_in(tools / "gh", f'echo "$@" >> "{folder}/gh.log"\nwhile [ $# -gt 1 ]; do {body}; shift; done')
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "BOTRIAN_TODAY": "2026-07-01",
        "GITHUB_EVENT_PATH": str(folder / "event.json"),
        "GITHUB_OUTPUT": str(folder / "output"),
        "RUNNER_TEMP": str(folder),
        "REMOTE": str(folder / "remote"),
        "GH_TOKEN": "none",
        "NUMBER": NUMBER,
    }


def stand_in(file: Path, script: str) -> None:
    file.write_text(f"#!/bin/bash\n{script}\n", encoding="utf-8")
    file.chmod(0o755)


def run_workflow(folder: Path, body: str) -> dict[str, str]:
    """Run both jobs over an issue with this body; the outputs of the first leave."""
    environment = runner(folder)
    (folder / "event.json").write_text(json.dumps({"issue": {"number": int(NUMBER), "body": body}}), encoding="utf-8")
    (made,) = (step for step in WORKFLOW["jobs"]["make"]["steps"] if "run" in step)
    bash(made["run"], folder, environment)
    output = dict(line.split("=", 1) for line in (folder / "output").read_text(encoding="utf-8").splitlines())
    # The second job begins on a clean machine.
    bash("git reset --quiet && git checkout --quiet -- . && git clean --quiet -df data docs", folder, environment)
    (proposed,) = (step for step in WORKFLOW["jobs"]["propose"]["steps"] if "run" in step)
    bash(proposed["run"], folder, {**environment, "PATCH": output["patch"], "SAID": output["said"]})
    return output


def bash(script: str, folder: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=folder / "project",
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr + done.stdout


def test_a_message_in_an_issue_becomes_a_branch_and_a_pull_request(tmp_path: Path) -> None:
    text = as_text(message("tried", lesson="save-first"), {}, private=False)
    run_workflow(tmp_path, f"### ข้อความจากแบบฟอร์ม / The message of the form\n\n{text}")
    branch = f"received/issue-{NUMBER}"
    names = subprocess.run(
        ["git", "-C", str(tmp_path / "remote"), "diff", "--name-only", f"{branch}^", branch],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.split()
    body = (tmp_path / "body.md").read_text(encoding="utf-8")

    assert names == [
        "data/credits/krabi-2026-06-30.yml",
        "data/sources/told-krabi-2026-06-30.yml",
        "docs/lessons/save-first.md",
    ]
    assert "pr create --head received/issue-41" in (tmp_path / "gh.log").read_text(encoding="utf-8")
    assert "Closes #41" in body and "    +++ b/docs/lessons/save-first.md" in body


def test_an_issue_without_a_message_is_answered_and_its_words_stay_words(tmp_path: Path) -> None:
    output = run_workflow(tmp_path, "$(touch pwned) `touch pwned`\n```\n@everybody ::set-output name=x::y")

    assert output["patch"] == ""
    assert (tmp_path / "gh.log").read_text(encoding="utf-8").startswith(f"issue comment {NUMBER} --body-file")
    assert "    ไม่พบข้อความจากแบบฟอร์มในนี้" in (tmp_path / "body.md").read_text(encoding="utf-8")
    assert not (tmp_path / "project/pwned").exists()


@pytest.mark.parametrize("name", [".github/workflows/site.yml", "hooks/x.py", "data/../hooks/x.py", "docs/a b.md"])
def test_a_patch_of_anything_but_content_is_refused(name: str, tmp_path: Path) -> None:
    environment = runner(tmp_path)
    patch = f"diff --git a/{name} b/{name}\nnew file mode 100644\n--- /dev/null\n+++ b/{name}\n@@ -0,0 +1 @@\n+x\n"
    done = subprocess.run(
        ["bash", "scripts/propose_received.sh"],
        cwd=tmp_path / "project",
        env={**environment, "PATCH": base64.b64encode(patch.encode()).decode(), "SAID": ""},
        capture_output=True,
        check=False,
    )

    assert done.returncode != 0
    assert not (tmp_path / "gh.log").exists()


def test_what_was_said_cannot_end_its_block(tmp_path: Path) -> None:
    environment = runner(tmp_path)
    said = base64.b64encode(b"one\n```\n@everybody <b>\n").decode()
    bash("bash scripts/propose_received.sh", tmp_path, {**environment, "PATCH": "", "SAID": said})
    lines = (tmp_path / "body.md").read_text(encoding="utf-8").splitlines()[2:]

    assert lines == ["    one", "    ```", "    @everybody <b>"]


def proposed(folder: Path, environment: dict[str, str], text: str = "x") -> subprocess.CompletedProcess[str]:
    """The second job over a patch of one page."""
    patch = (
        "diff --git a/docs/guide/told.md b/docs/guide/told.md\nnew file mode 100644\n--- /dev/null\n"
        f"+++ b/docs/guide/told.md\n@@ -0,0 +1 @@\n+{text}\n"
    )
    return subprocess.run(
        ["bash", "scripts/propose_received.sh"],
        cwd=folder / "project",
        env={**environment, "PATCH": base64.b64encode(patch.encode()).decode(), "SAID": ""},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_where_no_workflow_may_open_a_pull_request_the_issue_gets_the_way_to_it(tmp_path: Path) -> None:
    environment = runner(tmp_path)
    gh = tmp_path / "tools/gh"
    gh.write_text(gh.read_text(encoding="utf-8").replace("\n", '\n[ "$1" = pr ] && exit 1\n', 1), encoding="utf-8")
    done = proposed(tmp_path, environment)

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "gh.log").read_text(encoding="utf-8").startswith(f"issue comment {NUMBER} --body-file")
    assert f"/compare/received/issue-{NUMBER}?expand=1" in (tmp_path / "body.md").read_text(encoding="utf-8")


def test_a_branch_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    environment = runner(tmp_path)
    assert proposed(tmp_path, environment).returncode == 0
    bash("git switch --quiet -C main HEAD~1 && git branch --quiet -D received/issue-41", tmp_path, environment)
    done = proposed(tmp_path, environment, "y")

    assert done.returncode == 1
    assert "ติดป้าย `receive` ใหม่" in (tmp_path / "body.md").read_text(encoding="utf-8")


def test_what_no_variable_can_hold_is_told_and_not_handed_on(tmp_path: Path) -> None:
    environment = runner(tmp_path)
    python = tmp_path / "tools/python3"
    long = 'mkdir -p docs/guide; head -c 200000 /dev/urandom | base64 > docs/guide/long.md; echo "อ่านแล้ว"'
    python.write_text(f"#!/bin/bash\n{long}\n", encoding="utf-8")
    (tmp_path / "event.json").write_text(json.dumps({"issue": {"number": 41, "body": "x"}}), encoding="utf-8")
    (made,) = (step for step in WORKFLOW["jobs"]["make"]["steps"] if "run" in step)
    bash(made["run"], tmp_path, environment)
    output = dict(line.split("=", 1) for line in (tmp_path / "output").read_text(encoding="utf-8").splitlines())

    assert output["patch"] == ""
    assert "too long to be proposed here" in base64.b64decode(output["said"]).decode()
