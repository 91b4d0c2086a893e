"""Two content trees, the second one checked, go in; a review in words comes out, and from it a comment in Markdown.

What crosses from a job that a stranger can change to one that may write is the review alone: plain data with limits
(``model.py``). Every word of it is escaped when it becomes Markdown.
"""

from __future__ import annotations

from botrian.review.comment import LONGEST, Links, comment
from botrian.review.diff import added_lines
from botrian.review.gather import Proposal, review_of
from botrian.review.inline import inline_comments
from botrian.review.model import MOST_BYTES, Review, ReviewRefused, read_review
from botrian.review.suggestions import suggestions

__all__ = [
    "LONGEST",
    "MOST_BYTES",
    "Links",
    "Proposal",
    "Review",
    "ReviewRefused",
    "added_lines",
    "comment",
    "inline_comments",
    "read_review",
    "review_of",
    "suggestions",
]
