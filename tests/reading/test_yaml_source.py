from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.diagnostics import Reading
from briefing.reading.yaml_faults import YamlText
from briefing.reading.yaml_nodes import Listing, Node, Scalar, Section
from briefing.reading.yaml_source import read_section
from tests.characters import ANY
from tests.reading.placed import marked, placed


def read(text: str, *, lenient: bool = False) -> Reading[Section]:
    return read_section(YamlText("x.yml", text), lenient=lenient)


def value(text: str, key: str = "a") -> Node | None:
    section = read(text).value
    return section.get(key) if section else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("title: Rosters: the paper rule\nissue: 2\n", "1:8 F102", id="a colon in a value"),
        pytest.param("issue: 2\ntitle: Rosters:\n", "2:8 F102", id="a colon at a value's end"),
        pytest.param("email:\n  subject: Pilots: a rule\n", "2:12 F102", id="a colon in a nested value"),
        pytest.param("title: @pilots\n", "1:8 F102", id="a value that begins with @"),
        pytest.param("title: %rest\n", "1:8 F102", id="a value that begins with %"),
        pytest.param("title: `rest`\n", "1:8 F102", id="a value that begins with a backtick"),
        pytest.param("replies: {harbour-board: @board-reply}\n", "1:26 F102", id="an unquoted citation in braces"),
        pytest.param('title: "Paper" rules\nissue: 2\n', "1:8 F102", id="a value that only begins in quotation marks"),
        pytest.param("title: 'Pilots' hours'\nissue: 2\n", "1:8 F102", id="an apostrophe in single marks"),
        pytest.param("title: [Draft] Rosters\n", "1:8 F102", id="a value that begins with a bracket"),
        pytest.param("title: > Rosters\n", "1:8 F102", id="a value that begins with >"),
        pytest.param("title: - Rosters\n", "1:8 F102", id="a value that begins with a dash"),
        pytest.param("title: *Rosters* rule\n", "1:8 F102", id="emphasis in a value"),
        pytest.param('title: "a \\wrong escape"\n', "1:8 F102", id="an unknown escape"),
        pytest.param("title:Rosters\nissue: 2\n", "1:6 F101", id="no space after a colon"),
        pytest.param("issue: 2\nRosters\ndraft: true\n", "2:1 F101", id="a line without a colon"),
        pytest.param("a: 1\n b: 2\n", "2:3 F101", id="a line indented too far"),
        pytest.param("a:\n  - b\n - c\n", "3:2 F101", id="a list entry indented too little"),
        pytest.param("a: 1\na: 2\n", "2:1 F103", id="a key twice"),
        pytest.param("a: {b: 1, b: 2}\n", "1:11 F103", id="a key twice in braces"),
        pytest.param("a:\n\tb: 1\n", "2:1 F104", id="a tab"),
        pytest.param("a:\n  \tb: 1\n  \tc: 1\n", "2:3 F104", id="tabs after spaces, told once"),
        pytest.param('title: "Rosters\nissue: 2\n', "1:8 F105", id="a quotation mark never closed"),
        pytest.param(
            'title: "Rosters\nreplies:\n  board: "@board-reply"\n', "1:8 F105", id="a quotation mark that closes lines below"
        ),
        pytest.param("kicker:\u00a0Rosters\nissue: 2\n", "1:8 F101", id="a no-break space behind a colon"),
        pytest.param("kicker\u00a0: Rosters\nissue: 2\n", "1:7 F101", id="a no-break space behind a key"),
        pytest.param("replies:\n\u00a0\u00a0board: declined\n", "2:1 F101", id="no-break spaces for indentation"),
        pytest.param("topics: [safety\nissue: 2\n", "1:9 F105", id="a bracket never closed"),
        pytest.param("a: 1\n? [b]\n: 2\n", "2:3 F106", id="a list for a key"),
        pytest.param('"": 1\n', "1:1 F106", id="an empty key"),
        pytest.param("a: " + "[" * 40, "1:27 F107", id="nested deeply"),
        pytest.param("a: !!int 4\n", "1:4 F108", id="a tag"),
        pytest.param("a: !!python/name:posix.system\n", "1:4 F108", id="a tag of Python"),
        pytest.param("a: &b c\n", "1:4 F109", id="an anchor"),
        pytest.param("a: [*b]\n", "1:5 F109", id="an alias"),
        pytest.param("<<: {b: 1}\n", "1:1 F109", id="a merge"),
        pytest.param("a: 1\n---\nb: 1\n", "2:1 F110", id="a second document"),
        pytest.param("- a\n- b\n", "1:1 F111", id="a list at the top"),
        pytest.param("only words\n", "1:1 F111", id="words at the top"),
        pytest.param("a: one\u200btwo\n", "1:7 F112", id="a zero-width space"),
        pytest.param("a: one\x00two\n", "1:7 F112", id="a C0 control"),
        pytest.param("a: one\x92two\n", "1:7 F112", id="a C1 control, from a wrong encoding"),
        pytest.param("a: one\u202etwo\n", "1:7 F112", id="a bidirectional override"),
        pytest.param("a: one\ue000two\n", "1:7 F112", id="a private-use character"),
        pytest.param("a: one\u2028two\n", "1:7 F112", id="a line separator"),
        pytest.param("a: one\ud800two\n", "1:7 F112", id="half a character"),
        pytest.param("a: one\ufefftwo\n", "1:7 F112", id="a byte order mark inside"),
        pytest.param("a: 1 # one\u200bnote\n", "1:11 F112", id="a zero-width space in a comment"),
    ],
)
def test_every_fault_is_one_finding_at_its_place(text: str, expected: str) -> None:
    assert placed(text, read(text).findings) == [expected]


@pytest.mark.parametrize(
    ("text", "paste"),
    [
        ("title: Rosters: the rule\n", 'write: title: "Rosters: the rule"'),
        ("  - on: it said: no\n", '- on: "it said: no"'),
        ('title: "Paper" rules: all\nissue: 2\n', "write: title: '\"Paper\" rules: all'"),
        ("title: 'Pilots' hours'\nissue: 2\n", 'write: title: "Pilots\' hours"'),
        ("title: @pilots\r\nissue: 2\r\n", 'write: title: "@pilots"'),
        ("title:Rosters\nissue: 2\n", "write: title: Rosters"),
        ("replies: {harbour-board: @board-reply}\n", 'put it in quotation marks: "@board-reply"'),
    ],
)
def test_the_help_is_a_line_to_paste_and_the_line_can_be_read(text: str, paste: str) -> None:
    (finding,) = read(text).findings
    assert finding.help[0].endswith(paste)
    if finding.help[0].startswith("write: "):
        assert not read(finding.help[0].removeprefix("write: ")).findings or paste.startswith("-")


def test_a_colon_is_told_in_plain_words() -> None:
    (finding,) = read("title: Rosters: the rule\n").findings
    assert finding.message == "quote the value: it contains a colon"


@pytest.mark.parametrize("written", ["NO", "yes", "1_000", "2018-07", "12:30", "0x1F", "1e3", "~", "null", ".inf", "2031-05-02"])
def test_no_value_is_typed_by_its_looks(written: str) -> None:
    node = value(f"a: {written}\n")
    assert isinstance(node, Scalar)
    assert node.value == written


def test_an_empty_file_is_an_empty_section() -> None:
    for text in ("", "\n", "# only a comment\n", "---\n"):
        reading = read(text)
        assert reading == Reading(reading.value, ())
        assert reading.value is not None
        assert reading.value.entries == ()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("before", ["", "😀 = 𝔸é\n", "\ufeff---\n"])
def test_places_are_characters_of_the_file_whatever_comes_before(before: str, newline: str) -> None:
    yaml = newline.join(
        ["name: 😀 quay 𝔸", "list:", "  - one # a comment", "  - 'two'", "", "text: |", "  three", "  four", "", "last: {a: 5}"]
    )
    text = before + yaml + newline
    section = read_section(YamlText("x.yml", yaml, len(before))).value
    assert section is not None

    def shown(node: Node | None) -> str:
        assert node is not None
        return text[node.span.start : node.span.end]

    listing = section.get("list")
    assert isinstance(listing, Listing)
    assert [shown(item) for item in listing.items] == ["one", "'two'"]
    assert shown(section.get("name")) == "😀 quay 𝔸"
    assert shown(listing) == newline.join(["- one # a comment", "  - 'two'"])
    assert shown(section.get("text")) == newline.join(["|", "  three", "  four"])
    assert shown(section.get("last")) == "{a: 5}"
    assert [shown(entry.key) for entry in section.entries if isinstance(entry.key, Scalar)] == ["name", "list", "text", "last"]


def test_findings_are_placed_in_the_file_not_in_the_yaml() -> None:
    before = "\ufeff---\r\n"
    text = f"{before}name: 😀\r\nname: b\r\n"
    (finding,) = read_section(YamlText("x.yml", text[len(before) :], len(before))).findings
    assert placed(text, [finding]) == ["3:1 F103"]
    assert marked(text, finding) == "name"


def test_emoji_and_flags_of_several_characters_are_let_through() -> None:
    assert not read("a: 👩🏽\u200d⚕️ and 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f\n").findings


def test_a_joiner_between_letters_is_refused() -> None:
    assert placed("a: b\u200dc\n", read("a: b\u200dc\n").findings) == ["1:5 F112"]


def test_several_faults_are_told_in_one_run() -> None:
    text = "a: !x 1\nb: &c 2\nb: 3\n"
    assert placed(text, read(text).findings) == ["1:4 F108", "2:4 F109", "3:1 F103"]


def test_what_is_tagged_or_anchored_is_the_caller_s_business_in_a_lenient_reading() -> None:
    text = "a: !ENV [X, y]\nb: &c {d: !!python/name:e.f }\n<<: *c\na: twice\n"
    assert not read(text, lenient=True).findings


def test_a_lenient_reading_still_says_what_cannot_be_parsed() -> None:
    assert placed("a: b: c\n", read("a: b: c\n", lenient=True).findings) == ["1:4 F102"]
    assert placed("a:\n\tb: c\n", read("a:\n\tb: c\n", lenient=True).findings) == ["2:1 F104"]
    assert placed("a: \x01\n", read("a: \x01\n", lenient=True).findings) == ["1:4 F112"]


def test_aliases_do_not_grow() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20))
    section = read(bomb, lenient=True).value
    assert section is not None
    assert len(section.entries) == 21


YAMLISH = st.text(alphabet=st.sampled_from("ab :-#'\"[]{}&*!|>%@`,?\n\t\\.u20eé😀\u200b\r<=~"), max_size=60)


@given(st.one_of(st.text(ANY, max_size=60), YAMLISH, st.text(alphabet=st.characters(codec=None), max_size=20)), st.booleans())
def test_any_text_gives_findings_and_never_an_exception(text: str, lenient: bool) -> None:
    reading = read(text, lenient=lenient)
    assert reading.value is not None or reading.findings
    for finding in reading.findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
