"""What an editor writes comes out literally: emails are sent through the template engines that providers use, and read back."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path

import jinja2
import pytest

from briefing.diagnostics import Diagnostic
from briefing.editions.email import providers
from briefing.model import Archive, EmailOptions, Issue, Paragraph, Provider, Text
from briefing.model.words import words
from briefing.press.plugins import find_providers
from briefing.proofs.preflight import Preflight
from briefing.proofs.readers.flowed import unflowed
from briefing.proofs.readers.html import read_html
from briefing.testing import sample_archive
from tests.editions.email.mailed import files, of_blocks, outputs, sample_issue, sender, with_issue

ADDRESS = "https://lists.example/leave?a=1&b=2"
BRACES = (
    "{{7*7}} {{ unsubscribe_url }} {% raw %} {# note #} {{{{x}}}} {{{% {%% {{%x%}} }} %} #} {{/* c */}} {{- x -}} {{{x}}} "
    '{{"{{"}} {{ "{%" }} { { {x} ${x} <%= x %> %unsubscribe_url% [[x]] {{amazonSESUnsubscribe}} {% comment %} {{'
)
HOSTILE = f"{BRACES} *|FNAME|* @TrackLink"
ALL = (
    providers.generic(),
    providers.smtp(),
    providers.listmonk(),
    providers.mailchimp(),
    providers.buttondown(),
    providers.ses(),
)


def by_django(template: str, placeholder: str) -> str:
    """Buttondown's templates are Django's."""
    from django.template import Context, Engine  # noqa: PLC0415 - takes longer to load than most tests to run

    assert placeholder == "{{ unsubscribe_url }}"
    return str(Engine().from_string(template).render(Context({"unsubscribe_url": ADDRESS}, autoescape=False)))


def by_jinja(template: str, _placeholder: str) -> str:
    environment = jinja2.Environment(keep_trailing_newline=True)  # noqa: S701 - mail is sent as it is written, nothing is escaped
    return environment.from_string(template).render(unsubscribe_url=ADDRESS)


def by_liquid(template: str, _placeholder: str) -> str:
    import liquid  # noqa: PLC0415 - as above

    return liquid.Environment().from_string(template).render(unsubscribe_url=ADDRESS)


_GO = "import sys, pathlib, go_template as g; sys.stdout.buffer.write(g.render(pathlib.Path(sys.argv[1]), {'url': sys.argv[2]}))"


def by_go(template: str, placeholder: str) -> str:
    """Go's own engine with Sprig's functions, as listmonk has it; its function for the address becomes a value."""
    place = Path(subprocess.run(["mktemp"], capture_output=True, text=True, check=True).stdout.strip())  # noqa: S607 - any mktemp will do
    try:
        place.write_bytes(template.replace(placeholder, "{{ .url }}").encode())
        command = [sys.executable, "-c", _GO, str(place), ADDRESS]
        done = subprocess.run(command, capture_output=True, check=False)  # a process of its own: Go's runtime stays out of ours
    finally:
        place.unlink()
    if b"OSError" in done.stderr:
        pytest.skip("Go's template engine has no build for this platform")
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def by_replacing(template: str, placeholder: str) -> str:
    """No language at all: one exact string."""
    return template.replace(placeholder, ADDRESS)


ENGINES: Mapping[str, Callable[[str, str], str]] = {
    "buttondown": by_django,
    "listmonk": by_go,
    "mailchimp": by_replacing,
    "ses": by_replacing,
    "smtp": by_replacing,
}
LOADED = {"buttondown": pytest.mark.slow, "listmonk": pytest.mark.slow}
"""Django's and Go's engines take their time to load or to start."""


def archive_of(issue: Issue, provider: Provider) -> Archive:
    return with_issue(issue, sender=sender(provider=provider))


def told(issue: Issue, provider: Provider) -> list[Diagnostic]:
    return [one for one in Preflight().prove(outputs(archive_of(issue, provider))) if one.code == "E237"]


def hostile(text: str) -> Issue:
    return of_blocks(Paragraph("", (Text(text),)), email=EmailOptions("Rosters {{7*7}} {% if x %}"))


def test_every_provider_is_a_plug_in_of_ours() -> None:
    assert {plugin.part for plugin in find_providers()} == set(ALL)


@pytest.mark.parametrize("name", [pytest.param(name, marks=LOADED.get(name, ())) for name in ENGINES])
def test_template_syntax_in_the_copy_comes_out_of_the_providers_engine_as_words(name: str) -> None:
    provider = next(one for one in ALL if one.name == name)
    issue = hostile(BRACES)
    made = files(archive_of(issue, provider))
    text, html = (ENGINES[name](made[file].decode(), provider.unsubscribe_url) for file in ("email.txt", "email.html"))
    copy = " ".join(words(issue))
    assert " ".join(BRACES.split()) in copy
    assert " ".join(BRACES.split()) in " ".join(unflowed(text).split())
    assert " ".join(BRACES.split()) in " ".join(read_html(html.encode()).text.split())
    assert ADDRESS in text
    assert told(issue, provider) == []
    subject = json.loads(made["manifest.json"])["subject_for_provider"]
    assert ENGINES[name](subject, provider.unsubscribe_url) == issue.email.subject


@pytest.mark.slow  # loads two engines
@pytest.mark.parametrize("engine", [by_jinja, by_liquid, by_django])
def test_the_escape_of_braces_holds_in_every_engine_of_that_family(engine: Callable[[str, str], str]) -> None:
    assert engine(providers.buttondown().literal(BRACES), "{{ unsubscribe_url }}") == BRACES


@pytest.mark.slow  # loads Django's engine
def test_the_escape_is_needed() -> None:
    with pytest.raises(Exception, match=r"."):
        by_django(BRACES, "{{ unsubscribe_url }}")


@pytest.mark.parametrize("provider", ALL, ids=lambda provider: provider.name)
def test_the_proofs_read_the_text_as_the_provider_sends_it(provider: Provider) -> None:
    from briefing.proofs.same_words import SameWords  # noqa: PLC0415 - only here

    assert list(SameWords().prove(outputs(archive_of(hostile(BRACES), provider)))) == []


@pytest.mark.parametrize(
    ("provider", "words_of_it"),
    [
        (providers.mailchimp(), "*|"),
        (providers.listmonk(), "@TrackLink"),
        (providers.ses(), "{{amazonSESUnsubscribeUrl}}"),
        (providers.smtp(), "https://unsubscribe.invalid/recipient"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_what_cannot_be_escaped_is_a_finding_that_names_the_words(provider: Provider, words_of_it: str) -> None:
    found = told(of_blocks(Paragraph("", (Text(f"They wrote {words_of_it} and more."),))), provider)
    assert {one.about for one in found} >= {words_of_it}
    assert any("They wrote" in note for one in found for note in one.notes)


@pytest.mark.parametrize("provider", ALL, ids=lambda provider: provider.name)
def test_every_provider_passes_the_preflight(provider: Provider) -> None:
    first = sample_archive().issues[0]  # the second holds template syntax, for which Mailchimp has no escape
    assert list(Preflight().prove(outputs(archive_of(first, provider)))) == []


def test_evidence_is_marked_against_tracking_or_not_linked_at_all() -> None:
    url = escape(next(note.url for note in sample_issue().notes if note.url))
    pages = {one.name: files(archive_of(sample_issue(), one))["email.html"].decode() for one in ALL}
    assert f'<a href="{url}" ses:no-track style=' in pages["ses"]
    assert f'<a href="{url}" mc:disable-tracking style=' in pages["mailchimp"]
    assert f'href="{url}"' not in pages["buttondown"]
    assert url in pages["buttondown"]
    assert f'<a href="{url}" style=' in pages["generic"]


@pytest.mark.parametrize("provider", ALL, ids=lambda provider: provider.name)
def test_a_provider_that_writes_the_headers_for_leaving_gets_none_from_us(provider: Provider) -> None:
    message = files(archive_of(sample_issue(), provider))["email.eml"].decode()
    assert ("List-Unsubscribe:" in message) is not provider.adds_headers
    assert ("Feedback-ID:" in message) is not provider.adds_headers
    assert message.count("List-Id:") == 1


def test_a_list_without_a_name_of_its_own_has_that_of_its_address() -> None:
    message = files(with_issue(sample_issue(), sender=sender(list_id="")))["email.eml"].decode()
    assert "List-Id: <bulletin.lantern.example>\r\n" in message


def test_an_escape_is_never_broken_over_two_lines() -> None:
    text = files(archive_of(hostile("{{x " * 200), providers.listmonk()))["email.txt"].decode()
    assert text.count('{{"{{"}}') == 200


def test_what_has_to_be_done_by_hand_is_in_the_manifest() -> None:
    manifest = json.loads(files(archive_of(sample_issue(), providers.mailchimp()))["manifest.json"])
    assert manifest["by_hand"] == list(providers.mailchimp().by_hand)
