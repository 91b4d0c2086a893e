"""A lesson or a table goes in; the JSON-LD that tells search engines what its page holds comes out."""

from __future__ import annotations

import json

from botrian.knowledge import Knowledge, citations_in
from botrian.records import Language, Lesson
from botrian.tables import Table
from botrian.words import say


def lesson_ld(lesson: Lesson, language: Language, url: str, knowledge: Knowledge) -> str:
    """A lesson as schema.org LearningResource and Article."""
    sources = dict.fromkeys(citation.source for citation in citations_in(lesson))
    return _text(
        {
            "@context": "https://schema.org",
            "@type": ["Article", "LearningResource"],
            "headline": lesson.title.in_(language),
            "description": lesson.do.in_(language),
            "inLanguage": language,
            "url": url,
            "about": [knowledge.themes[theme].name.in_(language) for theme in lesson.themes],
            "learningResourceType": say(f"type.{lesson.type}", language),
            "isBasedOn": [
                {"@type": "CreativeWork", "name": knowledge.sources[source].title.in_(language)} for source in sources
            ],
            "license": say("licence.address", language),
            "publisher": {"@type": "Organization", "name": say("frame.site", language)},
        }
    )


def dataset_ld(table: Table, language: Language, url: str) -> str:
    """A table as schema.org Dataset, with what each column measures."""
    return _text(
        {
            "@context": "https://schema.org",
            "@type": "Dataset",
            "name": table.title.in_(language),
            "description": table.answer.in_(language),
            "inLanguage": language,
            "url": url,
            "isAccessibleForFree": True,
            "license": say("licence.address", language),
            "variableMeasured": [column.name.in_(language) for column in table.columns],
            "creator": {"@type": "Organization", "name": say("frame.site", language)},
        }
    )


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
