"""Every rule of the preflight is seen to catch the fault that it is there for; all that is quoted here is invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefing.diagnostics import Diagnostic, Severity
from briefing.model import (
    Archive,
    Block,
    EmailOptions,
    External,
    Heading,
    Issue,
    Link,
    Note,
    NoteGroup,
    Paragraph,
    Provider,
    Text,
    Tree,
)
from briefing.proofs import Outputs
from briefing.proofs.preflight import RULES, Preflight
from briefing.testing import sample_archive
from tests.editions.email.long_issue import long_issue
from tests.editions.email.mailed import of_blocks, outputs, sample_issue, sender, with_issue

HTML, TEXT, MESSAGE = "email.html", "email.txt", "email.eml"


def found(whole: Outputs) -> list[Diagnostic]:
    return list(Preflight().prove(whole))


def planted(file: str, old: str, new: str, issue: Issue | None = None) -> Outputs:
    """The email of one issue with one place of one file changed."""
    whole = outputs(with_issue(issue or sample_issue()))
    key = (Tree.DIST, f"email/{(issue or sample_issue()).slug}/{file}")
    content = whole.files[key].decode()
    assert old in content
    return replace(whole, files={**whole.files, key: content.replace(old, new, 1).encode()})


def codes(whole: Outputs) -> set[str]:
    return {finding.code for finding in found(whole)}


@pytest.mark.parametrize("archive", [sample_archive(), with_issue(long_issue())], ids=["sample", "long"])
def test_our_own_emails_pass(archive: Archive) -> None:
    assert found(outputs(archive)) == []


def test_there_are_as_many_codes_as_checks_that_are_made_in_a_build() -> None:
    from briefing.diagnostics.codes import CODES  # noqa: PLC0415 - only here

    numbered = {int(code[2:]) for code in CODES if code.startswith("E2")}
    tested_elsewhere = {16, 17, 29, 43, 45, 46}
    proofs_of_all_editions = {8, 10}
    assert numbered | tested_elsewhere | proofs_of_all_editions == set(range(1, 47))
    assert len(RULES) == len(set(RULES))


IN_THE_HTML = {
    "E201": ("<h1 ", f"<p>{'x' * 90_000}</p><h1 "),
    "E203": ("</style>", "</style><style></style>"),
    "E205": ("<h1 ", "&#146;<h1 "),
    "E206": ('<meta charset="utf-8">', ""),
    "E207": ("<h1 ", " <h1 "),
    "E209": ("<h1 ", "<!-- ask again --><h1 "),
    "E211": ("#note-1", "#note-77"),
    "E213": ("<h1 ", '<p style="position:sticky"></p><h1 '),
    "E218": ("<h1 ", "<p>words</p><h1 "),
    "E219": ("margin:0 0 18px", "margin:0 0 18rem"),
    "E220": ("margin:0 0 18px", "margin:0 !important"),
    "E221": ('role="presentation" width', "width"),
    "E222": ("<h1 ", "<script></script><h1 "),
    "E223": ('<div class="b" lang="en-GB"', '<div class="b" lang="fr"'),
    "E224": ("<title>", "<title>x "),
    "E225": ("color:#595650", "color:#999590"),
    "E226": ("font:18px/1.6", "font:13px/1.6"),
    "E227": ("View online", "Click here"),
    "E230": ('href="https://lantern.example', 'href="https://localhost'),
    "E231": ('href="https://lantern.example/bulletin/issues/pilot-hours/#note-1"', 'href="#note-1"'),
    "E236": ("{{unsubscribe_url}}", ""),
    "E237": ("View online", "View *|ONLINE|*"),
    "E238": ("Unsubscribe", "Leave"),
}


@pytest.mark.parametrize("code", list(IN_THE_HTML))
def test_a_fault_in_the_html_is_caught(code: str) -> None:
    assert code in codes(planted(HTML, *IN_THE_HTML[code]))


@pytest.mark.parametrize(
    "new",
    ["<p", "<P></P>", "<p style='x'></p>", "<b>bold</b></p>", "</td>", "<p><p>", "<!-- open"],
    ids=ascii,
)
def test_html_that_is_not_written_as_ours_is_never_guessed_at(new: str) -> None:
    assert "E213" in codes(planted(HTML, "<h1 ", f"{new}<h1 "))


@pytest.mark.parametrize("before", ["<html", "</html>"])
def test_brackets_around_nothing_close_nothing(before: str) -> None:
    assert "E213" in codes(planted(HTML, before, f"<>{before}"))


@pytest.mark.parametrize(
    "reference", ["&#0;", "&#x92;", "&#133;", "&#8238;", "&#x2066;", "&#65279;", "&#65533;", "é", "\x07", "&#11;"], ids=ascii
)
def test_characters_that_are_not_safe_are_caught(reference: str) -> None:
    assert "E205" in codes(planted(HTML, "<h1 ", f"{reference}<h1 "))


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (MESSAGE, "List-Id: ", "X-List-Id: ", "E209"),
        (MESSAGE, "List-Id: ", "List-ID-was: ", "E242"),
        (MESSAGE, "List-Unsubscribe: <", "List-Unsubscribe: <mailto:", "E242"),
        (MESSAGE, "List-Unsubscribe=One-Click", "One-Click", "E242"),
        (MESSAGE, "Feedback-ID: issue-", "Feedback-ID: reader-17:issue-", "E242"),
        (MESSAGE, "Message-ID: <", "Message-ID: <0", "E207"),
        (MESSAGE, "Date: Fri, 16 May", "Date: Sat, 17 May", "E207"),
        (MESSAGE, "text/plain", "text/html", "E241"),
        (MESSAGE, "altered", "filed", "E241"),
        (MESSAGE, "Subject: ", "Subject: Re: ", "E239"),
        (MESSAGE, "Subject: ", "Subject: =?utf-8?b?x?= ", "E239"),
        (MESSAGE, "Subject: ", "Subject: =?no-such-charset?q?x?= ", "E239"),
        (MESSAGE, "Subject: ", f"List-Owner: {'x' * 1000}\r\nSubject: ", "E204"),
        (TEXT, "{{unsubscribe_url}}", "{{unsubscribe_url}} ", "E236"),
        (TEXT, "Unsubscribe", "Leave", "E238"),
        (TEXT, "\n---\n", f"\n{'word ' * 20}\n---\n", "E241"),
    ],
)
def test_a_fault_in_the_text_or_the_message_is_caught(file: str, old: str, new: str, code: str) -> None:
    assert code in codes(planted(file, old, new))


def link(address: str, words: str = "the guild’s page") -> Paragraph:
    return Paragraph("", (Link(External(address), (Text(words),)),))


@pytest.mark.parametrize(
    ("issue", "code"),
    [
        (of_blocks(link("https://intranet/x")), "E230"),
        (of_blocks(link("https://10.0.0.7/x")), "E230"),
        (of_blocks(link("https://ines:secret@guild.example/")), "E230"),
        (of_blocks(link("https://guild.example/", "guild.example/other")), "E232"),
        (of_blocks(link(f"https://guild.example/{'x' * 2000}")), "E232"),
        (of_blocks(link("https://guild.example/?utm_source=lantern")), "E233"),
        (of_blocks(link("https://guild.example/", "here")), "E227"),
        (of_blocks(link("https://guild.example/a"), link("https://guild.example/b")), "E227"),
        (of_blocks(Heading("", 2, (Text("Locks"),)), Heading("", 4, (Text("Tides"),))), "E224"),
        (sample_issue(email=EmailOptions("x" * 79)), "E239"),
        (sample_issue(description=""), "E240"),
        (
            sample_issue(
                description="The harbour’s rest rule exists on paper only",
                email=EmailOptions("The harbour’s rest rule exists on paper only"),
            ),
            "E240",
        ),
        (of_blocks(notes=(Note(1, NoteGroup.DOCUMENTS, "A letter", "letter"),)), "E211"),
        (of_blocks(*(Paragraph("", (Text("word " * 200),)) for _ in range(100))), "E201"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_fault_that_copy_brings_is_caught(issue: Issue, code: str) -> None:
    errors = [finding for finding in found(outputs(with_issue(issue))) if finding.severity is Severity.ERROR]
    assert code in {finding.code for finding in errors}


@pytest.mark.parametrize(
    ("issue", "code"),
    [
        (of_blocks(link("http://guild.example/")), "E230"),
        (of_blocks(*(link(f"https://guild.example/{n}", f"page {n}") for n in range(70))), "E235"),
        (of_blocks(*(link("https://guild.example/") for _ in range(25))), "E235"),
        (sample_issue(email=EmailOptions("x" * 61)), "E239"),
        (sample_issue(email=EmailOptions("READ THIS")), "E239"),
        (sample_issue(email=EmailOptions("Rosters!!")), "E239"),
        (sample_issue(description="Rosters again"), "E240"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_only_unwise_is_a_warning(issue: Issue, code: str) -> None:
    assert {(finding.code, finding.severity) for finding in found(outputs(with_issue(issue)))} == {(code, Severity.WARNING)}


@pytest.mark.parametrize("words", ["Node.js", "e.g", "U.S", "guild.example", "https://guild.example/", "www.guild.example"])
def test_a_name_with_a_dot_is_no_address_and_an_address_that_is_shown_may_leave_out_its_scheme(words: str) -> None:
    assert "E232" not in codes(outputs(with_issue(of_blocks(link("https://guild.example/", words)))))


@pytest.mark.parametrize("words", ["guild.org", "guild.co.uk", "www.other.example", "https://guild.example/b", "guild.example/b"])
def test_an_address_that_is_shown_is_the_one_it_leads_to(words: str) -> None:
    assert "E232" in codes(outputs(with_issue(of_blocks(link("https://guild.example/a", words)))))


def test_two_issues_with_one_subject_are_told() -> None:
    archive = sample_archive()
    same = tuple(replace(issue, email=EmailOptions("Our briefing")) for issue in archive.issues)
    (finding,) = found(outputs(replace(archive, issues=same)))
    assert (finding.code, finding.severity, finding.about) == ("E244", Severity.WARNING, "Our briefing")


def test_a_source_without_an_address_may_not_be_linked() -> None:
    issue = sample_issue()
    note = next(note for note in issue.notes if note.url)
    whole = outputs(with_issue(issue))
    bare = replace(issue, notes=tuple(replace(one, url="") if one is note else one for one in issue.notes))
    assert "E212" in codes(replace(whole, archive=replace(whole.archive, issues=(bare,))))


def test_evidence_must_be_marked_where_clicks_are_counted() -> None:
    tracker = Provider("tern", "{{unsubscribe_url}}", rewrites_links=True, no_track="tern:off")
    whole = outputs(with_issue(sample_issue(), sender=sender(provider=tracker)))
    assert found(whole) == []
    key = (Tree.DIST, "email/pilot-hours/email.html")
    bare = replace(whole, files={**whole.files, key: whole.files[key].replace(b" tern:off", b"").replace(b"tern:off ", b"")})
    assert "E234" in codes(bare)


def test_rewritten_links_count_towards_the_size_that_gmail_cuts_at() -> None:
    tracker = Provider("tern", "{{unsubscribe_url}}", rewrites_links=True, no_track="tern:off")
    many = of_blocks(*(link(f"https://guild.example/{n}", f"page {n}") for n in range(280)))
    assert "E202" in codes(outputs(with_issue(many, sender=sender(provider=tracker))))


def test_words_of_the_copy_are_named_so_that_the_press_can_find_them() -> None:
    (finding,) = found(outputs(with_issue(of_blocks(link("https://guild.example/", "here")))))
    assert finding.about == "https://guild.example/"


def test_an_email_that_is_too_long_names_the_sections_to_cut() -> None:
    blocks: list[Block] = []
    for name, words in (("Short", 50), ("Endless", 12_000), ("Brief", 80)):
        blocks += [Heading("", 2, (Text(name),)), Paragraph("", (Text("word " * words),))]
    (finding,) = [one for one in found(outputs(with_issue(of_blocks(*blocks)))) if one.code == "E201"]
    assert finding.about == "Endless"
    assert finding.notes[0].endswith("bytes: Endless")


def dark_style(change: Callable[[str], str]) -> Outputs:
    whole = outputs(with_issue(sample_issue()))
    key = (Tree.DIST, "email/pilot-hours/email.html")
    return replace(whole, files={**whole.files, key: change(whole.files[key].decode()).encode()})


def test_the_dark_design_is_read_as_a_program_applies_it() -> None:
    def pale_muted(html: str) -> str:
        return html.replace(".b .m{color:#aca79c", ".b .m{color:#403c38")

    assert "E225" in codes(dark_style(pale_muted))
    assert "E225" not in codes(dark_style(lambda html: html.replace(".b .m{color", ".b .x{color")))


@pytest.mark.parametrize(
    "change", ["color:#ffffff!important", "/* note */", "@media (x) { @media (y) { a {color:#ffffff !important} } }"]
)
def test_a_style_element_that_programs_would_drop_is_caught(change: str) -> None:
    assert "E220" in codes(planted(HTML, "</style>", f"{change}</style>"))
