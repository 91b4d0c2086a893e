"""Addresses and names of records that are more than a pattern or a field."""

from __future__ import annotations

from botrian.kinds.kind import Library
from botrian.records import Asked, Credit, Redirect, Release, Text

#: What a contributor is called who wishes to stay unnamed.
UNNAMED = Text(th="ผู้ที่ไม่ประสงค์ออกนาม", en="Somebody who wishes to stay unnamed")


def place_address(id_: str, library: Library) -> str:
    """A province with a profile has a page; another one with cases has the list of them."""
    if id_ in library.of("profile"):
        return f"provinces/{id_}/"
    if id_ in library.cases_by_province:
        return f"cases/{id_}/"
    return f"provinces/#{id_}"


def area_address(id_: str, library: Library) -> str:
    """An area has the list of its cases; one without cases has no page of its own."""
    return f"cases/{id_}/" if id_ in library.cases_by_province else "cases/"


def place_name(id_: str, library: Library) -> Text:
    """The name of a province or area."""
    found = library.of("province").get(id_) or library.of("area")[id_]
    name: Text = found.name
    return name


def facts_of_place(id_: str, library: Library) -> str:
    """The list of facts on the page of the province that a fact is filed under: ids begin with the province's."""
    return place_address(id_.split(".")[0], library) + "#facts"


def event_place(id_: str, library: Library) -> str:
    """An event stands on the timeline; the year of a cited work on the list of works."""
    works = "publications/" if library.of("event")[id_].kind == "publication" else ""
    return f"timeline/{works}#{id_}"


def dimension_of_fact(id_: str, library: Library) -> Text:
    """A fact is named by what it tells."""
    name: Text = library.of("dimension")[library.of("fact")[id_].fact.dimension].name
    return name


def heir_place(id_: str, library: Library) -> str:
    """A moved address leads to the place of the record that took its place."""
    redirect: Redirect = library.of("redirect")[id_]
    return library.address_of(redirect.new_kind, redirect.new_id)


def heir_name(id_: str, library: Library) -> Text:
    """A moved address is named by what took its place."""
    redirect: Redirect = library.of("redirect")[id_]
    return library.name_of(redirect.new_kind, redirect.new_id)


def asked_name(id_: str, library: Library) -> Text:
    """Words that people ask with are named by what answers."""
    asked: Asked = library.of("asked")[id_]
    return library.name_of(*asked.about)


def release_day(id_: str, library: Library) -> Text:
    """A publication is named by its day."""
    release: Release = library.of("release")[id_]
    return Text(th=release.date.format("th"), en=release.date.format("en"))


def credit_name(id_: str, library: Library) -> Text:
    """A contributor is named as they wish; unnamed, by their body, or as somebody of a province."""
    credit: Credit = library.of("credit")[id_]
    named = credit.name or credit.body
    if named or not credit.province:
        return named or UNNAMED
    place = place_name(credit.province, library)
    return Text(th=f"{UNNAMED.th} จาก{place.th}", en=f"{UNNAMED.en}, of {place.en}")
