"""``kb.py bench judged``: this search and the others over the real content, asked the same judged queries in one run.

Prints a table of Markdown: the share with a right page first / among the first five, by class, for the written queries
and for both halves of people's own voice. Thai queries; what each of the others needs is told in ``peers.py``.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from botrian.check import check
from botrian.commands.browser import find_browser
from botrian.knowledge import Knowledge
from botrian.read import Paths
from botrian.search import documents
from botrian.site.clock import the_day
from botrian.tables import build_tables
from tests.bench.peer_runs import peers, places
from tests.bench.peers import Peer
from tests.conftest import CHROMIUM_OPTIONS, ROOT, served
from tests.search.asking import asked
from tests.search.judged import Query, Share, cited, in_people_s_voice, queries, shares
from tests.search.small_site import write_site_of

Places = Mapping[Query, int | None]


def main() -> int:
    """Measure and print; 1 where the real content has errors or no browser is found."""
    knowledge = check(Paths.of(ROOT), the_day(os.environ)).knowledge
    chromium = find_browser()
    if knowledge is None or chromium is None:
        print("bench judged: needs content without errors (kb.py check) and a Chromium")
        return 1
    judged = [query for query in queries() if query.language == "th"]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.path, args=list(CHROMIUM_OPTIONS))
        answers = dict(_answers(knowledge, judged, Path(folder), browser))
        browser.close()
    for line in _table(judged, answers):
        print(line)
    return 0


def _answers(
    knowledge: Knowledge, judged: Sequence[Query], folder: Path, browser: Browser
) -> Iterator[tuple[str, Places]]:
    citations = cited(knowledge, "th")
    write_site_of(knowledge, folder / "own")
    with served(folder / "own") as address:
        answers = asked(browser, address, judged, {"th": citations, "en": {}})
    yield "this search", {query: answer.place for query, answer in answers.items()}
    found = documents(knowledge, build_tables(knowledge), "th")
    for peer in peers(found, folder / "peers"):
        if isinstance(peer, Peer):
            yield peer.name, places(peer, found, judged, citations, browser, served)
        else:
            print(peer, file=sys.stderr)


def _table(judged: Sequence[Query], answers: Mapping[str, Places]) -> Iterator[str]:
    voice = set(in_people_s_voice())
    groups = {
        "written": [query for query in judged if query not in voice],
        "own voice, open": [query for query in judged if query in voice and query.part == "tuned"],
        "own voice, sealed": [query for query in judged if query in voice and query.part == "sealed"],
    }
    yield "| queries | n | " + " | ".join(answers) + " |"
    yield "|" + "---|" * (len(answers) + 2)
    for name, some in groups.items():
        found = {engine: shares({query: at[query] for query in some}) for engine, at in answers.items()}
        for kind, share in found["this search"].items():
            label = f"**{name}**" if kind == "all" else f"{name}: {kind}"
            cells = (_cell(found[engine][kind]) for engine in answers)
            yield f"| {label} | {share.queries} | " + " | ".join(cells) + " |"


def _cell(share: Share) -> str:
    return f"{share.hit_at_1:.2f} / {share.hit_at_5:.2f}"


if __name__ == "__main__":
    sys.exit(main())
