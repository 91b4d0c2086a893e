"""The version of a kit names all that its files are made of; its addresses and minutes are those of its readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from botrian.kits import KitContents
from botrian.kits.version import kit_version
from botrian.knowledge import Knowledge
from botrian.records import Language, Text
from botrian.tables import Table

KIT = "first-data"
Printed = Mapping[tuple[str, Language], KitContents]


def test_a_changed_table_or_case_gives_another_version(knowledge: Knowledge, tables: Mapping[str, Table]) -> None:
    kit = knowledge.kits[KIT]
    table = replace(tables["numbers"], answer=Text(th="อื่น", en="Another"))
    case = knowledge.cases[kit.cases[0]].model_copy(update={"title": Text(th="อื่น", en="Another")})
    versions = {
        kit_version(kit, knowledge, tables),
        kit_version(kit, knowledge, {**tables, "numbers": table}),
        kit_version(kit, replace(knowledge, cases={**knowledge.cases, case.id: case}), tables),
    }

    assert len(versions) == 3


def test_what_is_in_no_kit_changes_no_version(knowledge: Knowledge, tables: Mapping[str, Table]) -> None:
    kit = knowledge.kits[KIT]
    other = replace(tables["visions"], answer=Text(th="อื่น", en="Another"))

    assert kit_version(kit, knowledge, tables) == kit_version(kit, knowledge, {**tables, "visions": other})


def test_a_part_begins_when_those_before_it_have_ended(printed_kits: Printed) -> None:
    contents = printed_kits[KIT, "th"]

    assert [(slot.start, slot.pause) for slot in contents.agenda()] == [
        (0, ""),
        (20, ""),
        (50, "break"),
        (65, ""),
        (95, ""),
    ]
    assert contents.minutes() == 110


def test_a_kit_leads_to_the_pages_of_its_own_language(printed_kits: Printed) -> None:
    for language, root in (("th", "https://example.org/"), ("en", "https://example.org/en/")):
        contents = printed_kits[KIT, language]  # type: ignore[index]
        assert contents.link == f"{root}kits/{KIT}/"
        assert {one.url.startswith(f"{root}lessons/") for one in contents.lessons} == {True}
