"""Kit contents go in; the files of the kit come out by their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from botrian.kits.cards import cards
from botrian.kits.contents import KitContents
from botrian.kits.facilitator import facilitator
from botrian.kits.handout import handout
from botrian.kits.presentation import presentation
from botrian.kits.sheets import sheets
from botrian.kits.worksheet import worksheet


@dataclass(frozen=True)
class KitFile:
    """One file of a kit: the name of its label, the ending of its file name, and who writes it."""

    kind: str
    ending: str
    write: Callable[[KitContents], bytes]


#: In the order in which a trainer needs them.
FILES = (
    KitFile("facilitator", "docx", facilitator),
    KitFile("worksheet", "docx", worksheet),
    KitFile("slides", "pptx", presentation),
    KitFile("sheets", "docx", sheets),
    KitFile("cards", "docx", cards),
    KitFile("handout", "docx", handout),
)


def file_name(id_: str, file: KitFile) -> str:
    """The name of a file; it says which kit it is of, for it will lie in a folder of downloads."""
    return f"{id_}-{file.kind}.{file.ending}"


def kit_files(contents: KitContents) -> Mapping[str, bytes]:
    """All files of one kit in one language."""
    return {file_name(contents.id, file): file.write(contents) for file in FILES}
