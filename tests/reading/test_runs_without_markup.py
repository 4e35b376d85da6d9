"""Runs are kept from Markdown, and from its patterns, where these would change nothing, and that changes nothing."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading import markdown
from briefing.reading.plain_markup import fill

_MARKUP = st.sampled_from(
    ("*a*", "_a_", "**a**", "__b__", "`a`", "\\*", "\\_", "\\[", "[a](L0)", "![image](L0)", "[", "`", "_", "*", "[a **b** c](L1)")
)
_PLAINLY = st.lists(
    st.sampled_from(
        (
            "a b",
            " ",
            "*a*",
            "**a b**",
            "[a *b*](L0)",
            "[a](L11)",
            "![image](L0)",
            "*",
            "***",
            "* ",
            "!",
            "[",
            "]",
            "(L0)",
            "<",
            "&amp;",
        )
    ),
    max_size=6,
).map("".join)
_TEXTS = st.lists(
    st.lists(st.one_of(_MARKUP, st.text(alphabet="ab `\\[]()!*_<>&{}\n'\"“”=^:L0", max_size=30)), max_size=4).map(" ".join),
    max_size=6,
)


@given(texts=_TEXTS)
def test_a_run_without_markup_reads_the_same_without_markdown(texts: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "_MARKUP", ("",))
        patch.setattr(markdown, "_KEPT", dict.fromkeys(markdown._KEPT, ("",)))
        patch.setattr(markdown, "fill", lambda *_: False)
        stock = markdown.element_trees(texts)
    assert [tostring(element) for element in markdown.element_trees(texts)] == [tostring(element) for element in stock]


@given(text=_PLAINLY)
def test_plain_emphasis_and_links_are_what_markdown_makes_of_them(text: str) -> None:
    filled, stock = Element("p"), Element("p")
    stock.text = text
    if not fill(filled, text):
        assert tostring(filled) == b"<p />"  # as it was
    elif found := frozenset(filter(text.__contains__, markdown._MARKUP)):
        root = Element("div")
        root.append(stock)
        markdown._mark_up({found: root})
        assert tostring(filled) == tostring(stock)


def test_markdown_is_not_asked_about_plain_emphasis_and_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "Markdown", None)
    texts = ["a *b* **c d** [e *f*](L0), g", "![image](L1)", "“h”"]
    assert [len(list(element.iter())) for element in markdown.element_trees(texts)] == [5, 2, 1]


def test_patterns_that_have_no_form_in_every_edition_are_not_read() -> None:
    for text in ("<b>*a*</b>", "&amp; *a*", "<https://a.example> *a*", "*a*  \nb"):
        (element,) = markdown.element_trees([text])
        before, _, after = text.partition("*a*")
        assert [child.tag for child in element] == ["em"]
        assert (element.text or "", element[0].tail or "") == (before, after)
