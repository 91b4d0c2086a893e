"""A feed and the address of a server go in; the server holds it, whole or not at all.

A new index is filled beside the old one and takes its name at the end. What goes wrong before leaves the old index as
it was, and takes the new one away.
"""

from __future__ import annotations

import base64
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote, urlsplit

from botrian.engines.feed import Feed, bulk_lines, json_line

#: Bytes of documents in one request: a tenth of what both engines take without being set up for more.
CHUNK: Final = 5_000_000
#: Seconds that a server may take for one answer, and for all that it does behind it.
PATIENCE: Final = 60
UNTIL_DONE: Final = 600


class ServerRefused(Exception):
    """The server cannot be reached or refused something; ``words`` says what, as the server tells it."""

    def __init__(self, what: str, words: str) -> None:
        super().__init__(f"{what}: {words}")
        self.what, self.words = what, words


@dataclass(frozen=True)
class Server:
    """A server by its address; ``key``: ``user:password`` or a key, sent with each request."""

    address: str
    key: str = ""
    wait: Callable[[float], None] = field(default=time.sleep)

    def ask(self, method: str, path: str, body: Any = None, lines: bytes | None = None) -> Any:
        """The server's answer as JSON. Raises ServerRefused."""
        data = lines if lines is not None else None if body is None else json.dumps(body).encode("utf-8")
        kind = "application/x-ndjson" if lines is not None else "application/json"
        headers = {"Content-Type": kind, "Accept": "application/json", **self._signed()}
        request = urllib.request.Request(f"{self.address.rstrip('/')}{path}", data, headers, method=method)  # noqa: S310 -- http(s): see load
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            words = error.read(2000).decode("utf-8", "replace")
            raise ServerRefused(f"{method} {path}", f"{error.code} {words}") from error
        except (OSError, ValueError) as error:
            raise ServerRefused(f"{method} {path}", str(error)) from error

    def _signed(self) -> Mapping[str, str]:
        if not self.key:
            return {}
        if ":" in self.key:
            return {"Authorization": f"Basic {base64.b64encode(self.key.encode()).decode()}"}
        return {"Authorization": f"Bearer {self.key}"}


def load(feed: Feed, address: str, key: str = "") -> int:
    """Give a server one language's documents; the number of them. What it holds already is not sent again.

    Raises ServerRefused, and ValueError where the address is none of http or https.
    """
    if urlsplit(address).scheme not in ("http", "https"):
        raise ValueError(address)
    server = Server(address, key)
    steps = _into_opensearch if feed.engine == "opensearch" else _into_meilisearch
    steps(feed, server, f"{feed.index}-{feed.edition}")
    return len(feed.documents)


def _into_opensearch(feed: Feed, server: Server, new: str) -> None:
    old = _indices_behind(server, feed.index)
    if new in old:
        return
    _without_failing(server, "DELETE", f"/{quote(new)}")
    server.ask("PUT", f"/{quote(new)}", feed.settings)
    try:
        for lines in pieces(bulk_lines(one) for one in feed.documents):
            answer = server.ask("POST", f"/{quote(new)}/_bulk", lines=lines)
            if answer.get("errors"):
                raise ServerRefused(f"/{new}/_bulk", json.dumps(_first_error(answer), ensure_ascii=False))
        server.ask("POST", f"/{quote(new)}/_refresh")
        actions = [{"remove": {"index": one, "alias": feed.index}} for one in old]
        server.ask("POST", "/_aliases", {"actions": [*actions, {"add": {"index": new, "alias": feed.index}}]})
    except ServerRefused:
        _without_failing(server, "DELETE", f"/{quote(new)}")
        raise
    for one in old:
        _without_failing(server, "DELETE", f"/{quote(one)}")


def _indices_behind(server: Server, alias: str) -> list[str]:
    try:
        return sorted(server.ask("GET", f"/_alias/{quote(alias)}"))
    except ServerRefused as refused:
        if refused.words.startswith("404"):
            return []
        raise


def _first_error(answer: Mapping[str, Any]) -> object:
    results = (result for item in answer.get("items", ()) for result in item.values())
    return next((result for result in results if "error" in result), {})


def pieces(items: Iterable[bytes], most: int = CHUNK) -> Iterator[bytes]:
    """Lines joined to requests of at most ``most`` bytes; a longer line is one by itself."""
    held: list[bytes] = []
    size = 0
    for item in items:
        if held and size + len(item) > most:
            yield b"".join(held)
            held, size = [], 0
        held.append(item)
        size += len(item)
    if held:
        yield b"".join(held)


def _into_meilisearch(feed: Feed, server: Server, new: str) -> None:
    try:
        _done(server, server.ask("POST", "/indexes", {"uid": new, "primaryKey": "id"}))
        _done(server, server.ask("PATCH", f"/indexes/{quote(new)}/settings", feed.settings))
        for lines in pieces(json_line(one) for one in feed.documents):
            _done(server, server.ask("POST", f"/indexes/{quote(new)}/documents", lines=lines))
        if not _there(server, feed.index):
            _done(server, server.ask("POST", "/indexes", {"uid": feed.index, "primaryKey": "id"}))
        _done(server, server.ask("POST", "/swap-indexes", [{"indexes": [feed.index, new]}]))
    finally:
        # Whole, the old documents bear this name by now; else it is what was begun.
        _without_failing(server, "DELETE", f"/indexes/{quote(new)}")


def _there(server: Server, index: str) -> bool:
    try:
        server.ask("GET", f"/indexes/{quote(index)}")
    except ServerRefused as refused:
        if refused.words.startswith("404"):
            return False
        raise
    return True


def _done(server: Server, task: Mapping[str, Any]) -> None:
    """Wait until the server has done what it promised. Raises ServerRefused where it failed or takes too long."""
    waited = 0.0
    while waited < UNTIL_DONE:
        told = server.ask("GET", f"/tasks/{int(task['taskUid'])}")
        if told["status"] == "succeeded":
            return
        if told["status"] in ("failed", "canceled"):
            raise ServerRefused(str(told.get("type")), json.dumps(told.get("error"), ensure_ascii=False))
        server.wait(0.2)
        waited += 0.2
    raise ServerRefused(f"/tasks/{task['taskUid']}", "too slow")


def _without_failing(server: Server, method: str, path: str) -> None:
    """What may be undone already."""
    try:
        server.ask(method, path)
    except ServerRefused:
        return
