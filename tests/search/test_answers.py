"""The facts that answer a question are those of the knowledge, with their values, addresses and sources."""

from __future__ import annotations

import pytest

from botrian.citing import citation_words
from botrian.knowledge import Knowledge
from botrian.records import LANGUAGES, Language
from botrian.search.answers import answer_words, answers
from botrian.search.part_documents import fact_url
from botrian.search.words_of import Words


def entries(knowledge: Knowledge, language: Language) -> list[list[object]]:
    """The entries of one language."""
    found = answers(Words(knowledge, language))["entries"]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_and_date_of_a_province_can_answer_and_nothing_else(
    knowledge: Knowledge, language: Language
) -> None:
    wanted = {
        fact_url(placed.province, placed.fact.dimension, None, Words(knowledge, language))
        for placed in knowledge.facts
        if placed.fact.case is None
        and placed.fact.absent is None
        and knowledge.dimensions[placed.fact.dimension].type in ("number", "money", "date")
    }

    assert wanted
    assert {entry[5] for entry in entries(knowledge, language)} == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_tells_all_values_and_where_the_first_stands(knowledge: Knowledge, language: Language) -> None:
    for entry in entries(knowledge, language):
        facts = [
            placed.fact
            for placed in knowledge.facts
            if placed.fact.case is None
            and placed.fact.absent is None
            and fact_url(placed.province, placed.fact.dimension, None, Words(knowledge, language)) == entry[5]
        ]
        assert len(entry[4]) == len(facts)  # type: ignore[arg-type]
        assert entry[6] == citation_words(facts[0].citations[0], knowledge.sources, language)


def test_a_dimension_is_known_by_its_name_without_the_head_that_says_the_kind_of_value(knowledge: Knowledge) -> None:
    heads = tuple(answer_words()["heads"])
    for _, about, *_ in entries(knowledge, "th"):
        assert about
        assert not str(about[0]).startswith(heads)  # type: ignore[index]


def test_longer_words_stand_before_those_that_they_hold() -> None:
    for words in answer_words().values():
        assert [len(word) for word in words] == sorted(map(len, words), reverse=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_province_with_a_page_can_be_compared_by_its_names(knowledge: Knowledge, language: Language) -> None:
    places = answers(Words(knowledge, language))["places"]
    assert isinstance(places, list)

    assert [one[0] for one in places] == list(knowledge.profiles)
    for id_, name, forms, _known in places:
        province = knowledge.provinces[id_]
        assert name == province.name.in_(language)
        assert {province.name.th, province.name.en.lower()} <= set(forms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_province_is_known_by_the_names_of_its_systems_that_no_other_case_bears(
    knowledge: Knowledge, language: Language
) -> None:
    places = answers(Words(knowledge, language))["places"]
    assert isinstance(places, list)
    aliases = [alias for case in knowledge.cases.values() for alias in set(case.aliases)]
    known = {name: id_ for id_, _name, _forms, others in places for name in others}

    for case in knowledge.cases.values():
        for alias in case.aliases if case.kind == "data-system" and case.province in knowledge.profiles else ():
            expected = case.province if aliases.count(alias) == 1 and len(alias) > 3 else None
            assert known.get(alias.lower()) == expected
