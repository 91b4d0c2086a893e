"""A message about something new goes in; the plain values of its record come out, a maker for each kind of message."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from botrian.check.wording import LONGEST
from botrian.messages import Message

#: How it went -> how the entry stands to the lesson.
STANCES: Mapping[str, str] = {"worked": "supports", "partly": "qualifies", "failed": "contradicts"}
#: What kind of lesson it is -> what kind of voice its teller is.
VOICES: Mapping[str, str] = {
    "practice": "result",
    "pitfall": "result",
    "recommendation": "says",
    "open-question": "says",
}


def lesson(message: Message, id_: str, source: str, said: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """A lesson with its teller as the one entry of its ledger."""
    type_ = _one(said, "type") or message.words("type")
    entry = {
        "province": message.words("province"),
        "stance": "supports",
        "voice": VOICES.get(type_, "result"),
        "advises": "true",
        "text": {"th": _told(message)},
        "citations": [{"source": source}],
    }
    return {
        "id": id_,
        "title": {"th": message.words("lesson_title")},
        "type": type_,
        "themes": list(said.get("theme") or message.list("themes")),
        "when": {"th": message.words("when")},
        "do": {"th": message.words("do")},
        "because": {"th": message.words("because")},
        "evidence": [entry],
    }


def ledger_entry(message: Message, source: str) -> dict[str, Any]:
    """What one place tells of a lesson it tried."""
    return {
        "province": message.words("province"),
        "stance": STANCES[message.words("outcome")],
        "voice": "result",
        "text": {"th": message.words("told")},
        "citations": [{"source": source}],
    }


def case(message: Message, id_: str, source: str, said: Mapping[str, tuple[str, ...]], start: str) -> dict[str, Any]:
    """A case, each statement with its teller."""
    cited = [{"source": source}]
    return {
        "id": id_,
        "title": {"th": message.words("case_title")},
        "province": message.words("province"),
        "kind": _one(said, "kind") or message.words("case_kind"),
        "level": message.words("level"),
        "place": {"th": message.words("place")} if message.words("place") else None,
        "period": {"start": start} if start else None,
        "summary": {"th": message.words("summary")},
        "actors": [{"name": {"th": one}, "citations": cited} for one in message.list("actors")],
        **{name: _statements(message, name, cited) for name in ("steps", "results", "helps", "hinders")},
        "themes": list(said.get("theme") or message.list("case_themes")),
        "citations": cited,
    }


def profile(message: Message, province: str, name: Mapping[str, str], source: str) -> dict[str, Any]:
    """The profile of a province."""
    cited = [{"source": source}]
    parts = {"network": "network", "vision": "vision"} | {
        f"profile_{name}": name for name in ("results", "helps", "hinders")
    }
    return {
        "id": province,
        "title": dict(name),
        "summary": {"th": message.words("profile_summary")},
        **{field: _statements(message, question, cited) for question, field in parts.items()},
        "citations": cited,
    }


def _statements(message: Message, question: str, cited: list[dict[str, str]]) -> list[dict[str, Any]]:
    return [{"th": one, "citations": cited} for one in message.list(question)]


def _told(message: Message) -> str:
    """What was done and what came of it, as one entry of a ledger; what came of it alone where that is too long."""
    both = f"{_sentence(message.words('do'))} {message.words('because')}"
    return both if len(both) <= LONGEST else message.words("because")


def _one(said: Mapping[str, tuple[str, ...]], option: str) -> str:
    return next(iter(said.get(option, ())), "")


def _sentence(text: str) -> str:
    """Words that others go on behind: without a full stop of their own."""
    return text.rstrip(".。 \t\r\n\u00a0")
