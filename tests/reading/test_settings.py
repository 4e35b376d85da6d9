"""Every body, place and person here is invented."""

from __future__ import annotations

from datetime import time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.desk import Settings
from briefing.diagnostics import Reading, Severity
from briefing.model import GENERIC, Author, Cadence, Contact, Imprint, Provider, Publication, Sender, Topic
from briefing.reading.settings import read_settings
from tests.characters import ANY
from tests.reading.placed import marked, placed

SITE = "site_name: The Pilotage Lantern\nsite_url: https://lantern.example/\n"


def read(text: str) -> Reading[Settings]:
    return read_settings("mkdocs.yml", text)


def configured(lines: str) -> str:
    """A mkdocs.yml whose plug-in has these settings; the first of them stands in line 5, column 7."""
    return f"{SITE}plugins:\n  - briefing:\n" + "".join(f"      {line}\n" for line in lines.splitlines())


def value(text: str) -> Settings:
    reading = read(text)
    assert not reading.findings
    assert reading.value is not None
    return reading.value


def test_two_lines_and_the_plug_in_are_enough() -> None:
    settings = value(f"{SITE}plugins: [briefing]\n")
    assert settings.publication == Publication(
        title="The Pilotage Lantern",
        url="https://lantern.example/",
        description="",
        language="en-GB",
        timezone=ZoneInfo("UTC"),
    )
    assert (settings.sources_dir, settings.site_dir, settings.dist_dir, settings.drafts_dir) == (
        "sources",
        "site",
        "dist",
        "drafts",
    )
    assert (settings.issue_time, settings.publish, settings.repo_is_private, settings.repo_linked) == (
        time(0, 0),
        (),
        False,
        False,
    )


@pytest.mark.parametrize(
    ("theme", "folder"),
    [
        ("{name: material, custom_dir: our/theme}", "our/theme"),
        ("material", ""),
        ("{name: material, logo: !ENV X}", ""),
        ("", ""),
    ],
)
def test_the_publications_own_theme_is_where_mkdocs_is_told_of_it(theme: str, folder: str) -> None:
    assert value(f"{SITE}plugins: [briefing]\ntheme: {theme}\n").theme_dir == folder


def test_without_docs_dir_the_folder_is_the_one_mkdocs_takes() -> None:
    assert value(f"{SITE}plugins: [briefing]\n").docs_dir == "docs"


def test_every_setting_can_be_read() -> None:
    text = f"""\
{SITE}site_description: Harbour pilotage and its oversight
docs_dir: content
site_dir: out/site
repo_url: https://code.example/lantern
use_directory_urls: true
theme: {{name: material, font: false}}
nav: [{{About: about.md}}]
plugins:
  - search
  - briefing:
      language: en
      timezone: Europe/London
      cadence: {{every: 2 weeks, on: friday, at: 07:00}}
      strapline: Our fortnightly briefing — write to us in confidence.
      topics: {{safety: Safety, money: "Money: who pays"}}
      authors:
        harbour-editor: {{name: Ines Calloway, email: ines@lantern.example}}
      contact: {{email: c@lantern.example, signal: lantern.01, key: keys/desk.asc, onion: "http://lantern.onion/"}}
      imprint:
        publisher: Lantern Press
        address: |
          2 Quay Row,
          Port Sallow
        editor: Ines Calloway
      sources_dir: ../register
      dist_dir: out/dist
      drafts_dir: unpublished
      publish: [CNAME, .well-known/, keys/*.asc]
      pulls: [web, feeds]
      house_style: {{}}
      feeds: {{items: 30, hub: https://hub.example/}}
      email:
        from: {{name: Lantern, address: bulletin@lantern.example}}
        reply_to: desk@lantern.example
        postal_address: 2 Quay Row, Port Sallow
        reason: You asked for it.
        list_id: bulletin.lantern.example
        provider: generic
        subscribe_url: https://lists.example/subscribe
      repo_is_private: true
"""
    settings = value(text)
    assert settings.publication == Publication(
        title="The Pilotage Lantern",
        url="https://lantern.example/",
        description="Harbour pilotage and its oversight",
        language="en",
        timezone=ZoneInfo("Europe/London"),
        strapline="Our fortnightly briefing — write to us in confidence.",
        authors=(Author("harbour-editor", "Ines Calloway", "ines@lantern.example"),),
        topics=(Topic("safety", "Safety"), Topic("money", "Money: who pays")),
        contact=Contact("c@lantern.example", "lantern.01", "keys/desk.asc", "http://lantern.onion/"),
        imprint=Imprint("Lantern Press", "2 Quay Row, Port Sallow", "Ines Calloway"),
        cadence=Cadence("2 weeks", "friday", "07:00"),
        sender=Sender(
            "Lantern",
            "bulletin@lantern.example",
            "2 Quay Row, Port Sallow",
            "desk@lantern.example",
            "You asked for it.",
            "bulletin.lantern.example",
            GENERIC,
            "https://lists.example/subscribe",
        ),
        pulls=frozenset({"web", "feeds"}),
        feed_items=30,
        feed_hub="https://hub.example/",
    )
    assert (settings.docs_dir, settings.site_dir, settings.sources_dir) == ("content", "out/site", "../register")
    assert (settings.dist_dir, settings.drafts_dir) == ("out/dist", "unpublished")
    assert settings.publish == ("CNAME", ".well-known/", "keys/*.asc")
    assert settings.issue_time == time(7, 0)
    assert settings.repo_is_private
    assert settings.repo_linked
    place = settings.spans["email.provider"]
    assert text[place.start : place.end] == "generic"
    assert settings.spans["repo_url"].path == "mkdocs.yml"
    assert "theme" not in settings.spans


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins: [briefing]",
        "plugins:\n  - search\n  - briefing",
        "plugins:\n  - briefing:\n",
        "plugins:\n  - briefing: {}\n",
        "plugins: {search: {}, briefing: {}}",
        "plugins:\n  briefing:\n",
    ],
)
def test_the_plug_in_can_be_named_in_every_way_mkdocs_knows(plugins: str) -> None:
    assert value(f"{SITE}{plugins}\n").publication.title == "The Pilotage Lantern"


def test_what_is_not_ours_may_hold_what_mkdocs_allows() -> None:
    text = f"""\
{SITE}theme: &theme
  name: material
  custom: !ENV [THEME, "x"]
extra: {{copy: *theme, bad key with a zero\u200bwidth: 1}}
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
hooks: {{<<: *theme, a: 1, a: 2}}
plugins: [briefing]
"""
    assert not read(text).findings


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://lantern.example", "https://lantern.example/"),
        ("https://lantern.example/", "https://lantern.example/"),
        ("https://host.example/repo", "https://host.example/repo/"),
        ("https://host.example/repo//", "https://host.example/repo/"),
        ("http://localhost:8000", "http://localhost:8000/"),
    ],
)
def test_the_publication_s_address_ends_in_a_slash(written: str, kept: str) -> None:
    text = f"site_name: x\nsite_url: {written}\nplugins: [briefing]\n"
    assert value(text).publication.url == kept


def test_an_email_without_a_name_or_reason_gets_the_publication_s() -> None:
    sender = value(configured("email: {from: {address: a@b.example}, postal_address: 2 Quay Row}")).publication.sender
    assert sender == Sender(
        "The Pilotage Lantern", "a@b.example", "2 Quay Row", reason="You get this because you subscribed to The Pilotage Lantern."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1 F501"),
        (SITE, "1:1 F501"),
        (f"{SITE}plugins: [search]\n", "3:1 F501"),
        (f"{SITE}plugins:\n", "3:1 F501"),
        (f"{SITE}plugins: [briefing, briefing]\n", "3:21 F103"),
        (f"{SITE}plugins: *x\n", "3:10 F508"),
        (f"{SITE}plugins: [briefing: 5]\n", "3:21 F203"),
        (f"{SITE}plugins: [briefing: [a]]\n", "3:21 F203"),
        (f"{SITE}plugins: [briefing: !ENV x]\n", "3:21 F108"),
        (f"{SITE}plugins: [briefing]\nsite_name: y\n", "4:1 F103"),
        (f"{SITE}plugins: [briefing]\nuse_directory_urls: false\n", "4:21 F503"),
        (f"{SITE}plugins: [briefing]\nuse_directory_urls: NO\n", "4:21 F503"),
        (f"{SITE}plugins: [briefing]\ndocs_dir: !ENV D\n", "4:11 F508"),
        (f"{SITE}plugins: [briefing]\ndocs_dir: [a]\n", "4:11 F203"),
        (f"{SITE}plugins: [briefing]\ntheme: {{name: material, custom_dir: !ENV T}}\n", "4:37 F508"),
        (f"{SITE}plugins: [briefing]\ndocs_dir: sources\n", "4:11 F505"),
        ("- a\n", "1:1 F111"),
        ("site_name: x: y\n", "1:12 F102"),
        ("site_url: https://a.example/\nplugins: [briefing]\n", "1:1 F202"),
        ("site_name: x\nplugins: [briefing]\n", "1:1 F202"),
        ("site_name: x\nsite_url:\nplugins: [briefing]\n", "2:10 F206"),
        *(
            (f"site_name: x\nsite_url: {url}\nplugins: [briefing]\n", "2:11 F502")
            for url in (
                "lantern.example",
                "/bulletin/",
                "//lantern.example/",
                "ftp://lantern.example/",
                "javascript:alert(1)",
                "https://",
                "https:///x",
                "https://lantern.example/?a=1",
                "https://lantern.example/#a",
                "https://lanterne-à-gaz.example/",
                "https://ada:key@lantern.example/",
                "https://lantern.example:port/",
                "https://[lantern/",
                "'https://lantern.example/a b/'",
            )
        ),
        ("site_name: x\nsite_url: !ENV [URL, y]\nplugins: [briefing]\n", "2:11 F508"),
    ],
)
def test_every_fault_of_the_file_is_one_finding_at_its_place(text: str, expected: str) -> None:
    if expected.endswith("F505"):
        text, expected = text.replace("[briefing]", "[briefing: {sources_dir: sources}]"), "3:35 F505"
    reading = read(text)
    assert placed(text, reading.findings) == [expected]
    assert reading.value is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("langage: en", "5:7 F201"),
        ("language: de", "5:17 F312"),
        ("language: [en]", "5:17 F203"),
        ("timezone: Europe/Londn", "5:17 F504"),
        ("timezone: Europe", "5:17 F504"),
        ("timezone: ../../etc/passwd", "5:17 F504"),
        ("timezone: /etc/localtime", "5:17 F504"),
        ("timezone: GMT 1", "5:17 F504"),
        (f"timezone: {'a' * 5000}", "5:17 F504"),
        ("cadence: fortnightly", "5:16 F203"),
        ("cadence: {every: now and then}", "5:24 F205"),
        ("cadence: {every: 2 weeks, on: fryday}", "5:37 F205"),
        ("cadence: {at: 7}", "5:21 F203"),
        ("cadence: {at: 25:00}", "5:21 F204"),
        ("cadence: {evry: 2 weeks}", "5:17 F201"),
        ("strapline: a: b", "5:18 F102"),
        ("strapline: *x", "5:18 F109"),
        ("strapline: a\u200bb", "5:19 F112"),
        ("topics: [safety]", "5:15 F203"),
        ("topics: {Safety First: Safety}", "5:16 F401"),
        ("topics: {safety: [Safety]}", "5:24 F203"),
        ("topics: {safety: a, safety: b}", "5:27 F103"),
        ("authors: {ines: Ines Calloway}", "5:23 F203"),
        ("authors: {ines: {email: ines@lantern.example}}", "5:23 F202"),
        ("authors: {ines: {name: Ines, email: ines}}", "5:43 F507"),
        ("contact: {email: 'a@b'}", "5:24 F507"),
        ("contact: {email: 'a b@c.example'}", "5:24 F507"),
        ("contact: {email: 'a@c.example, d@e.example'}", "5:24 F507"),
        ("contact: {phone: 1}", "5:17 F201"),
        ("contact: {key: '../desk.asc'}", "5:22 F404"),
        ("contact: {key: 'javascript:x'}", "5:22 F404"),
        ("contact: {onion: lantern.onion}", "5:24 F404"),
        ("imprint: {adress: x}", "5:17 F201"),
        ("sources_dir: docs/sources", "5:20 F505"),
        ("sources_dir: ./docs", "5:20 F505"),
        ("sources_dir: .", "5:20 F505"),
        ("drafts_dir: docs/issues/../drafts", "5:19 F505"),
        ("dist_dir: {a: b}", "5:17 F203"),
        ("publish: ../keys", "5:16 F307"),
        ("publish: [/etc/*]", "5:17 F307"),
        ("pulls: [web, print]", "5:20 F205"),
        ("pulls: {web: true}", "5:14 F203"),
        ("house_style: {dashes: spaced}", "5:21 F201"),
        ("house_style: {alt_text: long}", "5:31 F203"),
        ("house_style: {acronyms: {UK: yes}}", "5:31 F203"),
        ("house_style: strict", "5:20 F203"),
        ("feeds: 20", "5:14 F203"),
        ("feeds: {items: 0}", "5:22 F203"),
        ("feeds: {items: many}", "5:22 F203"),
        ("feeds: {items: 101}", "5:22 F203"),
        ("feeds: {hub: hub.example}", "5:20 F404"),
        ("email: true", "5:14 F203"),
        ("email: {postal_address: x}", "5:14 F202"),
        ("email: {from: {address: a@b.example}}", "5:14 F202"),
        ("email: {from: a@b.example, postal_address: x}", "5:21 F203"),
        ("email: {from: {name: x}, postal_address: x}", "5:21 F202"),
        ("email: {from: {address: a@b.example}, postal_adress: x}", "5:45 F201"),
        ("email: {from: {address: a@b.example}, postal_address: x, provider: '{{x}}'}", "5:74 F205"),
        ("email: {from: {address: a@b.example}, postal_address: x, provider: listmonk}", "5:74 F205"),
        ("email: {from: {address: a@b.example}, postal_address: x, list_id: <a.b>}", "5:73 F203"),
        ('email: {from: {name: "a\\r\\nBcc: x", address: "a@b.example\\r\\nBcc: x"}, postal_address: x}', "5:52 F507"),
        ("repo_is_private: perhaps", "5:24 F203"),
    ],
)
def test_every_fault_of_a_setting_is_one_finding_at_its_place(line: str, expected: str) -> None:
    text = configured(line)
    reading = read(text)
    assert placed(text, reading.findings) == [expected]
    assert reading.value is None


def test_a_name_cannot_break_the_line_of_a_header() -> None:
    line = 'email: {from: {name: "a\\r\\nBcc: x", address: a@b.example}, postal_address: x}'
    sender = value(configured(line)).publication.sender
    assert sender is not None
    assert sender.name == "a Bcc: x"


def test_a_misspelt_setting_is_answered_with_the_one_that_was_meant() -> None:
    text = configured("time-zone: Europe/London")
    (finding,) = read(text).findings
    assert finding.label == "did you mean timezone?"
    assert finding.message == "unknown key time-zone"
    assert marked(text, finding) == "time-zone"


def test_a_parent_file_is_a_note_and_not_followed() -> None:
    text = f"INHERIT: ../base.yml\n{SITE}plugins: [briefing]\n"
    reading = read(text)
    assert placed(text, reading.findings) == ["1:1 F506"]
    assert reading.findings[0].severity is Severity.NOTE
    assert reading.value is not None


def test_all_faults_are_told_in_one_run() -> None:
    text = configured("langage: en\ntimezone: Nowhere\nfeeds: 20")
    assert sorted(placed(text, read(text).findings)) == ["5:7 F201", "6:17 F504", "7:14 F203"]


SETTINGS = st.sampled_from(
    [
        *SITE.splitlines(),
        "plugins:",
        "  - briefing:",
        "      topics:",
        "      email: {",
        "}",
        "      timezone: a",
        "a: !b c",
        "- x",
        "<<: *a",
    ]
)


@given(st.one_of(st.text(ANY, max_size=80), st.lists(st.one_of(SETTINGS, st.text(ANY, max_size=12))).map("\n".join)))
def test_any_text_gives_findings_and_never_an_exception(text: str) -> None:
    reading = read(text)
    assert reading.value is not None or reading.findings


@given(st.text(ANY, max_size=30))
def test_any_value_gives_findings_and_never_an_exception(written: str) -> None:
    for key in ("timezone", "language", "publish", "cadence", "email", "contact"):
        reading = read(configured(f"{key}: {written}"))
        assert reading.value is not None or reading.findings


def test_the_providers_that_are_installed_can_be_named() -> None:
    tern = Provider("tern", "%%LEAVE%%")
    reading = read_settings(
        "mkdocs.yml", configured("email: {from: {address: a@b.example}, postal_address: x, provider: tern}"), (GENERIC, tern)
    )
    assert reading.value is not None
    assert reading.value.publication.sender is not None
    assert reading.value.publication.sender.provider == tern
