"""Models and words go in; what the form asks, a message as it is written and read, and what is wrong in it come out."""

from __future__ import annotations

from botrian.messages.judge import Fault, judged
from botrian.messages.questions import TEXT_FORMS, UNSURE, MessageKind, Question, asked, message_kinds, questions
from botrian.messages.written import (
    Answer,
    Message,
    SentPicture,
    Unreadable,
    as_file,
    as_text,
    read_message,
    sum_of,
)
from botrian.messages.years import year_said

__all__ = [
    "TEXT_FORMS",
    "UNSURE",
    "Answer",
    "Fault",
    "Message",
    "MessageKind",
    "Question",
    "SentPicture",
    "Unreadable",
    "as_file",
    "as_text",
    "asked",
    "judged",
    "message_kinds",
    "questions",
    "read_message",
    "sum_of",
    "year_said",
]
