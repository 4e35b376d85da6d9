"""Copy without anything special in it is passed over quickly, and that changes nothing."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.desk import Draft
from briefing.diagnostics import Reading
from briefing.reading import laying, quotations
from briefing.reading.addresses import Addresses
from briefing.reading.front_matter import read_front_matter
from briefing.reading.issue import read_issue
from briefing.reading.settings import read_settings

_FRONT = """---
title: Night berthing
issue: 3
date: 2031-05-02
description: Barges may lie at the town quay overnight again from Monday
not-quotations: [a b]
---
"""
_BEGINNINGS = (
    "## ",
    "## ‘a b’ ",
    "> ",
    "- ",
    "+ ",
    "1. ",
    "٣. ",
    "___\n",
    "=== a\n",
    "/// a\n",
    "!!! a\n",
    "? ",
    "???+ a\n",
    "::: a\n",
)
_FURTHER = (
    ";--8<-- a\n",
    ":  a\n",
    "[TOC]\n",
    "[^a]: b\n",
    "[a]: b\n",
    "```\n",
    "~~~\n",
    "| a | b |\n|---|---|\n| c | d |\n",
    "    ",
)
_WITHIN = (
    "“a b”",
    '"a b"',
    "it's",
    "‘a’",
    "„a",
    "«a»",
    "==a==",
    "[@b]",
    "[^a]",
    "[a](b)",
    "![a](b)",
    "`a`",
    "\\*",
    "<b>",
    "&amp;",
    "{: .a}",
)
_REST = (
    "~~a~~",
    "^[a]",
    "](a",
    ")[https:",
    "[@b",
    "*a*",
    "**",
    "_",
    "=",
    "~",
    "^",
    "  ",
    "\u00a0",
    "—",
    "a b",
    "é",
    ".",
    "\n",
    "\n\n",
    "\n\n",
)
_PIECES = st.sampled_from(
    [*(f"\n{line}" for line in (*_BEGINNINGS, *_FURTHER)), *(f"\n\n{line}" for line in _BEGINNINGS), *_WITHIN, *_REST]
)
_COPY = st.lists(_PIECES, max_size=16).map("".join)


_SETTINGS = read_settings("mkdocs.yml", "site_name: A\nsite_url: https://a.example/\nplugins: [briefing]\n").value
assert _SETTINGS is not None
_FRONT_MATTER = read_front_matter("content/issues/a.md", _FRONT, _SETTINGS).value
assert _FRONT_MATTER is not None


def _read(copy: str) -> Reading[Draft]:
    assert _FRONT_MATTER is not None
    return read_issue("content/issues/a.md", _FRONT + copy, _FRONT_MATTER, Addresses())


def _same_without_passing_over(copy: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quotations, "plain_until", lambda _: 0)
        patch.setattr(laying, "_MAY_BEGIN", re.compile(""))
        stock = _read(copy)
    assert _read(copy) == stock


@pytest.mark.parametrize("around", ["a {} b", "a{}b c", "## a {} b", "{}b\n\nc", "a\n{}b", "| {} | b |\n|---|---|\n| {} | d |"])
def test_nothing_that_means_something_is_passed_over(around: str) -> None:
    for piece in (*_BEGINNINGS, *_FURTHER, *_WITHIN, *_REST, *string.punctuation):
        _same_without_passing_over(around.replace("{}", piece))


@given(copy=_COPY)
def test_copy_reads_the_same_where_nothing_is_passed_over(copy: str) -> None:
    _same_without_passing_over(copy)
