"""A small GitHub on this machine: artifacts of a run, one pull request, its comments; it keeps what it was asked."""

from __future__ import annotations

import io
import json
import re
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

ROBOT = "github-actions[bot]"


def zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr(name, data)
    return out.getvalue()


class SmallGitHub:
    """What it holds. ``commentable`` are the lines that GitHub takes comments on, by file."""

    def __init__(self, pull: dict[str, Any]) -> None:
        self.pull = pull
        self.artifacts: list[tuple[str, bytes]] = []
        self.comments: list[dict[str, Any]] = []
        self.lines: list[dict[str, Any]] = []
        self.commentable: dict[str, set[int]] = {}
        self.asked: list[str] = []
        self.shown_to_store: list[str | None] = []
        self._ids = iter(range(1, 10_000))

    def add(self, body: str, login: str = ROBOT) -> dict[str, Any]:
        one = {"id": next(self._ids), "body": body, "user": {"login": login}}
        self.comments.append(one)
        return one

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: Any) -> tuple[int, Any]:
        """The status and JSON of an answer, or of 302 the place it leads to."""
        number = self.pull["number"]
        below = path.partition("/repos/self-managing-provinces/botrian/")[2]
        if re.fullmatch(r"actions/runs/\d+/artifacts", below):
            found = [
                {"id": at, "name": name, "size_in_bytes": len(data)} for at, (name, data) in enumerate(self.artifacts)
            ]
            return 200, {"artifacts": found}
        if match := re.fullmatch(r"actions/artifacts/(\d+)/zip", below):
            return 302, f"/store/{match[1]}"
        if below == f"pulls/{number}":
            return 200, self.pull
        for name, held in ((f"issues/{number}/comments", self.comments), (f"pulls/{number}/comments", self.lines)):
            if below == name and method == "GET":
                page = int(query["page"][0])
                return 200, held[(page - 1) * 100 : page * 100]
            if below == name:
                return self._new(held, body)
        if (match := re.fullmatch(r"(issues|pulls)/comments/(\d+)", below)) and method in ("PATCH", "DELETE"):
            return self._old(self.comments if match[1] == "issues" else self.lines, int(match[2]), method, body)
        return 404, {}

    def _new(self, held: list[dict[str, Any]], body: dict[str, Any]) -> tuple[int, Any]:
        if held is self.lines and body["line"] not in self.commentable.get(body["path"], set()):
            return 422, {}
        held.append({**body, "id": next(self._ids), "user": {"login": ROBOT}})
        return 201, held[-1]

    def _old(self, held: list[dict[str, Any]], number: int, method: str, body: Any) -> tuple[int, Any]:
        (one,) = [one for one in held if one["id"] == number]
        if method == "DELETE":
            held.remove(one)
            return 204, None
        one.update(body)
        return 200, one


@contextmanager
def served(github: SmallGitHub) -> Iterator[str]:
    """Its address while it answers."""

    class Handler(BaseHTTPRequestHandler):
        def _any(self) -> None:
            parts = urlsplit(self.path)
            if parts.path.startswith("/store/"):
                github.shown_to_store.append(self.headers.get("Authorization"))
                self._send(200, github.artifacts[int(parts.path.rpartition("/")[2])][1])
                return
            assert self.headers["Authorization"] == "Bearer token-of-the-run"
            github.asked.append(f"{self.command} {parts.path.rpartition('/botrian/')[2]}")
            size = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(size)) if size else None
            status, answer = github.answer(self.command, parts.path, parse_qs(parts.query), body)
            if status == 302:
                self.send_response(302)
                self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}{answer}")  # type: ignore[attr-defined]
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            self._send(status, b"" if answer is None else json.dumps(answer).encode("utf-8"))

        do_GET = do_POST = do_PATCH = do_DELETE = _any  # noqa: N815 - the base class's names

        def _send(self, status: int, data: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
