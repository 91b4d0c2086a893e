"""The quality gate: judged queries put to a search page in real Chromium, over the frozen copy of the content."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser

from tests.search.asking import asked
from tests.search.conftest import SearchSite
from tests.search.frozen import FrozenSearch
from tests.search.judged import Query, as_table, queries, shares

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def found(browser: Browser, search_site: SearchSite, frozen: FrozenSearch) -> Mapping[Query, list[bool]]:
    """For every query whether each of its first results is right."""
    return asked(browser, search_site.address, queries(), frozen.cited)


@pytest.fixture(scope="module")
def places(found: Mapping[Query, list[bool]]) -> Mapping[Query, int | None]:
    """Where the first right page stands among the first five."""
    return {query: answers[:5].index(True) if True in answers[:5] else None for query, answers in found.items()}


def test_a_right_page_is_among_the_first_five_for_95_of_100_queries(places: Mapping[Query, int | None]) -> None:
    table = as_table(shares(places))
    print(table)
    lost = [query.text for query, place in places.items() if place is None]

    assert shares(places)["all"].hit_at_5 >= 0.95, f"{table}\n{lost}"


def test_a_right_page_is_first_for_80_of_100_queries(places: Mapping[Query, int | None]) -> None:
    assert shares(places)["all"].hit_at_1 >= 0.80, as_table(shares(places))


@pytest.mark.parametrize("kind", sorted({query.kind for query in queries()}))
def test_each_class_of_query_finds_a_right_page_for_85_of_100(kind: str, places: Mapping[Query, int | None]) -> None:
    lost = [query.text for query, place in places.items() if place is None and query.kind == kind]

    assert shares(places)[kind].hit_at_5 >= 0.85, lost


def test_no_query_that_has_a_page_comes_back_empty(found: Mapping[Query, list[bool]]) -> None:
    empty = [query.text for query, answers in found.items() if not answers]

    assert empty == []


def test_every_class_of_the_issue_is_judged() -> None:
    wanted = {"word", "multi", "nospace", "compound", "prefix", "misspelling", "synonym", "abbreviation"}
    wanted |= {"thai-digits", "sara-am", "year-era", "english", "question", "cell"}

    assert wanted <= {query.kind for query in queries()}
