"""An address on the web goes in; why nobody else can open it comes out: one's own machine, an edit page, a slip."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import Literal
from urllib.parse import urlsplit

Why = Literal["link-private", "link-edit", "link-form", "link-short", "link-through", "link-key"]

#: Names that only one's own network knows.
_LOCAL_NAMES = re.compile(
    r"^(?:localhost|[^.]+)$|\.(?:local|localhost|lan|internal|home|corp|test|invalid|home\.arpa|localdomain)$",
    re.IGNORECASE,
)
#: Tunnels to one's own machine, which are gone tomorrow.
_TUNNELS = re.compile(r"\.(?:ngrok(?:-free)?\.(?:io|app|dev)|loca\.lt|trycloudflare\.com|serveo\.net)$", re.IGNORECASE)
#: Pages on which only their owner may write, or that ask to sign in.
_EDIT = re.compile(
    r"^(?:docs\.google\.com/(?!forms/.*/viewform).*/edit|docs\.google\.com/.*/u/\d|drive\.google\.com/drive/(?:u/\d/)?(?:my-drive|home|recent)"
    r"|mail\.google\.com/|(?:www\.)?canva\.com/design/.*/edit|onedrive\.live\.com/edit|[^/]*sharepoint\.com/.*(?:action=edit|[?&]web=1)"
    r"|github\.com/[^/]+/[^/]+/edit/|gitlab\.com/.*/-/edit/|sites\.google\.com/.*/edit|[^/]+/wp-admin/|web\.archive\.org/save/|(?:www\.)?notion\.so/.*\?pvs=4"
    r"|[^/]+/[^?]*\?(?:.*&)?action=edit\b|[^/]+/[^?]*\?(?:.*&)?veaction=|outlook\.(?:live|office)\.com/mail|(?:www\.)?facebook\.com/(?:messages|me)\b)",
    re.IGNORECASE,
)
#: Services that stand before the address that is meant.
_SHORTENERS = re.compile(
    r"^(?:www\.)?(?:bit\.ly|tinyurl\.com|shorturl\.(?:at|asia)|t\.co|goo\.gl|cutt\.ly|rb\.gy|is\.gd|ow\.ly|s\.id|lin\.ee|t\.ly"
    r"|rebrand\.ly|buff\.ly|qrco\.de|me2\.do|bitly\.ws|short\.io|me-qr\.com)$",
    re.IGNORECASE,
)
#: Pages that hand on to the address that is meant, which stands in theirs.
_THROUGH = re.compile(
    r"^(?:(?:l|lm)\.(?:facebook|instagram)\.com/l\.php|(?:www\.)?google\.[a-z.]{2,6}/(?:url|imgres)|(?:www\.)?youtube\.com/redirect"
    r"|[^/]*safelinks\.protection\.outlook\.com/|translate\.google\.[a-z.]{2,6}/translate|href\.li/|(?:www\.)?bing\.com/ck/)",
    re.IGNORECASE,
)
#: Names of a key that opens what is not open to everybody.
_KEYS = re.compile(
    r"(?:^|&)(?:access_token|token|auth|api_?key|password|passwd|pwd|sessionid|phpsessid|jsessionid|sid)=[^&]{4,}",
    re.IGNORECASE,
)
_TWICE = re.compile(r"^https?:/{0,3}https?:?/", re.IGNORECASE)


def unopenable(address: str) -> Why | None:
    """The rule that an address breaks; None for one that anybody can open, as far as its letters tell."""
    if _TWICE.match(address):
        return "link-form"
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return "link-form"
    if parts.scheme not in ("http", "https"):
        return None
    if not host or ".." in host or " " in host:
        return "link-form"
    if parts.username is not None or _KEYS.search(parts.query):
        return "link-key"
    if _is_local(host) or _TUNNELS.search(host):
        return "link-private"
    if _SHORTENERS.match(host):
        return "link-short"
    if _THROUGH.match(f"{host}{parts.path}"):
        return "link-through"
    rest = f"{host}{parts.path}?{parts.query}" if parts.query else f"{host}{parts.path}"
    return "link-edit" if _EDIT.match(rest) else None


def _is_local(host: str) -> bool:
    try:
        return not ip_address(_dotted(host)).is_global
    except ValueError:
        return _LOCAL_NAMES.search(host) is not None


def _dotted(host: str) -> str:
    """An address of numbers as browsers read it, with four of them: ``127.1`` is 127.0.0.1."""
    numbers = host.split(".")
    if len(numbers) > 3 or not all(number.isdigit() and len(number) <= 10 for number in numbers):
        return host
    *first, last = map(int, numbers)
    whole = sum(number << (24 - 8 * place) for place, number in enumerate(first)) + last
    return str(ip_address(whole)) if whole < 1 << 32 else host
