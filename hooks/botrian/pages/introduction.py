"""A list's address goes in; what people wrote to introduce it comes out, to be shown above the list."""

from __future__ import annotations

from markupsafe import Markup

from botrian.addresses import introduction
from botrian.knowledge import Knowledge, Page
from botrian.pages.desk import Desk
from botrian.pages.markdown import rendered


def introduced(desk: Desk) -> Markup:
    """The introduction of the list on the desk's page; nothing where nobody wrote one."""
    page = {one.path: one for one in desk.knowledge.pages}.get(introduction(desk.page))
    if page is None:
        return Markup("")
    text = page.body.in_(desk.language)
    if text:
        return rendered(text, desk, page.path)
    note = Markup('<p class="kb-note">{}</p>').format(desk.say("page.thai_only"))
    return note + rendered(page.body.th, desk, page.path)


def introductions(knowledge: Knowledge) -> frozenset[str]:
    """The paths of hand-written pages that introduce a list or the site, and so are no pages of their own."""
    return frozenset(page.path for page in knowledge.pages if _introduces(page))


def _introduces(page: Page) -> bool:
    return page.path == introduction(page.path.removesuffix("index.md"))
