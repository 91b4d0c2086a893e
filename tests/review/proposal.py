"""A simulated pull request: the tests' library in a git repository, a branch that changes it, and GitHub's events."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.library import library_project

NUMBER = 7
RUN = 4242
LESSON = "docs/lessons/share-data.md"
FACTS = "data/facts/krabi.yml"
#: What the pull request changes: file, before, after. Both sides must stand there.
GOOD = (
    (
        LESSON,
        "do: {th: รวมข้อมูลเป็นชุดเดียวที่ทุกคนเปิดดูได้, en: Join the data into one set that everyone can open}",
        """do:
  th: ตกลงกันก่อนว่าใครเปิดดูอะไรได้ แล้วรวมข้อมูลเป็นชุดเดียวที่ทุกคนเปิดดูได้ และนัดทบทวนกันทุกปี
  en: Agree first who may open what and then join the data into one set and look at it again each year""",
    ),
    (
        LESSON,
        "  - province: yala\n    stance: contradicts\n",
        """  - province: trat
    stance: supports
    voice: result
    text: {th: ตราดรวมข้อมูลแล้วของบได้ตรงจุด, en: Trat joined its data and asked for the right money}
    citations: [{source: network-report, lines: [80, 82]}]
  - province: yala
    stance: qualifies
""",
    ),
    (FACTS, "    number: 53\n", "    number: 54\n"),
)
#: A mistake with one plain mending, and one without.
BAD = (
    (LESSON, "    stance: supports\n    voice: did\n", "    stance: support\n    voice: did\n"),
    (FACTS, "    date: 2543 BE\n", "    date: ปีก่อน\n"),
)


@dataclass(frozen=True)
class Simulated:
    """Where it all lies: the repository, both trees and the diff as the workflow makes them, and both commits."""

    repository: Path
    before: Path
    after: Path
    diff: Path
    base: str
    head: str

    def event(self) -> dict[str, Any]:
        """The part of GitHub's event ``workflow_run`` that the second workflow reads."""
        repository = {"full_name": "self-managing-provinces/botrian"}
        run = {"id": RUN, "event": "pull_request", "conclusion": "success", "head_sha": self.head}
        fork = {"full_name": "somebody/botrian"}
        return {"workflow_run": {**run, "head_branch": "krabi", "head_repository": fork, "repository": repository}}

    def pull(self, **other: Any) -> dict[str, Any]:
        """The pull request as GitHub's API tells of it."""
        head = {"sha": self.head, "ref": "krabi", "repo": {"full_name": "somebody/botrian"}}
        base = {"ref": "main", "repo": {"full_name": "self-managing-provinces/botrian"}}
        return {"number": NUMBER, "state": "open", "head": head, "base": base, **other}


def simulated(folder: Path, *changes: tuple[str, str, str]) -> Simulated:
    """The pull request with these changes."""
    repository = folder / "repository"
    library_project(repository)
    base = git(repository, "rev-parse", "HEAD")
    git(repository, "switch", "--quiet", "--create", "krabi")
    for name, old, new in changes:
        file = repository / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, (name, old, text.count(old))
        file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "trat")
    head = git(repository, "rev-parse", "HEAD")
    diff = folder / "changes.diff"
    diff.write_bytes(_git(repository, "diff", "--no-renames", "--unified=0", f"{base}...{head}"))
    trees = {}
    for name, commit in (("before", base), ("after", head)):
        trees[name] = folder / name
        trees[name].mkdir()
        archive = _git(repository, "archive", "--format=tar", commit, "data", "docs")
        subprocess.run(["tar", "-x", "-C", str(trees[name])], input=archive, check=True)
        shutil.copy(repository / "mkdocs.yml", trees[name])
    return Simulated(repository, trees["before"], trees["after"], diff, base, head)


def git(repository: Path, *words: str) -> str:
    return _git(repository, *words).decode("utf-8").strip()


def _git(repository: Path, *words: str) -> bytes:
    someone = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *someone, *words], cwd=repository, env=os.environ, capture_output=True, check=True)
    return done.stdout


def write_events(simulated: Simulated, folder: Path) -> None:
    """The events as files, for whoever wants to look."""
    (folder / "workflow_run.json").write_text(json.dumps(simulated.event(), indent=1), encoding="utf-8")
    (folder / "pull.json").write_text(json.dumps(simulated.pull(), indent=1), encoding="utf-8")
