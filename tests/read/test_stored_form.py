"""Reading leaves text alone only where normalising would."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from botrian.read.stored_form import stored_form
from botrian.thai import normalise

THAI = "".join(map(chr, range(0x0E01, 0x0E5C)))
NEAR = st.text(st.sampled_from(THAI + "  aée\u0301“\u200b\u00a0\u2028\uf70a\u00ad-\n"), max_size=12)


@settings(max_examples=3000)
@given(text=NEAR | st.text(max_size=12))
@example("ทํา")
@example("เเก")
@example("ที่")
@example("น้ำ")
@example("ก่ี")
@example("กา่")
def test_the_quick_look_never_passes_what_normalising_changes(text: str) -> None:
    assert stored_form("data/a.yml", text)[0] == normalise(text).text


def test_each_kind_of_change_is_told_once_with_its_count() -> None:
    _, findings = stored_form("data/a.yml", "ก\nทํา เเม่ นํา\n")

    told = [(finding.place.line, finding.place.column, dict(finding.values)) for finding in findings]
    assert sorted(told, key=str) == [
        (2, 2, {"count": "2", "kind": "sara-am"}),
        (2, 5, {"count": "1", "kind": "double-sara-e"}),
    ]


def test_ordinary_thai_is_not_looked_at_twice() -> None:
    assert stored_form("data/a.yml", "ผู้ใหญ่บ้านที่น้ำตกกู้เงิน ๑๒๓ ฯลฯ “สำคัญ”")[1] == ()
