"""Text in HTML is escaped as the template engine would do it, whatever it holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from briefing.editions.web.filling import escaped


@given(st.text(st.sampled_from("&<>\"'ab ;#é“\u2028")))
def test_text_is_escaped_as_in_templates(text: str) -> None:
    assert escaped(text) == str(escape(text))
