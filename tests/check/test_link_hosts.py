"""Addresses that nobody else can open, and those that anybody can."""

from __future__ import annotations

import pytest

from botrian.check.link_hosts import unopenable


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://localhost:8000/x", "link-private"),
        ("http://127.0.0.1/x", "link-private"),
        ("http://192.168.1.5/x", "link-private"),
        ("http://10.0.0.1/", "link-private"),
        ("http://172.16.0.3/a", "link-private"),
        ("http://[::1]/", "link-private"),
        ("http://169.254.1.1/", "link-private"),
        ("https://example.local/", "link-private"),
        ("http://my-pc/x", "link-private"),
        ("https://abc.ngrok.io/x", "link-private"),
        ("https://docs.google.com/document/d/abc/edit", "link-edit"),
        ("https://docs.google.com/forms/d/abc/edit#responses", "link-edit"),
        ("https://github.com/a/b/edit/main/x.md", "link-edit"),
        ("https://th.wikipedia.org/w/index.php?title=A&action=edit", "link-edit"),
        ("https://www.canva.com/design/abc/edit", "link-edit"),
        ("https://https://example.org", "link-form"),
        ("https://", "link-form"),
        ("http://[bad", "link-form"),
        ("https://docs.google.com/forms/d/e/abc/viewform", None),
        ("https://docs.google.com/document/d/abc/preview", None),
        ("https://example.org/how-to-edit/", None),
        ("https://8.8.8.8/", None),
        ("https://th.wikipedia.org/wiki/กระบี่", None),
        ("mailto:a@example.org", None),
    ],
)
def test_an_address_that_only_its_writer_opens_is_told(address: str, why: str | None) -> None:
    assert unopenable(address) == why
