"""The knowledge and the frame go in; the form for everybody comes out: its page, and the data of its browser code.

The page itself holds a paper form for each kind of message, so that it serves without scripts and without a line.
"""

from __future__ import annotations

from urllib.parse import urlencode

from botrian.addresses import REPOSITORY, fixed
from botrian.browser import setting
from botrian.knowledge import Knowledge, PlacedFact
from botrian.messages import asked, message_kinds
from botrian.messages.browser import OF_LINKS, form_data
from botrian.messages.labels import OF_SENDING, labels
from botrian.pages.desk import Desk
from botrian.pages.frame import Frame
from botrian.pages.staged import StagedPage
from botrian.pages.table_tools import with_tools
from botrian.pages.templates import filled
from botrian.records import Language
from botrian.tables.reading import cell_lines
from botrian.tables.status import text_of_status
from botrian.tables.values import fact_cell
from botrian.thai import clip

FORM_PAGE = fixed.CONTRIBUTE
STYLE = "assets/contribute.css"
SCRIPT = "assets/contribute-form.js"
#: What sends a message: the page loads it when one is whole.
SEND = "assets/contribute-send.js"
#: Letters of a present value over a question.
_MOST_PRESENT = 90


def contribute_page(frame: Frame) -> StagedPage:
    """The page at ``contribute/``."""
    say = {name: frame.t(text) for name, text in labels().items()}
    content = filled(
        "contribute",
        frame.desk(FORM_PAGE),
        say=say,
        coordinators=list(frame.knowledge.coordinators.values()),
        sheets=[(kind, list(asked(kind.id))) for kind in message_kinds().values()],
        names=names_file(frame.language),
        send=SEND,
    )
    page = frame.page(FORM_PAGE, say["title"], content, description=say["lead"], wide=True)
    return with_tools(page, (data_file(frame.language), SCRIPT), (STYLE,))


def data_file(language: Language) -> str:
    """Where the questions and names stand below the language's root."""
    return f"assets/contribute-{language}.js"


def names_file(language: Language) -> str:
    """Where the names of lessons and dimensions, and the words of sending, stand below the language's root."""
    return f"assets/contribute-names-{language}.js"


def form_files(knowledge: Knowledge, language: Language) -> dict[str, bytes]:
    """The data of the form by their path below the language's root: two scripts that set one value each."""
    form = form_data(knowledge, language, REPOSITORY)
    # The names of records that few messages need come when they are needed.
    later = {
        "records": {kind: form["records"].pop(kind) for kind in OF_LINKS} | _present(knowledge, language),
        "say": {name: form["say"].pop(name) for name in OF_SENDING},
    }
    return {
        data_file(language): setting("botrianForm", form),
        names_file(language): setting("botrianNames", later),
    }


def _present(knowledge: Knowledge, language: Language) -> dict[str, list[tuple[str, str]]]:
    """What stands in the library now, for who corrects it: values of facts as links name them, statuses of cases."""
    placed: dict[tuple[str, str, str | None], list[PlacedFact]] = {}
    for one in knowledge.facts:
        placed.setdefault((one.province, one.fact.dimension, one.fact.case), []).append(one)
    values = []
    for (province, dimension, case), found in placed.items():
        lines = cell_lines(fact_cell(found, knowledge.dimensions[dimension]), language)
        values.append((".".join(filter(None, (province, dimension, case))), clip(" · ".join(lines), _MOST_PRESENT)))
    cases = [(one.id, text_of_status(one, knowledge.sources).in_(language)) for one in knowledge.cases.values()]
    return {"fact": values, "status": cases}


def asks(desk: Desk, about: tuple[str, str], title: str) -> list[tuple[str, str]]:
    """The ways from a record's page to the form, with their words: that one tried it, that something is wrong."""
    kind, id_ = about
    # The form knows the names of lessons and provinces.
    name = "" if kind in ("lesson", "province") else title
    links = [(form_link(desk, about=f"{kind}:{id_}", name=name), desk.t(labels()["correct"]))]
    if kind == "lesson":
        links.insert(0, (form_link(desk, lesson=id_), desk.t(labels()["tried_too"])))
    return links


def form_link(desk: Desk, **values: str) -> str:
    """The way to the form, filled in: ``about`` (``fact:<place>.<dimension>``), ``lesson``, ``province``, ``name``."""
    query = urlencode({name: value for name, value in values.items() if value}, safe=":")
    return desk.to(f"{FORM_PAGE}?{query}")
