"""What a search server is given: whole or not at all, and the old index answers until the new one is there."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from botrian.commands import line
from botrian.engines import Feed, ServerRefused, feed_of, load
from botrian.engines.feed import FIELDS, document_id, synonyms
from botrian.engines.server import pieces
from botrian.knowledge import Knowledge
from botrian.records import LANGUAGES, Language
from botrian.search import SearchDocument, documents
from botrian.tables import build_tables
from tests.library import library_knowledge, library_tree

SITE = "https://example.org/"


class Asked:
    """A server that answers by rules and remembers what it was asked: method, path and body."""

    def __init__(self, answers: Mapping[tuple[str, str], tuple[int, Any]]) -> None:
        self.answers = answers
        self.requests: list[tuple[str, str, bytes]] = []
        asked = self

        class Handler(BaseHTTPRequestHandler):
            def _any(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                asked.requests.append((self.command, self.path, body))
                status, answer = asked.answer(self.command, self.path)
                data = json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_PUT = do_POST = do_DELETE = do_PATCH = _any  # noqa: N815 -- the names are the library's

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, method: str, path: str) -> tuple[int, Any]:
        for (wanted, part), answer in self.answers.items():
            if wanted == method and part in path:
                return answer
        return 200, {}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def did(self, method: str, part: str) -> list[tuple[str, bytes]]:
        return [(path, body) for one, path, body in self.requests if one == method and part in path]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def asked() -> Iterator[Any]:
    begun: list[Asked] = []

    def begin(answers: Mapping[tuple[str, str], tuple[int, Any]]) -> Asked:
        begun.append(Asked(answers))
        return begun[-1]

    yield begin
    for one in begun:
        one.close()


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return library_knowledge(tmp_path_factory.mktemp("engines"))


@pytest.fixture
def feed(knowledge: Knowledge) -> Feed:
    return feed_of("opensearch", knowledge, small(), "th", SITE)


@pytest.fixture
def other_feed(knowledge: Knowledge) -> Feed:
    return feed_of("meilisearch", knowledge, small(), "th", SITE)


def small() -> list[SearchDocument]:
    return [SearchDocument("lesson", f"l{number}", f"lessons/l{number}/", f"น้ํา {number}") for number in range(3)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_holds_every_document_of_our_own_search_with_its_public_address(
    knowledge: Knowledge, language: Language
) -> None:
    found = documents(knowledge, build_tables(knowledge), language)
    made = feed_of("opensearch", knowledge, found, language, SITE).documents

    root = SITE + ("en/" if language == "en" else "")
    assert [one["url"] for one in made] == [root + one.url for one in found]
    assert len({one["id"] for one in made}) == len(made)


def test_texts_are_in_their_stored_form(feed: Feed) -> None:
    assert feed.documents[0]["title"] == "น้ำ 0"


def test_the_settings_know_every_key_of_a_document_and_the_query_every_text(feed: Feed, other_feed: Feed) -> None:
    for one in feed.documents:
        assert set(one) == set(feed.settings["mappings"]["properties"])
    assert set(other_feed.settings["searchableAttributes"]) == set(FIELDS)
    asked_for = feed.query["query"]["function_score"]["query"]["multi_match"]["fields"]
    assert {one.partition("^")[0] for one in asked_for} == set(FIELDS)


def test_words_that_mean_one_thing_are_synonyms_in_both_engines(
    knowledge: Knowledge, feed: Feed, other_feed: Feed
) -> None:
    rows = list(synonyms(knowledge, "th"))
    assert rows
    assert all("," not in word and len(row) > 1 for row in rows for word in row)
    filters = feed.settings["settings"]["analysis"]["filter"]
    assert filters["library_synonyms"]["synonyms"] == [", ".join(row) for row in rows]
    first, second = rows[0][:2]
    assert second in other_feed.settings["synonyms"][first]
    assert first not in other_feed.settings["synonyms"][first]


def test_english_is_cut_by_another_word_breaker(knowledge: Knowledge, feed: Feed) -> None:
    english = feed_of("opensearch", knowledge, small(), "en", SITE)

    names = [one.settings["settings"]["analysis"]["analyzer"]["library"]["tokenizer"] for one in (feed, english)]
    assert names == ["thai", "standard"]


def test_ids_that_differ_in_signs_stay_apart() -> None:
    made = {document_id("row", one) for one in ("a.b", "a_b", "a/b", "ก", "ข", "a" * 300, "a" * 301)}

    assert len(made) == 7
    assert all(len(one) <= 200 and one.isascii() for one in made)


def test_requests_are_small_and_lose_nothing() -> None:
    lines = [b"12345\n", b"1\n", b"2\n", b"3\n"]

    assert list(pieces(lines, 6)) == [b"12345\n", b"1\n2\n3\n"]


def test_the_name_goes_to_the_new_index_when_it_is_whole(feed: Feed, asked: Callable[..., Asked]) -> None:
    server = asked({("GET", "/_alias"): (200, {"botrian-th-old": {}})})

    assert load(feed, server.address) == 3

    new = f"botrian-th-{feed.edition}"
    order = [(method, path) for method, path, _ in server.requests]
    assert order[2:] == [
        ("PUT", f"/{new}"),
        ("POST", f"/{new}/_bulk"),
        ("POST", f"/{new}/_refresh"),
        ("POST", "/_aliases"),
        ("DELETE", "/botrian-th-old"),
    ]
    (_, bulk), *_ = server.did("POST", "_bulk")
    lines = [json.loads(one) for one in bulk.decode("utf-8").splitlines()]
    assert lines[1::2] == list(feed.documents)
    assert [one["index"]["_id"] for one in lines[::2]] == [one["id"] for one in feed.documents]
    (_, actions), *_ = server.did("POST", "_aliases")
    assert json.loads(actions)["actions"] == [
        {"remove": {"index": "botrian-th-old", "alias": "botrian-th"}},
        {"add": {"index": new, "alias": "botrian-th"}},
    ]


@pytest.mark.parametrize(
    "answer",
    [
        (200, {"errors": True, "items": [{"index": {"error": {"reason": "full"}}}]}),
        (503, {"error": "full"}),
    ],
)
def test_a_server_that_refuses_documents_keeps_its_old_index(
    answer: tuple[int, Any], feed: Feed, asked: Callable[..., Asked]
) -> None:
    server = asked({("POST", "/_bulk"): answer, ("GET", "/_alias"): (404, {})})

    with pytest.raises(ServerRefused, match="full"):
        load(feed, server.address)

    assert server.did("POST", "/_aliases") == []
    assert server.requests[-1][:2] == ("DELETE", f"/botrian-th-{feed.edition}")


def test_what_a_server_holds_already_is_not_sent_again(feed: Feed, asked: Callable[..., Asked]) -> None:
    server = asked({("GET", "/_alias"): (200, {f"botrian-th-{feed.edition}": {}})})

    load(feed, server.address)

    assert [method for method, *_ in server.requests] == ["GET"]


def test_meilisearch_swaps_when_all_its_tasks_are_done(other_feed: Feed, asked: Callable[..., Asked]) -> None:
    server = asked(
        {
            ("GET", "/tasks/"): (200, {"status": "succeeded"}),
            ("GET", "/indexes/"): (404, {}),
            ("POST", "/"): (202, {"taskUid": 7}),
            ("PATCH", "/"): (202, {"taskUid": 8}),
        }
    )

    assert load(other_feed, server.address) == 3

    new = f"botrian-th-{other_feed.edition}"
    ((_, body),) = server.did("POST", "/swap-indexes")
    assert json.loads(body) == [{"indexes": ["botrian-th", new]}]
    ((_, lines),) = server.did("POST", "/documents")
    assert [json.loads(one) for one in lines.decode("utf-8").splitlines()] == list(other_feed.documents)
    assert server.requests[-1][:2] == ("DELETE", f"/indexes/{new}")


def test_meilisearch_that_fails_keeps_its_old_index(other_feed: Feed, asked: Callable[..., Asked]) -> None:
    server = asked(
        {
            ("GET", "/tasks/"): (200, {"status": "failed", "error": {"message": "no room"}}),
            ("POST", "/"): (202, {"taskUid": 7}),
        }
    )

    with pytest.raises(ServerRefused, match="no room"):
        load(other_feed, server.address)

    assert server.did("POST", "/swap-indexes") == []


def test_a_name_and_password_go_into_the_head_and_into_no_message(feed: Feed, asked: Callable[..., Asked]) -> None:
    server = asked({("PUT", "/"): (401, {"error": "who"})})

    with pytest.raises(ServerRefused) as refused:
        load(feed, server.address, "somebody:secret")

    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org", "localhost:9200", ""])
def test_only_web_addresses_are_asked(feed: Feed, address: str) -> None:
    with pytest.raises(ValueError, match="^" + re.escape(address) + "$"):
        load(feed, address)


def test_the_command_writes_the_files_of_one_language(tmp_path: Path) -> None:
    paths = library_tree(tmp_path / "library")
    words = ["--data", str(paths.data), "--docs", str(paths.docs), "engine", "opensearch", "--lang", "th"]

    assert line.main([*words, "--out", str(tmp_path / "out")]) == 0

    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [
        "botrian-th.documents.ndjson",
        "botrian-th.query.json",
        "botrian-th.settings.json",
    ]


def test_the_command_says_in_words_that_nobody_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = library_tree(tmp_path / "library")
    words = ["--data", str(paths.data), "--docs", str(paths.docs), "engine", "meilisearch", "--lang", "th"]

    assert line.main([*words, "--url", "http://127.0.0.1:9"]) == 3

    assert "ดัชนีเดิมยังอยู่ครบ" in capsys.readouterr().err
