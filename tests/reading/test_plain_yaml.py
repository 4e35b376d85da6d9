"""YAML that is written plainly is read without a parser, and that changes nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.diagnostics import Reading
from briefing.reading import yaml_plain, yaml_source
from briefing.reading.yaml_faults import YamlText
from briefing.reading.yaml_nodes import Section
from briefing.reading.yaml_plain import plain_section
from briefing.reading.yaml_source import read_section

_SIGNS = "\ufffd\U000e0101ab: ,[]{}\"'#-?!&*|>%@`~=<./\\1é…\u00a0\t\ufeff\U0001f6a2"
_VALUES = st.one_of(
    st.sampled_from(
        (
            *("Night berthing", "harbour-board", "2031-05", "https://board.example/1?a=b", "“The rule”", "07:00", "a b  c "),
            *("[a, b-c]", '[a b, "c, d"]', "[a,b]", "[]", "[[a], b]", "{by: foi}", "{by: foi, to: [Harbour Watch, b]}", "{}"),
            *('{a: "@b", c: d}', "{a: {b: c}}", "{a:b}", '"a # b"', "'a'", '"a" b', '"a\\tb"', "a #b", "a # b", "a: b", "a:"),
            *(
                "- a",
                "|",
                ">",
                "&a b",
                "*a",
                "!!str a",
                "~",
                "null",
                "yes",
                "<<",
                "",
                " ",
                "a: - b",
                "[a, b] # c",
                "a\\",
                "=",
                "- ",
            ),
        )
    ),
    st.text(alphabet=_SIGNS, max_size=8),
)
_KEYS = st.sampled_from(
    ("kind", "issued", "released-to", "a", "on", "<<", "A", "é", '"a"', "a b", "?", "-", "1", "a:b", "{a}", "y" * 90)
)
_LINES = st.one_of(
    st.builds(
        "{}{}:{}{}".format,
        st.sampled_from(("", "", "", "  ", "    ", " ")),
        _KEYS,
        st.sampled_from((" ", " ", "  ", "")),
        _VALUES,
    ),
    st.sampled_from(
        ("", "# a", "  # a", "---", "...", "- a", "  - a", "a", "  a", "%YAML 1.1", "[a]", "a:", "replies:", "\t", "  ")
    ),
)
_FILES = st.builds(
    "".join, st.lists(st.builds("{}{}".format, _LINES, st.sampled_from(("\n", "\n", "\n", "\r\n", ""))), max_size=6)
)


def parsed(source: YamlText) -> Reading[Section]:
    """What the parser has to say of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_source, "plain_section", lambda _: None)
        return read_section(source)


@given(text=_FILES, start=st.sampled_from((0, 4)))
def test_a_plain_file_reads_the_same_by_a_parser(text: str, start: int) -> None:
    source = YamlText("x.yml", text, start)
    if (section := plain_section(source)) is not None:
        assert parsed(source) == Reading(section)


@pytest.mark.parametrize(
    "text",
    [
        "kind: letter\nlevel: named\nissued: 2031-05\n",
        "# ours\n\nkind: letter\n\nlevel: named",
        "obtained: {by: foi, released-to: [Harbour Watch, b]}\nevidence: [letter.txt]\n",
        'title: “Rosters”, 07:00  \nemail:\n  subject: a\n  send: no\nreplies: {a-b: "@c"}\n',
    ],
)
def test_what_is_written_plainly_needs_no_parser(text: str) -> None:
    source = YamlText("x.yml", text)
    assert parsed(source) == Reading(plain_section(source))


@pytest.mark.parametrize(
    "text",
    [
        "a: b: c\n",
        "a: 'b'\n",
        "a: b\n  c\n",
        "a: [b\n",
        "a: b #c\n",
        "a:\n",
        "a:\nb: c\n",
        "a: !b c\n",
        "- a\n",
        "",
        "a: b\r\n",
        "a: b\na: c\n",
        "a: {b: c, b: d}\n",
    ],
)
def test_what_is_not_is_left_to_a_parser(text: str) -> None:
    assert plain_section(YamlText("x.yml", text)) is None


def test_a_file_that_were_taken_for_plain_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_plain, "_LINE", re.compile(yaml_plain._LINE.pattern.replace("[^#:\\n]*(?:", "[^\\n]*(?:")))
    source = YamlText("x.yml", "a: b: c\n")
    assert plain_section(source) is not None
    assert parsed(source).value is None
