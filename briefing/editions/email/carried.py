"""Corrections of earlier issues: those mails cannot be called back, so this one says what was wrong in them."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.editions.email.escaping import escaped, running
from briefing.editions.email.flowed import Passage
from briefing.editions.email.html_tables import boxed
from briefing.editions.email.links import anchor, target
from briefing.editions.email.mailing import Mailing
from briefing.editions.email.sheet import Sheet
from briefing.model import Carried, Internal, Publication
from briefing.model.words import correction_line

EARLIER = "Corrections to earlier issues"


def carried_html(sheet: Sheet) -> None:
    """A heading and a box for each; nothing where there are none."""
    if sheet.issue.carries:
        sheet.put_own(f"<h2 {sheet.looks.headings[2]}>{EARLIER}</h2>", EARLIER)
    for one in sheet.issue.carries:
        which, line = _which(one), correction_line(one.correction)
        link = anchor(sheet.looks, _url(sheet.publication, one), escaped(which))
        words = f"<p {sheet.looks.notice}>{link}<br>\n{escaped(line)}</p>"
        sheet.put_own(boxed(sheet.looks.notice_cell, words), which, line)


def carried_text(mailing: Mailing) -> Iterator[Passage]:
    """The same as text, with the addresses."""
    if mailing.issue.carries:
        yield Passage(EARLIER, declared=True, gap=2)
    for one in mailing.issue.carries:
        yield Passage(running(_which(one)), declared=True)
        yield Passage(_url(mailing.publication, one), declared=True, attached=True)
        yield Passage(running(correction_line(one.correction)), declared=True, attached=True)


def _which(one: Carried) -> str:
    return f"Issue {one.issue}: {one.title}"


def _url(publication: Publication, one: Carried) -> str:
    return target(publication, Internal(one.path))
