"""The dialog tells frozen copies apart by their day, in the words of the page's language."""

from __future__ import annotations

import json

import pytest
from lxml import html

from botrian.addresses import Stamp
from botrian.embeds import FrozenName
from botrian.pages.frame import Frame
from botrian.pages.glossary import glossary
from botrian.pages.table_tools import table_tools
from botrian.records import Language
from botrian.tables import build_tables
from tests.pages.sample import sample_knowledge

COPIES = (FrozenName("0123456789ab", "2026-10-30 CE"), FrozenName("ba9876543210", ""))


@pytest.mark.parametrize(("language", "day"), [("th", "30 ตุลาคม พ.ศ. 2569"), ("en", "30 October 2026")])
def test_a_copy_is_named_by_its_day_and_else_by_its_hash(language: Language, day: str) -> None:
    knowledge = sample_knowledge()
    frame = Frame(knowledge, build_tables(knowledge), language, glossary(knowledge, language), Stamp("https://x.org/"))
    tools = table_tools(frame, frame.desk("tables/one/"), "one", frozen=COPIES)
    told = json.loads(html.fragment_fromstring(str(tools)).get("data-frozen") or "")

    assert told == [{"hash": "0123456789ab", "words": day}, {"hash": "ba9876543210", "words": "ba9876543210"}]
