"""Facts go in; numbers that cannot be of their unit come out: a share over 100 %, more provinces than there are.

What is possible is data (``quantities.yml``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from botrian.own import own
from botrian.records import Dimension, Fact, Text


@dataclass(frozen=True)
class Quantity:
    """What numbers of some units can be."""

    units: tuple[str, ...]
    least: Decimal
    most: Decimal | None
    whole: bool


@dataclass(frozen=True)
class Impossible:
    """Why a number cannot be: the rule it breaks and the bound."""

    code: str
    bound: str


def impossible(fact: Fact, dimension: Dimension) -> Impossible | None:
    """What is wrong with the number of a fact for its unit; None where nothing is, or the unit is not known."""
    number = fact.number
    unit = fact.unit or dimension.unit
    if number is None:
        return None
    if unit is None:
        return Impossible("number-impossible", "0") if dimension.type == "money" and number < 0 else None
    quantity = next((one for one in _quantities() if _is_of(unit, one.units)), None)
    if quantity is None:
        return None
    if quantity.most == 100 and _tells_change(fact, dimension):
        return None
    if number < quantity.least:
        return Impossible("number-impossible", str(quantity.least))
    if quantity.most is not None and number > quantity.most:
        return Impossible("number-impossible", f"{quantity.most:,}")
    if quantity.whole and number != number.to_integral_value():
        return Impossible("number-not-whole", str(number.to_integral_value()))
    if quantity.whole and fact.qualifier == "exact" and any(least <= number <= most for least, most in _years()):
        return Impossible("number-is-year", str(number))
    return None


def _is_of(unit: Text, words: tuple[str, ...]) -> bool:
    thai, english = unit.th.strip(), unit.en.strip().lower()
    return any(thai == word or english.startswith(word) for word in words)


def _tells_change(fact: Fact, dimension: Dimension) -> bool:
    said = [dimension.name.th, dimension.name.en, *(((fact.note.th, fact.note.en)) if fact.note else ())]
    return any(word in text for word in _raw()["changes"] for text in said)


def _quantities() -> Iterator[Quantity]:
    for one in _raw()["quantities"]:
        most = one.get("most")
        yield Quantity(
            tuple(map(str, one["units"])),
            Decimal(one["least"]),
            None if most is None else Decimal(most),
            bool(one.get("whole")),
        )


def _years() -> Iterator[tuple[int, int]]:
    yield from _raw()["years"]


@cache
def _raw() -> dict[str, Any]:
    found: dict[str, Any] = own(__package__, "quantities.yml")
    return found
