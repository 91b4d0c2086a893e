"""How well the judged queries find pages of the live content: a report for maintainers, no gate.

    PYTHONPATH=hooks .venv/bin/python -m tests.search.report

New content moves these shares, so nobody's pull request is held against them; the gate stands on the frozen copy.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from botrian.check import check
from botrian.commands.browser import find_browser
from botrian.read import Paths
from botrian.records import LANGUAGES
from botrian.site.clock import the_day
from tests.conftest import CHROMIUM_OPTIONS, ROOT, served
from tests.search.asking import Answered, asked
from tests.search.judged import (
    Query,
    as_spoken,
    as_table,
    by_strangers,
    cited,
    framed,
    in_people_s_voice,
    in_plain_words,
    off_topic,
    queries,
    shares,
)
from tests.search.small_site import write_site_of


def found(browser_path: Path, some: Iterable[Query]) -> Mapping[Query, Answered]:
    """What search answers to each query over the live content."""
    knowledge = check(Paths.of(ROOT), the_day(os.environ)).knowledge
    assert knowledge is not None, "the content has errors: kb.py check"
    with TemporaryDirectory() as name:
        write_site_of(knowledge, Path(name))
        with served(Path(name)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=browser_path, args=list(CHROMIUM_OPTIONS))
            lines = {language: cited(knowledge, language) for language in LANGUAGES}
            return asked(browser, address, some, lines)


def _print_shares(title: str, answers: Mapping[Query, Answered], some: Iterable[Query]) -> None:
    group = {query: answers[query] for query in some}
    print(f"\n{title}")
    print(as_table(shares({query: answer.place for query, answer in group.items()})))
    print(f"said to have no good match: {sum(answer.weak for answer in group.values())} of {len(group)}")


def main() -> int:
    """Print the shares by class, by half and by polite frame, and the open queries that find no right page among the
    first five; 1 without a browser.

    What the sealed half misses is not told: whoever mends search must not know it.
    """
    browser = find_browser()
    if browser is None:
        print("no Chromium found: install one, or set BOTRIAN_CHROMIUM", file=sys.stderr)
        return 1
    polite = [query for group in framed().values() for query in group]
    answers = found(browser.path, dict.fromkeys((*queries(), *off_topic(), *polite)))
    voice, spoken, strange, plain = in_people_s_voice(), as_spoken(), by_strangers(), in_plain_words()
    written = (query for query in queries() if query not in (*voice, *spoken, *strange, *plain))
    _print_shares("written queries", answers, written)
    _print_shares("by strangers", answers, strange)
    _print_shares("in plain words", answers, plain)
    for part in ("tuned", "sealed"):
        _print_shares(f"as spoken, {part}", answers, (query for query in spoken if query.part == part))
        _print_shares(f"people's own voice, {part}", answers, (query for query in voice if query.part == part))
        unknown = [query for query in off_topic() if query.part == part]
        print(f"off-topic recognised: {sum(answers[query].weak for query in unknown)} of {len(unknown)}")
    print("\npolite frames: right at the first place, among the first five")
    for frame, group in framed().items():
        at = [answers[query].place for query in group]
        print(f"{at.count(0):>4}{len(at) - at.count(None):>4} of {len(at)}  {frame}")
    for query in queries():
        if query.part == "tuned" and answers[query].place is None:
            print(f"{query.kind:<16}{query.id:<14}{query.text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
