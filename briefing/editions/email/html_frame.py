"""The HTML part as a whole: what stands before the issue's words, the words, and what stands after them.

One column, 600 px at most, liquid below that; Outlook for Windows alone sees the table that gives it the same width (Word knows
``max-width`` on tables only, and not reliably). The first text is the standfirst's first words: that is what an inbox shows.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.editions.email.carried import carried_html
from briefing.editions.email.escaping import ascii_only, escaped, header_text
from briefing.editions.email.html_blocks import block
from briefing.editions.email.html_notes import corrections, footnotes, sources
from briefing.editions.email.html_tables import LAYOUT, boxed
from briefing.editions.email.links import anchor
from briefing.editions.email.looks import GUTTER, WIDTH
from briefing.editions.email.mailing import VIEW_ONLINE, Mailing, preheader
from briefing.editions.email.printed import Printed
from briefing.editions.email.sheet import Sheet

GHOST_OPEN = (
    f'<!--[if mso]><table role="presentation" width="{WIDTH}" align="center" cellpadding="0" cellspacing="0" border="0">'
    "<tr><td><![endif]-->"
)
GHOST_CLOSE = "<!--[if mso]></td></tr></table><![endif]-->"
"""The only comments there may be in an email."""


def html(mailing: Mailing) -> Printed:
    """The whole document."""
    sheet, looks = Sheet(mailing), mailing.looks
    rows: tuple[tuple[str, Callable[[Sheet], None]], ...] = (
        (f'style="padding:16px {GUTTER}px 0"', _before),
        (looks.masthead_cell, _masthead),
        (f'style="padding:24px {GUTTER}px 12px"', _article),
        (looks.foot_cell, _foot),
    )
    for cell, content in rows:
        sheet.put(f'<tr><td align="left" {cell}>')
        content(sheet)
        sheet.put("</td></tr>")
    rows_of_words, declared = sheet.printed
    return Printed(ascii_only(_document(mailing, rows_of_words)), declared)


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


def _before(sheet: Sheet) -> None:
    shown, small = preheader(sheet.issue), sheet.looks.small
    if shown:  # it repeats the standfirst, so a screen reader need not say it
        sheet.put_own(f'<p aria-hidden="true" {small}>{escaped(shown)}</p>', shown)
    sheet.put_own(f"<p {small}>{anchor(sheet.looks, sheet.mailing.permalink, VIEW_ONLINE)}</p>", VIEW_ONLINE)


def _masthead(sheet: Sheet) -> None:
    sheet.put_printed(sheet.letterhead.masthead)
    sheet.put_line(sheet.looks.small, sheet.mailing.dateline)


def _article(sheet: Sheet) -> None:
    issue, looks = sheet.issue, sheet.looks
    sheet.put_line(looks.kicker, issue.kicker)
    sheet.put(f"<h1 {looks.headline}>{escaped(issue.title)}</h1>")
    if issue.description:
        sheet.put(f"<p {looks.standfirst}>{escaped(issue.description)}</p>")
    sheet.put_line(looks.byline, sheet.mailing.byline)
    corrections(sheet, issue.top_corrections)
    _copy(sheet)
    footnotes(sheet)
    sources(sheet)
    corrections(sheet, issue.foot_corrections, headed=True)
    carried_html(sheet)


def _copy(sheet: Sheet) -> None:
    """Each block, and below it the pull-quotes whose words stand in it."""
    shows_pulls = "email" in sheet.publication.pulls
    for one in sheet.issue.body:
        sheet.put(block(sheet, one))
        if sheet.pulled:
            pulled = dict.fromkeys(sheet.pulled) if shows_pulls else ()
            sheet.pulled.clear()
            for index in pulled:
                _pull(sheet, index)


def _pull(sheet: Sheet, index: int) -> None:
    """A pull-quote that survives Word: rule and padding on the cell, the attribution outside the quotation."""
    pull, looks = sheet.issue.pulls[index], sheet.looks
    quoted = pull.quotation is not None
    words = f"“{pull.words}”" if quoted else pull.words
    by = f"— {pull.attribution}" if quoted and pull.attribution else ""
    element = ('<blockquote style="margin:0">', "</blockquote>") if quoted else ("", "")
    credit = f"\n<p {looks.pull_attribution}>{escaped(by)}</p>" if by else ""
    inside = f"{element[0]}<p {looks.pulled}>{escaped(words)}</p>{element[1]}{credit}"
    sheet.put_own(boxed(looks.pull_cell, inside, hidden=True), *((words, by) if by else (words,)))


def _foot(sheet: Sheet) -> None:
    sheet.put_printed(sheet.letterhead.foot)
