"""Made-up text for properties: Thai with marks in any order, hidden characters, Latin, digits, emoji."""

from __future__ import annotations

from hypothesis import strategies as st

CONSONANTS = "".join(map(chr, range(0x0E01, 0x0E2F)))
LEADING = "เแโใไ"
MARKS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
FOLLOWING = "\u0e30\u0e32\u0e33\u0e45"
HIDDEN = "\u200b\u200c\u200d\u200e\u2060\ufeff\u00ad\u00a0"
OTHER = "๐๑๒๓ๆฯ฿0129aZéßŁ .,-\n👩🌾❤\ufe0f\u0301\uf70a\uf710"

thai_letters = st.sampled_from(CONSONANTS + LEADING + MARKS * 2 + FOLLOWING * 4)
messy_text = st.text(st.one_of(thai_letters, st.sampled_from(HIDDEN + OTHER)), max_size=40)
any_text = st.one_of(messy_text, st.text(max_size=30))
