"""The two steps of the workflow that comments, which alone are given its token; of the standard library only.

`post_review.py fetch EVENT FILE` takes `review.json` out of the artifact of the run that EVENT tells of, and nothing
else: sizes are looked at before anything is loaded, nothing is unpacked onto the disk.
`post_review.py post EVENT POST` writes what `kb.py review --render` made as the comment of the pull request, or renews
it. The number of the pull request comes from a job that a stranger can change, so it is believed only where GitHub says
that this pull request stands at the commit, branch and repository of the run.

EVENT is GitHub's own `workflow_run`. Reads GITHUB_TOKEN, GITHUB_API_URL. Exit code 0: done, out of date, or the run
failed before it made a review; 1: not believed, or GitHub refused.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: As GitHub limits a comment; and of the file, before it is read.
LONGEST = 65_536
MOST_BYTES = 2_000_000
MOST_LINES = 30
MARK = "<!-- botrian-review -->"
LINE_MARK = re.compile(r"^<!-- botrian-line ([0-9a-f]{16}) -->\n")
ROBOT = "github-actions[bot]"
#: Comments that are looked through for ours: pages of a hundred.
MOST_PAGES = 20
SECONDS = 30
#: What the first workflow hands over, the file in it, and how large the zip and the file may be.
ARTIFACT = "review"
INSIDE = "review.json"
MOST_ZIPPED = 2_000_000
MOST_INSIDE = 4_000_000
#: GitHub's answer to a comment on a line that the pull request does not touch.
NOT_IN_DIFF = 422


class NotBelievedError(Exception):
    """What the artifact says does not fit what GitHub says."""


class OutOfDateError(Exception):
    """A newer push is under way, or the pull request is closed: its own run writes the comment."""


class NoReviewError(Exception):
    """The run failed before it had a review: there is nothing to tell but what its own page says."""


@dataclass(frozen=True)
class Run:
    """The run that made the review, as GitHub itself tells of it."""

    number: int
    repository: str
    commit: str
    branch: str
    head_repository: str
    failed: bool = False

    @classmethod
    def of(cls, event: Mapping[str, Any]) -> Run:
        """The run of an event. Raises NotBelievedError for one that no pull request started."""
        run = event["workflow_run"]
        if run["event"] != "pull_request":
            raise NotBelievedError(f"started by {run['event']!r}")
        return cls(
            run["id"],
            run["repository"]["full_name"],
            run["head_sha"],
            run["head_branch"],
            run["head_repository"]["full_name"],
            run.get("conclusion") == "failure",
        )


class _Straight(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: the token would go along to wherever it leads."""

    def redirect_request(self, *_: object) -> None:
        """Leave the answer as it is."""

    @classmethod
    def opener(cls) -> urllib.request.OpenerDirector:
        """What opens addresses so."""
        return urllib.request.build_opener(cls)


class GitHub:
    """The few requests that are made, with the token."""

    def __init__(self, address: str, token: str, repository: str) -> None:
        self.address, self.token, self.repository = address.rstrip("/"), token, repository

    def ask(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """The answer to one request below the repository. Raises urllib.error.HTTPError."""
        with _Straight.opener().open(self._request(method, path, body), timeout=SECONDS) as answer:
            data = answer.read()
        return json.loads(data) if data else None

    def artifact(self, number: int, most: int) -> bytes:
        """The zip of an artifact, at most ``most`` bytes. GitHub leads to a store, which is not shown the token."""
        try:
            with _Straight.opener().open(self._request("GET", f"actions/artifacts/{number}/zip"), timeout=SECONDS):
                raise NotBelievedError("no way to the artifact")
        except urllib.error.HTTPError as answer:
            place = answer.headers.get("Location", "")
            if answer.code not in (302, 307) or not place.startswith(self.address.partition("://")[0] + "://"):
                raise
        with _Straight.opener().open(urllib.request.Request(place), timeout=SECONDS) as store:  # noqa: S310
            data: bytes = store.read(most + 1)
        return data

    def _request(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> urllib.request.Request:
        return urllib.request.Request(  # noqa: S310 - the address is the runner's own
            f"{self.address}/repos/{self.repository}/{path}",
            method=method,
            data=json.dumps(body).encode("utf-8") if body is not None else None,
            headers={
                "Authorization": f"Bearer {self.token}",
                "Accept": "application/vnd.github+json",
                "Content-Type": "application/json",
                "User-Agent": "botrian-review",
            },
        )

    def all(self, path: str) -> Iterator[dict[str, Any]]:
        """The items of a list, page by page."""
        for page in range(1, MOST_PAGES + 1):
            found = self.ask("GET", f"{path}?per_page=100&page={page}")
            yield from found
            if len(found) < 100:
                return


def fetch(run: Run, github: GitHub) -> bytes:
    """The review in the run's artifact.

    Raises NoReviewError where a failed run has none, NotBelievedError where another has none, or a too large one.
    """
    found = github.ask("GET", f"actions/runs/{run.number}/artifacts?per_page=100")["artifacts"]
    own = [one for one in found if one["name"] == ARTIFACT]
    if run.failed and not own:
        raise NoReviewError
    if len(own) != 1 or own[0]["size_in_bytes"] > MOST_ZIPPED:
        raise NotBelievedError("no artifact of the right name and size")
    data = github.artifact(own[0]["id"], MOST_ZIPPED)
    if len(data) > MOST_ZIPPED:
        raise NotBelievedError("the artifact is too large")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as files, files.open(INSIDE) as file:
            review = file.read(MOST_INSIDE + 1)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError) as error:
        raise NotBelievedError("the artifact holds no review") from error
    if len(review) > MOST_INSIDE:
        raise NotBelievedError("the review is too large")
    return review


def read_post(file: Path) -> dict[str, Any]:
    """What is to be posted. Raises NotBelievedError where it is larger than it may be or of another form."""
    if file.stat().st_size > MOST_BYTES:
        raise NotBelievedError("the file is too large")
    post = json.loads(file.read_text(encoding="utf-8"))
    lines = post["comments"]
    fits = (
        isinstance(post["number"], int)
        and 0 < post["number"] < 2**31
        and re.fullmatch(r"[0-9a-f]{40}", post["commit"])
        and post["body"].startswith(MARK)
        and len(post["body"]) <= LONGEST
        and len(lines) <= MOST_LINES
        and all(LINE_MARK.match(one["body"]) and len(one["body"]) <= LONGEST for one in lines)
    )
    if not fits:
        raise NotBelievedError("the file has another form")
    return dict(post)


def believe(post: Mapping[str, Any], run: Run, github: GitHub) -> None:
    """Whether the run is one of the pull request that the post names. Raises NotBelievedError, OutOfDateError."""
    try:
        pull = github.ask("GET", f"pulls/{post['number']}")
    except urllib.error.HTTPError as error:
        raise NotBelievedError(f"there is no pull request {post['number']}") from error
    head, base = pull["head"], pull["base"]
    owner = (head["repo"] or {}).get("full_name")
    if owner != run.head_repository or head["ref"] != run.branch or base["repo"]["full_name"] != run.repository:
        raise NotBelievedError(f"the run is none of pull request {post['number']}")
    if post["commit"] != run.commit:
        raise NotBelievedError("the review is of another commit than the run")
    if head["sha"] != run.commit or pull["state"] != "open":
        raise OutOfDateError(f"pull request {post['number']} has moved on")


def renew_comment(post: Mapping[str, Any], github: GitHub) -> str:
    """Write the comment, or write it anew where it stands already; says which."""
    number = post["number"]
    for one in github.all(f"issues/{number}/comments"):
        if one["user"]["login"] == ROBOT and one["body"].startswith(MARK):
            github.ask("PATCH", f"issues/comments/{one['id']}", {"body": post["body"]})
            return "renewed"
    github.ask("POST", f"issues/{number}/comments", {"body": post["body"]})
    return "written"


def renew_lines(post: Mapping[str, Any], github: GitHub) -> int:
    """The comments beside lines: those that no longer hold go, new ones come; returns how many came."""
    number = post["number"]
    wanted = {LINE_MARK.match(one["body"])[1]: one for one in post["comments"]}  # type: ignore[index]
    for one in list(github.all(f"pulls/{number}/comments")):
        seal = LINE_MARK.match(one["body"])
        if one["user"]["login"] != ROBOT or seal is None:
            continue
        if seal[1] in wanted and one.get("line"):
            del wanted[seal[1]]
        else:
            github.ask("DELETE", f"pulls/comments/{one['id']}")
    came = 0
    for one in wanted.values():
        try:
            github.ask("POST", f"pulls/{number}/comments", {**one, "commit_id": post["commit"]})
            came += 1
        except urllib.error.HTTPError as error:
            if error.code != NOT_IN_DIFF:
                raise
    return came


def main(step: str, event_file: Path, file: Path, environ: Mapping[str, str]) -> int:
    """Carry out one step; says in one line what was done."""
    try:
        run = Run.of(json.loads(event_file.read_text(encoding="utf-8")))
        github = GitHub(
            environ.get("GITHUB_API_URL", "https://api.github.com"), environ["GITHUB_TOKEN"], run.repository
        )
        if step == "fetch":
            file.write_bytes(fetch(run, github))
            print("review fetched")
        else:
            post = read_post(file)
            believe(post, run, github)
            done = renew_comment(post, github)
            print(f"comment {done}, {renew_lines(post, github)} new beside lines")
    except NoReviewError:
        print("nothing to write: the run failed before it had a review")
    except OutOfDateError as late:
        print(f"nothing written: {late}")
    except NotBelievedError as doubt:
        print(f"nothing written: {doubt}", file=sys.stderr)
        return 1
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        print(f"nothing written: {type(fault).__name__}: {getattr(fault, 'code', '')}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), os.environ))
