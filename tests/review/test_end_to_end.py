"""A simulated pull request, from git to the comment on a small GitHub: both workflows' steps, as they run there."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import post_review
from botrian.commands.line import main as kb
from tests.review.github import SmallGitHub, served, zipped
from tests.review.proposal import BAD, GOOD, NUMBER, Simulated, simulated

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 7, 1)
ENVIRONMENT = {"GITHUB_TOKEN": "token-of-the-run"}


def reviewed(made: Simulated, out: Path) -> bytes:
    """What the first workflow hands over."""
    words = ["review", str(made.before), str(made.after), "--diff", str(made.diff), "--out", str(out)]
    assert kb([*words, "--number", str(NUMBER), "--commit", made.head], TODAY) == 0
    return (out / "review.json").read_bytes()


def second(folder: Path, event: dict[str, Any], address: str) -> int:
    """What the second workflow does: fetch, make the comment, post it."""
    event_file, review = folder / "event.json", folder / "fetched.json"
    event_file.write_text(json.dumps(event), encoding="utf-8")
    environ = {**ENVIRONMENT, "GITHUB_API_URL": address}
    fetched = post_review.main("fetch", event_file, review, environ)
    if fetched:
        return fetched
    words = ["review", "--render", str(review), "--out", str(folder / "post")]
    kb([*words, "--zip", "https://github.com/o/r/actions/runs/1#artifacts", "--preview", ""], TODAY)
    return post_review.main("post", event_file, folder / "post" / "post.json", environ)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Simulated, bytes]:
    """A pull request with two mistakes."""
    folder = tmp_path_factory.mktemp("first")
    made = simulated(folder, *BAD)
    return made, reviewed(made, folder / "review")


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> tuple[Simulated, bytes]:
    """The same after another push, without mistakes."""
    folder = tmp_path_factory.mktemp("mended")
    made = simulated(folder, *GOOD)
    return made, reviewed(made, folder / "review")


def test_the_comment_is_written_once_and_renewed_with_each_push(
    first: tuple[Simulated, bytes], mended: tuple[Simulated, bytes], tmp_path: Path
) -> None:
    made, data = first
    github = SmallGitHub(made.pull())
    github.add("สวัสดี", "somebody")
    github.add("<!-- botrian-review --> not ours", "somebody")
    github.commentable = {"docs/lessons/share-data.md": set(range(1, 60))}
    github.artifacts = [("pages-and-pictures", b"x"), ("review", zipped("review.json", data))]
    with served(github) as address:
        assert second(tmp_path, made.event(), address) == 0
        assert [one["user"]["login"] for one in github.comments] == ["somebody", "somebody", "github-actions[bot]"]
        assert "ยังรับเข้าไม่ได้ มี 2 จุดที่ต้องแก้ก่อน" in github.comments[2]["body"]
        assert [re.findall("suggestion\n(.*)", one["body"]) for one in github.lines] == [["    stance: supports"]]
        assert github.lines[0]["commit_id"] == made.head

        # The same run again writes nothing twice.
        assert second(tmp_path, made.event(), address) == 0
        assert (len(github.comments), len(github.lines)) == (3, 1)

        later, good = mended
        github.pull = later.pull()
        github.artifacts = [("review", zipped("review.json", good))]
        assert second(tmp_path, later.event(), address) == 0

    assert (len(github.comments), github.lines) == (3, [])
    assert "ตรวจแล้วไม่พบข้อที่ต้องแก้" in github.comments[2]["body"]
    assert "หลักฐานพอควร" in github.comments[2]["body"]
    assert "actions/runs/1#artifacts" in github.comments[2]["body"]
    assert github.shown_to_store == [None, None, None], "the store is not shown the token"


def test_a_line_outside_of_the_diff_that_github_refuses_takes_no_comment_away(
    first: tuple[Simulated, bytes], tmp_path: Path
) -> None:
    made, data = first
    github = SmallGitHub(made.pull())
    github.artifacts = [("review", zipped("review.json", data))]
    with served(github) as address:
        assert second(tmp_path, made.event(), address) == 0

    assert (len(github.comments), len(github.lines)) == (1, 0)


def other_number(data: bytes) -> bytes:
    return json.dumps({**json.loads(data), "number": NUMBER + 1}).encode()


def other_commit(data: bytes) -> bytes:
    return json.dumps({**json.loads(data), "commit": "0" * 40}).encode()


def too_large(data: bytes) -> bytes:
    return json.dumps({**json.loads(data), "pages": ["ก" * 250] * 5000}).encode()


@pytest.mark.parametrize("change", [other_number, other_commit, too_large, lambda _: b"{}", lambda _: b"no JSON"])
def test_what_a_stranger_changed_is_not_believed(
    first: tuple[Simulated, bytes], tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    """Another pull request's number, another commit, a file that is too large or none."""
    made, data = first
    github = SmallGitHub(made.pull())
    github.artifacts = [("review", zipped("review.json", change(data)))]
    with served(github) as address:
        code = second(tmp_path, made.event(), address)

    assert code == 1
    assert (github.comments, github.lines) == ([], [])
    assert [one for one in github.asked if not one.startswith("GET")] == []


def test_a_run_of_another_fork_cannot_speak_for_a_pull_request_at_the_same_commit(
    first: tuple[Simulated, bytes], tmp_path: Path
) -> None:
    made, data = first
    github = SmallGitHub(made.pull())
    github.artifacts = [("review", zipped("review.json", data))]
    event = made.event()
    event["workflow_run"]["head_repository"]["full_name"] = "stranger/botrian"
    with served(github) as address:
        assert second(tmp_path, event, address) == 1

    assert github.comments == []


@pytest.mark.parametrize("other", [{"state": "closed"}, {"head": {"sha": "1" * 40}}])
def test_a_pull_request_that_moved_on_gets_no_stale_comment(
    first: tuple[Simulated, bytes], tmp_path: Path, other: dict[str, Any]
) -> None:
    made, data = first
    pull = made.pull()
    github = SmallGitHub({**pull, **other, "head": {**pull["head"], **other.get("head", {})}})
    github.artifacts = [("review", zipped("review.json", data))]
    with served(github) as address:
        assert second(tmp_path, made.event(), address) == 0

    assert github.comments == []


@pytest.mark.parametrize(
    "artifact",
    [
        b"not a zip",
        zipped("../../review.json", b"{}"),
        zipped("review.json", b"0" * (post_review.MOST_INSIDE + 1)),
        os.urandom(post_review.MOST_ZIPPED + 1),
    ],
    ids=["no zip", "another name", "a bomb", "too large"],
)
def test_an_artifact_of_another_form_is_left_alone(
    first: tuple[Simulated, bytes], tmp_path: Path, artifact: bytes
) -> None:
    github = SmallGitHub(first[0].pull())
    github.artifacts = [("review", artifact)]
    with served(github) as address:
        assert second(tmp_path, first[0].event(), address) == 1

    assert not (tmp_path / "fetched.json").exists()


def test_a_failed_run_tells_what_it_found_and_one_without_a_review_nothing(
    first: tuple[Simulated, bytes], tmp_path: Path
) -> None:
    made, data = first
    event = made.event()
    event["workflow_run"]["conclusion"] = "failure"
    github = SmallGitHub(made.pull())
    with served(github) as address:
        github.artifacts = [("review", zipped("review.json", data))]
        assert second(tmp_path, event, address) == 0
        assert len(github.comments) == 1

        github.artifacts = []
        (tmp_path / "fetched.json").unlink()
        environ = {**ENVIRONMENT, "GITHUB_API_URL": address}
        assert post_review.main("fetch", tmp_path / "event.json", tmp_path / "fetched.json", environ) == 0

    assert not (tmp_path / "fetched.json").exists(), "the steps after it are passed over"


def test_a_run_that_no_pull_request_started_is_not_believed(first: tuple[Simulated, bytes], tmp_path: Path) -> None:
    event = first[0].event()
    event["workflow_run"]["event"] = "push"

    assert second(tmp_path, event, "http://127.0.0.1:9") == 1


def test_the_first_workflow_lays_the_trees_beside_each_other_as_its_steps_say(tmp_path: Path) -> None:
    """The step's own words are run: in the folder, with the two checkouts that the steps before it make."""
    made = simulated(tmp_path / "made", *GOOD)
    folder = tmp_path / "run"
    folder.mkdir()
    subprocess.run(["git", "clone", "--quiet", str(made.repository), str(folder / "content")], check=True)
    (folder / "judge").symlink_to(ROOT, target_is_directory=True)
    steps = yaml.safe_load((ROOT / ".github/workflows/review.yml").read_text(encoding="utf-8"))["jobs"]["review"][
        "steps"
    ]
    environ = {**os.environ, "BASE": made.base, "HEAD": made.head, "NUMBER": str(NUMBER), "BOTRIAN_TODAY": "2026-07-01"}
    (lay,) = [step["run"] for step in steps if "worktree" in step.get("run", "")]
    subprocess.run(["bash", "-euo", "pipefail", "-c", lay], cwd=folder, env=environ, check=True)
    (make,) = [step["run"] for step in steps if "kb.py review" in step.get("run", "")]
    # Instead of kb.py, which would make an environment: what it hands over to.
    words = shlex.split(make.replace("$NUMBER", environ["NUMBER"]).replace("$HEAD", made.head))[2:]
    words.remove("--pictures")
    command = [sys.executable, "-P", "-m", "botrian.commands", *words]
    environ["PYTHONPATH"] = str(ROOT / "hooks")
    subprocess.run(command, cwd=folder, env=environ, check=True)

    assert "หลักฐานพอควร" in (folder / "review" / "review.md").read_text(encoding="utf-8")
    assert json.loads((folder / "review" / "review.json").read_text(encoding="utf-8"))["commit"] == made.head
