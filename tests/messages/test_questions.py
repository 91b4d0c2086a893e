"""What is asked fits the models: every field exists, every answer of a model can be chosen, no word is missing."""

from __future__ import annotations

import re

import pytest

from botrian.check.wording import LONGEST, LONGEST_NAME
from botrian.kinds import kinds
from botrian.messages import TEXT_FORMS, Question, message_kinds, questions
from botrian.messages.browser import form_data
from botrian.messages.labels import fault_words, labels
from botrian.messages.questions import MODELS
from botrian.records import LESSON_TYPES, Language
from botrian.rules import rules
from tests.library import library_knowledge
from tests.messages.write_qr_vectors import VECTORS as QR_VECTORS
from tests.messages.write_qr_vectors import text as qr_text

#: What the form asks of a person and no record holds as a field of its own.
NO_FIELD = {"credit", "correction", "contact", "consent", "pictures"}
THAI = re.compile("[ก-ฮ]")


@pytest.mark.parametrize("question", questions().values(), ids=lambda one: one.id)
def test_a_question_fills_a_field_that_there_is(question: Question) -> None:
    kind, _, name = question.of.partition(".")

    assert kind in NO_FIELD or name in MODELS[kind].model_fields
    assert kind in NO_FIELD or all((MODELS[kind].model_fields[name].description or "").rpartition(" / "))
    assert not question.records or question.records in {one.id for one in kinds()}


def test_no_answer_may_be_longer_than_the_checker_wants_it() -> None:
    most = {one.id: LONGEST_NAME if one.of.endswith((".title", ".name")) else LONGEST for one in questions().values()}

    assert [one.id for one in questions().values() if one.form in TEXT_FORMS and not 0 < one.most <= most[one.id]] == [
        "question"  # becomes no record
    ]


def test_the_answers_are_those_of_the_models() -> None:
    types = [id_ for id_, _ in questions()["type"].answers]

    assert sorted(types) == sorted([*LESSON_TYPES, "unsure"])
    assert [id_ for id_, _ in questions()["level"].answers][:3] == ["village", "tambon", "district"]


def test_every_question_is_asked_by_some_message_and_every_asked_one_is_there() -> None:
    asked = {id_ for kind in message_kinds().values() for id_ in kind.asks}

    assert asked == set(questions())


def test_every_rule_that_the_form_knows_has_words_in_both_languages() -> None:
    private = {code for code in rules() if code.startswith("private-")}

    assert private <= set(fault_words())
    assert [name for name, text in labels().items() if not THAI.search(text.th) or THAI.search(text.en)] == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_browser_gets_names_of_all_that_can_be_chosen(
    language: Language, tmp_path_factory: pytest.TempPathFactory
) -> None:
    knowledge = library_knowledge(tmp_path_factory.mktemp("library"))
    form = form_data(knowledge, language, "https://example.org/repo")

    assert [id_ for id_, _ in form["records"]["lesson"]] == list(knowledge.lessons)
    assert len(form["records"]["province"]) == len(knowledge.provinces)
    assert all(form["questions"][id_]["ask"] for kind in form["kinds"].values() for id_ in kind["asks"])


def test_the_qr_vectors_are_those_of_the_builds_writer() -> None:
    assert QR_VECTORS.read_text(encoding="utf-8") == qr_text()
