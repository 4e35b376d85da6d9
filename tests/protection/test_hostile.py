"""Hostile words in every place of a project that takes words: they come out as words, in every file of the site and every email."""

from __future__ import annotations

import email
import email.policy
import json
import re
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from briefing.proofs.readers.html import parse
from briefing.testing import EVERY_FORM, SURROUNDINGS, site
from tests.protection.building import Outcome, outcome

pytestmark = pytest.mark.slow

HARM = (
    "</title></script>--><script>alert(1)</script> {{7*7}} {% raw %} ]]> *|UNSUB|* %unsub% ${x} <%= x %> =?utf-8?q?x?= &lt;i&gt;"
)
SUBJECT = "</title><script>alert(1)</script> {{7*7}} *|UNSUB|* %unsub% ${x}"
ATTRIBUTE = "x' onmouseover=alert(1) y='"
HEADER = "News\\r\\nBcc: stolen@elsewhere.example"
ISSUE = "content/issues/2031-05-16-pilot-hours.md"


def quoted(words: str) -> str:
    """As a YAML text."""
    return "'" + words.replace("'", "''") + "'"


def project(folder: Path) -> Path:
    """Harm in front matter, in copy, in the register, among the people, in the settings."""
    copy = (
        EVERY_FORM[ISSUE]
        .replace("title: Pilots’ rosters & the ‘paper’ rule", f"title: {quoted(HARM)}")
        .replace("kicker: Rosters", f"kicker: {quoted(ATTRIBUTE)}")
        .replace("series: Rest", f"series: {quoted(HARM)}")
        .replace("| March | 41 |", "| `" + HARM.replace("|", "") + "` | 41 |")
        .replace("Short rests by month, rising from 41 to 63", 'x \\" onerror=alert(1) y=\\"')
        .replace("follows: 1\n", f"follows: 1\nemail: {{subject: {quoted(SUBJECT)}}}\n")
        .replace("https://guild.example/?q=1&r=2", "https://guild.example/?q=%22%3E%3Cscript%3E'onclick='{{x}}")
    )
    files = {
        **EVERY_FORM,
        ISSUE: copy,
        "mkdocs.yml": SURROUNDINGS["mkdocs.yml"]
        .replace("site_name: The Pilotage Lantern", f"site_name: {quoted(HARM)}")
        .replace("safety: Safety", f"safety: {quoted(ATTRIBUTE)}")
        .replace("name: Ines Calloway", f"name: {quoted(HARM)}"),
        "sources/people.yml": SURROUNDINGS["sources/people.yml"].replace("name: Harbour Board,", f"name: {quoted(HARM)},"),
        "sources/rest-report.yml": SURROUNDINGS["sources/rest-report.yml"]
        .replace("title: Rest and rosters", f"title: {quoted(HARM)}")
        .replace("https://board.example/rest-report", "https://board.example/?q='onclick='alert(1)"),
        "sources/anon-7k2q.yml": SURROUNDINGS["sources/anon-7k2q.yml"].replace("a person who has seen the rosters", quoted(HARM)),
    }
    return site(folder / "project", files).parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "vault").mkdir()
    done = outcome(project(folder), folder / "vault", checked=False)
    assert done.built, done.log[-3000:]
    return done


def of_type(done: Outcome, *suffixes: str) -> dict[str, bytes]:
    return {path: content for path, content in done.files.items() if path.endswith(suffixes)}


def test_nothing_of_it_becomes_an_element_or_an_attribute(built: Outcome) -> None:
    for path, content in of_type(built, ".html").items():
        page = parse(content)
        assert not [
            script for script in page.iter("script") if "alert" in (script.text or "") and "json" not in script.get("type", "")
        ], path
        assert not page.xpath("//@onmouseover | //@onerror | //@onclick"), path
        assert not page.xpath("//@href[starts-with(normalize-space(.), 'javascript:')]"), path
        for data in page.iter("script"):
            if data.get("type") == "application/ld+json":
                json.loads(data.text or "")


def test_it_can_be_read_as_the_words_it_is(built: Outcome) -> None:
    page = parse(built.files["site/issues/pilot-hours/index.html"])
    assert HARM in " ".join((page.findtext(".//h1") or "").split())
    assert "{{7*7}}" in built.files["site/feed.xml"].decode(), "no template is run in it"
    assert "49" not in re.findall(r"\b49\b", "".join(map(str, page.itertext())))


def test_feeds_and_lists_stay_well_formed(built: Outcome) -> None:
    assert len(of_type(built, ".xml")) > 2
    for content in of_type(built, ".xml", ".svg").values():
        fromstring(content)  # noqa: S314  # the project's own output
    for content in of_type(built, ".json").values():
        json.loads(content)


def test_no_header_is_added_to_a_message(built: Outcome) -> None:
    messages = of_type(built, ".eml")
    assert messages
    for content in messages.values():
        message = email.message_from_bytes(content, policy=email.policy.default)
        assert message["Bcc"] is None
        assert not message.defects
        assert len(message.get_all("Subject") or ()) == 1
    subjects = {str(email.message_from_bytes(one, policy=email.policy.default)["Subject"]) for one in messages.values()}
    assert SUBJECT in subjects


def test_a_subject_that_mail_programs_would_decode_into_another_is_refused(tmp_path: Path) -> None:
    copy = EVERY_FORM[ISSUE].replace("follows: 1\n", "follows: 1\nemail: {subject: '=?utf-8?q?Another?='}\n")
    (tmp_path / "vault").mkdir()
    done = outcome(site(tmp_path / "project", {**EVERY_FORM, ISSUE: copy}).parent, tmp_path / "vault", checked=False)
    assert not done.built
    assert "the subject does not read back as written" in done.log


@pytest.mark.parametrize("field", ["title", "kicker", "series", "email: {subject"])
def test_a_line_break_that_would_begin_a_header_is_refused_or_folded(field: str, tmp_path: Path) -> None:
    line = f'{field}: "{HEADER}"' + ("}" if "{" in field else "")
    copy = re.sub(rf"^{re.escape(field.partition(':')[0])}: .*$", lambda _: line, EVERY_FORM[ISSUE], count=1, flags=re.MULTILINE)
    copy = copy if line in copy else copy.replace("follows: 1\n", f"follows: 1\n{line}\n")
    (tmp_path / "vault").mkdir()
    done = outcome(site(tmp_path / "project", {**EVERY_FORM, ISSUE: copy}).parent, tmp_path / "vault", checked=False)
    for content in of_type(done, ".eml").values():
        assert email.message_from_bytes(content, policy=email.policy.default)["Bcc"] is None
