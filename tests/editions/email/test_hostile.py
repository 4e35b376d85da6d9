"""Copy that looks like markup, like a provider's syntax or like a header comes out as the words it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.editions.email.escaping import escaped, header_text, running
from briefing.model import CodeBlock, EmailOptions, External, Link, Paragraph, Text
from briefing.proofs.same_words import SameWords
from tests.editions.email.mailed import UNSUBSCRIBE, html_of, message_of, of_blocks, outputs, text_of, tree_of, with_issue

HOSTILE = [
    "{{7*7}}",
    "{% raw %}",
    "*|UNSUB|*",
    "%unsubscribe_url%",
    "%%unsub_center_url%%",
    "<%= x %>",
    "${x}",
    "[[x]]",
    "{$unsubscribe}",
    "{{{ pm:unsubscribe }}}",
    UNSUBSCRIBE,
    "<!--[if mso]>",
    "<![endif]-->",
    "]]>",
    "--><script>alert(1)</script>",
    "</td></table>",
    "</style></title></head>",
    '" onmouseover="x',
    "&lt;b&gt; &amp;copy; &#49;",
    "=20 =3D soft=",
    ".",
    "..",
    "From here on",
    "> not quoted",
    "-- ",
    "--",
    "  two  blanks  ",
    "*" * 300,
    "no\u00a0break",
    "thin\u2009space",
    "soft\u00adhyphen",
    "👩‍👩‍👧 e\u0301 العربية",
    "line\nFrom the next\n.\n",
]
SYNTAX = ("{{7", "{%", "*|UNSUB", "%unsub", "%%", "<%", "${", "{$", "{{{", "<script", "<!--[if mso]>alert", 'onmouseover="x')


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_out_as_words(words: str) -> None:
    issue = of_blocks(
        Paragraph("", (Text(words),)),
        Paragraph("", (Link(External("https://a.example/?q=" + words), (Text(words or "x"),)),)),
        CodeBlock(words),
        title=f"Title {words}",
        description=f"Standfirst {words}",
        kicker=words,
    )
    assert list(SameWords().prove(outputs(with_issue(issue)))) == []


@pytest.mark.parametrize("words", HOSTILE)
def test_no_syntax_of_a_provider_stands_in_the_html(words: str) -> None:
    clean = html_of(of_blocks(Paragraph("", (Text("x"),))))
    document = html_of(of_blocks(Paragraph("", (Text(words),)), title=words, email=EmailOptions(words)))
    assert document.count(UNSUBSCRIBE) == 1
    for syntax in SYNTAX:
        assert document.count(syntax) == clean.count(syntax), syntax
    assert document.count("<!--") == clean.count("<!--")
    assert document.count("<td") == clean.count("<td")


def test_in_plain_text_the_placeholder_alone_on_a_line_is_always_ours() -> None:
    copies = (
        Paragraph("", (Text(UNSUBSCRIBE),)),
        CodeBlock(UNSUBSCRIBE),
        Paragraph("", (Text(f"{'x' * 60} {UNSUBSCRIBE} more"),)),
    )
    text = text_of(of_blocks(*copies, kicker=UNSUBSCRIBE))
    assert [line for line in text.split("\n") if line.strip() == UNSUBSCRIBE and not line.startswith(" ")] == [UNSUBSCRIBE]
    assert text.count(UNSUBSCRIBE) == 5


@pytest.mark.parametrize("subject", ["a\nBcc: x@y.example", "a\r\n\r\nbody", "a\x00b\x0b", "a\u2028b"])
def test_a_subject_cannot_begin_another_header(subject: str) -> None:
    message = message_of(of_blocks(email=EmailOptions(subject)))
    assert message["Bcc"] is None
    assert message["Subject"] == header_text(subject)
    assert len(header_text(subject).splitlines()) == 1


def test_control_characters_are_in_no_part() -> None:
    issue = of_blocks(Paragraph("", (Text("a\x07b\x92c\x1bd"),)), CodeBlock("e\x08f\x0cg"))
    for part in (html_of(issue), text_of(issue)):
        assert "abcd" in part
        assert "ef g" in part


def test_a_lone_surrogate_does_not_stop_the_press() -> None:
    issue = of_blocks(
        Paragraph("", (Text("a\ud800b"),)), title="a\ud800b", description="a\ud800b", email=EmailOptions("a\ud800b")
    )
    assert "ab" in text_of(issue)
    assert "ab" in html_of(issue)


def test_escaped_text_reads_back_as_it_was() -> None:
    for words in HOSTILE:
        assert tree_of(f"<p>x{escaped(words)}x</p>").text_content() == f"x{running(words)}x"


def test_a_name_with_a_comma_and_quotation_marks_is_one_name() -> None:
    archive = with_issue(of_blocks())
    assert archive.publication.sender is not None
    sender = replace(archive.publication.sender, name='The "Lantern", Port Sallow\nBcc: x@y.example')
    message = message_of(of_blocks(), sender=sender)
    assert [address.addr_spec for address in message["From"].addresses] == ["bulletin@lantern.example"]
    assert message["From"].addresses[0].display_name == 'The "Lantern", Port Sallow Bcc: x@y.example'
