"""Copy that means harm gives a right email or a finding, through every provider, and never an exception."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.diagnostics import Severity
from briefing.editions.email import providers
from briefing.model import CodeBlock, EmailOptions, External, Issue, Link, Paragraph, Provider, Text
from briefing.proofs.preflight import Preflight
from tests.editions.email.mailed import of_blocks, outputs, sender, with_issue
from tests.editions.email.test_hostile import HOSTILE

ALL = (
    providers.generic(),
    providers.smtp(),
    providers.listmonk(),
    providers.mailchimp(),
    providers.buttondown(),
    providers.ses(),
)
MORE = [
    "{{ UnsubscribeURL }}",
    "{{amazonSESUnsubscribeUrl}}",
    "https://unsubscribe.invalid/recipient",
    "see https://x.example/@TrackLink",
    "*|LIST:ADDRESS|*",
    "\u202ereversed\u202c",
    "\u2028line\u2029paragraph",
    "x" * 900,
    "",
]


def issue_of(words: str) -> Issue:
    return of_blocks(
        Paragraph("", (Text(f"Words before {words} and after"),)),
        Paragraph("", (Link(External("https://a.example/?q=" + words), (Text(f"a page on {words}"),)),)),
        CodeBlock(words),
        title=f"Title {words}",
        description=f"What the harbour board wrote to its pilots in May: {words}",
        email=EmailOptions("What the board wrote"),
    )


@pytest.mark.slow  # renders hundreds of emails
@pytest.mark.parametrize("provider", ALL, ids=lambda provider: provider.name)
def test_it_is_sent_as_it_is_or_told(provider: Provider) -> None:
    copies = {f"copy-{number}": words for number, words in enumerate([*HOSTILE, *MORE])}
    issues = tuple(replace(issue_of(words), number=number, slug=slug) for number, (slug, words) in enumerate(copies.items(), 1))
    archive = replace(with_issue(issues[0], sender=sender(provider=provider)), issues=issues)
    found = [finding for finding in Preflight().prove(outputs(archive)) if finding.severity is Severity.ERROR]
    for slug, words in copies.items():
        codes = {finding.code for finding in found if f"/{slug}/" in finding.span.path}
        means_something = any(one in words for one in provider.unescapable)
        unsafe = "\u202e" in words
        expected = ({"E205"} if unsafe else set()) | ({"E236", "E237"} if means_something else set())
        assert codes <= expected, (words, codes)
        assert bool(codes) is (means_something or unsafe), (words, codes)
