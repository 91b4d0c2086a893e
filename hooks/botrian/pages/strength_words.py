"""How strong a lesson is goes in; the words in which a page says so come out: places and documents, never entries."""

from __future__ import annotations

from collections.abc import Iterator

from botrian.knowledge.strength import VOICES, Strength
from botrian.records import Language
from botrian.words import say


def strength_line(strength: Strength, language: Language) -> str:
    """``ทำแล้วมีผล 2 ที่ · ทำแล้ว 1 ที่ · มีเงื่อนไข 1 ที่ · 2 เอกสาร · 1 คำบอกเล่า``."""
    return " · ".join(_parts(strength, language))


def _parts(strength: Strength, language: Language) -> Iterator[str]:
    for voice in VOICES:
        if places := strength.places[voice]:
            yield _counted(f"voice.{voice}", len(places), language)
    if strength.qualified:
        yield _counted("stance.qualifies", len(strength.qualified), language)
    if strength.contradicted:
        yield _counted("stance.contradicts", len(strength.contradicted), language)
    for name, number in (("document", len(strength.documents)), ("account", len(strength.accounts))):
        if number:
            yield say(f"strength.{name}" if number == 1 else f"strength.{name}s", language).format(number)


def _counted(name: str, number: int, language: Language) -> str:
    places = say("strength.place" if number == 1 else "strength.places", language).format(number)
    return f"{say(name, language)} {places}"


def cautions(strength: Strength, language: Language) -> tuple[str, ...]:
    """What a reader must know before acting: one place in one document; nobody has spoken against it yet."""
    found = []
    if strength.one_source:
        found.append(say("strength.one_source" if strength.documents else "strength.one_account", language))
    if strength.unopposed:
        found.append(say("strength.unopposed", language))
    return tuple(found)
