"""Runs are kept from Markdown, and from its patterns, where these would change nothing, and that changes nothing."""

from __future__ import annotations

import re
from xml.etree.ElementTree import tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading import markdown

_MARKUP = st.sampled_from(
    ("*a*", "_a_", "**a**", "__b__", "`a`", "\\*", "\\_", "\\[", "[a](L0)", "![image](L0)", "[", "`", "_", "*")
)
_TEXTS = st.lists(
    st.lists(st.one_of(_MARKUP, st.text(alphabet="ab `\\[]()!*_<>&{}\n'\"“”=^:L0", max_size=30)), max_size=4).map(" ".join),
    max_size=6,
)


@given(texts=_TEXTS)
def test_a_run_without_markup_reads_the_same_without_markdown(texts: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "_MARKUP", re.compile(""))
        patch.setattr(markdown, "_KEPT", dict.fromkeys(markdown._KEPT, ("",)))
        stock = markdown.element_trees(texts)
    assert [tostring(element) for element in markdown.element_trees(texts)] == [tostring(element) for element in stock]


def test_patterns_that_have_no_form_in_every_edition_are_not_read() -> None:
    for text in ("<b>*a*</b>", "&amp; *a*", "<https://a.example> *a*", "*a*  \nb"):
        (element,) = markdown.element_trees([text])
        before, _, after = text.partition("*a*")
        assert [child.tag for child in element] == ["em"]
        assert (element.text or "", element[0].tail or "") == (before, after)
