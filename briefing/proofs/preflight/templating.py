"""Checks 36 to 38: what the provider puts in, and that nothing of the editor's means anything to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.email_sending import E236, E237, E238
from briefing.proofs.preflight.letter import Letter

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_ANY_SYNTAX = re.compile(r"\{\{|\{%|\{#|\*\||%%|<%|\$\{")
"""What the template languages of known providers begin with."""
_SIGNS = ("{", "|", "%%", "<%")
"""One of these is in each of them, and is sooner found."""
_AROUND = 30
_WAY_OUT = "Unsubscribe"


def placeholders(letter: Letter) -> Iterator[Diagnostic]:
    """As a link in the HTML, as a line of the text, and no more of them than the provider allows."""
    wanted, most = letter.provider.unsubscribe_url, letter.provider.most_placeholders
    as_links = sum(address == wanted for address, _, _ in letter.links)
    as_lines = letter.text.split("\n").count(wanted)
    if as_links != 1:
        yield letter.at(E236, f"{as_links} links of the HTML hold {wanted}, not one")
    if as_lines != 1:
        yield letter.at(E236, f"{as_lines} lines of the text are {wanted}, not one", file="email.txt")
    for file, content in (("email.html", letter.html), ("email.txt", letter.text)):
        if most and content.count(wanted) > most:
            yield letter.at(E236, f"{content.count(wanted)} times {wanted}; the provider allows {most}", file=file)


def template_words(letter: Letter) -> Iterator[Diagnostic]:
    """Words that the provider would not send as they are."""
    provider, subject = letter.provider, letter.issue.email.subject
    bare = _without_style(letter).replace(provider.unsubscribe_url, "", 1)
    html_syntax = {one for one in provider.unescapable if one in bare}
    if any(sign in bare for sign in _SIGNS):
        html_syntax |= {match[0] for match in _ANY_SYNTAX.finditer(bare)}
    for one in sorted(html_syntax):
        yield letter.at(E237, f"{one} stands in the HTML as it is", about=_words_around(bare, one))
    text = letter.text.replace(f"\n{provider.unsubscribe_url}\n", "\n", 1)
    for content, file in ((_unescaped(letter, text), "email.txt"), (_unescaped(letter, provider.literal(subject)), "email.eml")):
        for one in provider.foreign:
            if one in content:
                around = _words_around(content, one)
                message = f"{provider.name} would not send “{one}” as it stands"
                yield letter.at(E237, message, file=file, about=one, notes=(f"the words: {around}",), help=("write it in words",))


def who_and_why(letter: Letter) -> Iterator[Diagnostic]:
    """In both parts: the way out is told by its own word, the rest word for word."""
    html, text = letter.page.text, letter.text.replace(" \n", " ")  # the foot stands in no quotation: its lines flow on at blanks
    reason = letter.sender.reason or letter.publication.title
    for what, words in (("the postal address", letter.sender.postal_address), ("the reason", reason)):
        wanted = " ".join(words.split())
        for file, content in (("email.html", html), ("email.txt", letter.provider.sent(text))):
            if not wanted or (wanted not in content and wanted not in " ".join(content.split())):
                yield letter.at(E238, f"{what} is missing", file=file)
    for file, content in (("email.html", html), ("email.txt", text)):
        bare = content.replace(letter.provider.unsubscribe_url, "")
        if _WAY_OUT not in bare and _WAY_OUT.casefold() not in bare.casefold():
            yield letter.at(E238, "the way to unsubscribe is missing", file=file)


def _without_style(letter: Letter) -> str:
    before, _, behind = letter.html.partition("<style>")
    return _STYLE.sub("", letter.html) if letter.styles > 1 and "<style>" in behind else before + behind.partition("</style>")[2]


def _unescaped(letter: Letter, text: str) -> str:
    """``text`` without what was written so that it comes out as it is."""
    for _, escape in letter.provider.escapes:
        text = text.replace(escape, "")
    return text


def _words_around(text: str, found: str) -> str:
    at = text.index(found)
    return " ".join(text[max(at - _AROUND, 0) : at + len(found) + _AROUND].split())
