"""The knowledge goes in; the conditions of each province, how near two are, and why, come out.

One rule, for what a reader picks and for two provinces alike:

- A condition is a dimension of type ``choice`` for which some province has a value. A reader picks its answers.
- Of each picked answer a province *agrees* where one of its values is that answer, *differs* where its values are
  others, and is *unknown* where the sources tell nothing. A trouble (an answer with themes) is told or not told: where
  it is not told it is unknown, for no source says that there is no trouble.
- The distance is the sum of 0 for each answer that agrees, 1 for each that is unknown and 2 for each that differs,
  divided by twice the number of picked answers: 0 is the same in all, 1 another in all. Unknown thus never counts as
  agreement, nor as difference.
- Of the same distance, the province with more agreements comes first, then the order of ก–ฮ.
- Provinces with no agreement at all are not near.
"""

from __future__ import annotations

from botrian.likeness.conditions import conditions, places, values
from botrian.likeness.distance import Answer, Near, Standing, Wish, likest, nearest
from botrian.likeness.tried import again, like_cases, went_wrong

__all__ = [
    "Answer",
    "Near",
    "Standing",
    "Wish",
    "again",
    "conditions",
    "like_cases",
    "likest",
    "nearest",
    "places",
    "values",
    "went_wrong",
]
