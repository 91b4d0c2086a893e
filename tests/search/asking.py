"""Queries and a search page enter; for each query whether its first results are right leaves.

One page answers all queries: each is put into the address as a reader who goes back and forth does it, and the
results are read as the page lists them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypedDict
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from botrian.records import LANGUAGES, Language
from tests.search.judged import Lines, Query, right

#: Resolves to the addresses that the page lists for a query, once it says how many there are, and to whether it says
#: that none of them is a good match.
ASK = """async (queries) => {
  const status = document.querySelector("[data-search-status]");
  const answered = /พบ|ไม่|result|Nothing|No /;
  const said = () => new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no answer: ${location.search}`)), 30000);
    const look = () => {
      if (!answered.test(status.textContent)) return;
      watching.disconnect();
      clearTimeout(late);
      resolve();
    };
    const watching = new MutationObserver(look);
    watching.observe(status, { childList: true, characterData: true, subtree: true });
    look();
  });
  const found = [];
  for (const query of queries) {
    status.textContent = "";
    history.pushState(null, "", `?${new URLSearchParams({ q: query })}`);
    dispatchEvent(new PopStateEvent("popstate"));
    await said();
    const links = [...document.querySelectorAll("[data-search-result] a")].map((link) => link.href);
    found.push({ links, weak: !links.length || !document.querySelector("[data-search-weak]").hidden });
  }
  return found;
}"""


@dataclass(frozen=True)
class Answered:
    """Whether each of the first results is right, and whether the page says that it has no good match."""

    right: tuple[bool, ...]
    weak: bool

    @property
    def place(self) -> int | None:
        """Where the first right page stands among the first five, from 0."""
        return self.right[:5].index(True) if True in self.right[:5] else None


def asked(
    browser: Browser,
    site: str,
    queries: Iterable[Query],
    cited: Mapping[Language, Mapping[str, tuple[Lines, ...]]],
) -> Mapping[Query, Answered]:
    """What the search of a site answers to each query; ``site`` has no slash at its end."""
    every = tuple(queries)
    answers: dict[Query, Answered] = {}
    for language in LANGUAGES:
        some = [query for query in every if query.language == language]
        root = f"{site}/en/" if language == "en" else f"{site}/"
        for query, listed in zip(some, _listed(browser, root, some), strict=True):
            pages = [urlsplit(url)._replace(query="").geturl().removeprefix(root) for url in listed["links"]]
            shown = tuple(right(query, cited[language].get(page, ())) for page in pages)
            answers[query] = Answered(shown, listed["weak"])
    return answers


class _Listed(TypedDict):
    links: list[str]
    weak: bool


def _listed(browser: Browser, root: str, queries: list[Query]) -> list[_Listed]:
    if not queries:
        return []
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{root}search/")
        found: list[_Listed] = page.evaluate(ASK, [query.text for query in queries])
        return found
