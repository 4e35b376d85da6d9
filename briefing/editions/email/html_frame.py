"""The HTML part as a whole: what stands before the issue's words, the words, and what stands after them.

One column, 600 px at most, liquid below that; Outlook for Windows alone sees the table that gives it the same width (Word knows
``max-width`` on tables only, and not reliably). The first text is the standfirst's first words: that is what an inbox shows.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.editions.email.carried import carried_html
from briefing.editions.email.escaping import ascii_only, escaped, header_text
from briefing.editions.email.html_blocks import block
from briefing.editions.email.html_inlines import anchor
from briefing.editions.email.html_notes import corrections, footnotes, sources
from briefing.editions.email.html_tables import LAYOUT, boxed
from briefing.editions.email.links import safe_url
from briefing.editions.email.looks import GUTTER, WIDTH
from briefing.editions.email.mailing import FORWARDED, SUBSCRIBE, UNSUBSCRIBE, VIEW_ONLINE, Mailing, preheader
from briefing.editions.email.printed import Printed, Sheet
from briefing.model.walking import pulls_in

GHOST_OPEN = (
    f'<!--[if mso]><table role="presentation" width="{WIDTH}" align="center" cellpadding="0" cellspacing="0" border="0">'
    "<tr><td><![endif]-->"
)
GHOST_CLOSE = "<!--[if mso]></td></tr></table><![endif]-->"
"""The only comments there may be in an email."""


def html(mailing: Mailing) -> Printed:
    """The whole document."""
    sheet, looks = Sheet(), mailing.looks
    rows: tuple[tuple[str, Callable[[Mailing, Sheet], None]], ...] = (
        (f'style="padding:16px {GUTTER}px 0"', _before),
        (looks.masthead_cell, _masthead),
        (f'style="padding:24px {GUTTER}px 12px"', _article),
        (looks.foot_cell, _foot),
    )
    for cell, content in rows:
        sheet.put(f'<tr><td align="left" {cell}>')
        content(mailing, sheet)
        sheet.put("</td></tr>")
    body = sheet.printed
    return body._replace(html=ascii_only(_document(mailing, body.html)))


def _document(mailing: Mailing, rows: str) -> str:
    looks = mailing.looks
    language = f'lang="{escaped(mailing.issue.language)}" dir="ltr"'  # no language written from right to left is implemented
    return f"""<!DOCTYPE html>
<html {language}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="x-apple-disable-message-reformatting" content="">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<meta name="color-scheme" content="light dark">
<title>{escaped(header_text(mailing.issue.email.subject))}</title>
<style>
{looks.rules}
</style>
</head>
<body style="margin:0;{looks.paper}">
<div class="b" {language}>
{LAYOUT}><tr><td class="w" align="center" style="{looks.paper}">
{GHOST_OPEN}
{LAYOUT} style="max-width:{WIDTH}px;word-break:break-word">
{rows}
</table>
{GHOST_CLOSE}
</td></tr></table>
</div>
</body>
</html>
"""


def _own(attributes: str, line: str, sheet: Sheet) -> None:
    """A line of the edition's own, if there is one."""
    if line:
        sheet.put(f"<p {attributes}>{escaped(line)}</p>", line)


def _before(mailing: Mailing, sheet: Sheet) -> None:
    shown, small = preheader(mailing.issue), mailing.looks.small
    if shown:  # it repeats the standfirst, so a screen reader need not say it
        sheet.put(f'<p aria-hidden="true" {small}>{escaped(shown)}</p>', shown)
    sheet.put(f"<p {small}>{anchor(mailing, mailing.permalink, VIEW_ONLINE)}</p>", VIEW_ONLINE)


def _masthead(mailing: Mailing, sheet: Sheet) -> None:
    _own(mailing.looks.masthead, mailing.letterhead.masthead, sheet)
    _own(mailing.looks.small, mailing.publication.strapline, sheet)
    _own(mailing.looks.small, mailing.dateline, sheet)


def _article(mailing: Mailing, sheet: Sheet) -> None:
    issue, looks = mailing.issue, mailing.looks
    _own(looks.kicker, issue.kicker, sheet)
    sheet.put(f"<h1 {looks.headline}>{escaped(issue.title)}</h1>")
    if issue.description:
        sheet.put(f"<p {looks.standfirst}>{escaped(issue.description)}</p>")
    _own(looks.byline, mailing.byline, sheet)
    corrections(mailing, issue.top_corrections, sheet)
    _copy(mailing, sheet)
    footnotes(mailing, sheet)
    sources(mailing, sheet)
    corrections(mailing, issue.foot_corrections, sheet, headed=True)
    carried_html(mailing, sheet)


def _copy(mailing: Mailing, sheet: Sheet) -> None:
    shows_pulls = bool(mailing.issue.pulls) and "email" in mailing.publication.pulls
    for one in mailing.issue.body:
        sheet.put(block(mailing, one))
        if shows_pulls:
            for index in pulls_in(one):
                _pull(mailing, index, sheet)


def _pull(mailing: Mailing, index: int, sheet: Sheet) -> None:
    """A pull-quote that survives Word: rule and padding on the cell, the attribution outside the quotation."""
    pull, looks = mailing.issue.pulls[index], mailing.looks
    quoted = pull.quotation is not None
    words = f"“{pull.words}”" if quoted else pull.words
    by = f"— {pull.attribution}" if quoted and pull.attribution else ""
    element = ('<blockquote style="margin:0">', "</blockquote>") if quoted else ("", "")
    credit = f"\n<p {looks.pull_attribution}>{escaped(by)}</p>" if by else ""
    inside = f"{element[0]}<p {looks.pulled}>{escaped(words)}</p>{element[1]}{credit}"
    sheet.put(boxed(looks.pull_cell, inside, hidden=True), *((words, by) if by else (words,)))


def _foot(mailing: Mailing, sheet: Sheet) -> None:
    small = mailing.looks.small
    _own(small, mailing.letterhead.in_confidence, sheet)
    _own(small, mailing.letterhead.reason, sheet)
    # the placeholder goes in last and unescaped, early in a line of its own so that quoted-printable does not break it
    link = f'<a href="{mailing.provider.unsubscribe_url}" {mailing.looks.link}>{UNSUBSCRIBE}</a>'
    sheet.put(f"<p {small}>\n{link}</p>", UNSUBSCRIBE)
    if subscribe := safe_url(mailing.letterhead.sender.subscribe_url):
        line = f"{escaped(FORWARDED)} {anchor(mailing, subscribe, SUBSCRIBE)}"
        sheet.put(f"<p {small}>{line}</p>", f"{FORWARDED} {SUBSCRIBE}")
    _own(small, mailing.letterhead.imprint, sheet)
