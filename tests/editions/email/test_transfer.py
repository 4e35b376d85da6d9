"""Headers and bodies are written as the standard library writes them, only sooner: it is the slow path that they are held to."""

from __future__ import annotations

import re
from binascii import a2b_qp
from email.message import EmailMessage
from email.policy import SMTP
from email.quoprimime import body_encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.editions.email.headers import LONGEST, words
from briefing.editions.email.quoted_printable import LONGEST as LONGEST_OF_A_BODY
from briefing.editions.email.quoted_printable import quoted_printable

POLICY = SMTP.clone(max_line_length=LONGEST)
FRAGILE = re.compile(r"^(?:From |\.)", re.MULTILINE)

LINES = st.lists(
    st.one_of(
        st.text("ab =\t.é“🙂", max_size=100),
        st.builds("{}{}".format, st.integers(60, 80).map("x".__mul__), st.text("= \tFromé", max_size=12)),
        st.sampled_from(["From here", ".", "..", "-- ", ""]),
    ),
    max_size=6,
)


def by_the_standard_library(text: str) -> str:
    octets = b"\n".join(text.encode().splitlines()) + b"\n"
    encoded = body_encode(octets.decode("latin-1"), LONGEST_OF_A_BODY)
    return FRAGILE.sub(lambda match: f"={ord(match[0][0]):02X}{match[0][1:]}", encoded)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_a_body_is_encoded_as_the_standard_library_does_it(lines: list[str], end: str) -> None:
    assert quoted_printable(end.join(lines)) == by_the_standard_library(end.join(lines))


@pytest.mark.parametrize("length", range(70, 80))
@pytest.mark.parametrize("end", [" ", "\t", "=", "é", "x"])
def test_a_line_as_long_as_may_be_is_cut_where_it_should(length: int, end: str) -> None:
    text = f"{'x' * length}{end}\nnext\n"
    encoded = quoted_printable(text)
    assert encoded == by_the_standard_library(text)
    assert max(map(len, encoded.split("\n"))) <= LONGEST_OF_A_BODY
    assert a2b_qp(encoded.encode()).decode() == text


@given(st.one_of(st.text('ab c=?_é“"\\,;<>()', max_size=90), st.integers(60, 72).map("x".__mul__)))
def test_a_subject_is_written_as_the_standard_library_does_it(subject: str) -> None:
    said = " ".join(subject.split())
    message = EmailMessage(policy=POLICY)
    message["Subject"] = said
    assert words("Subject", said) == POLICY.fold("Subject", message["Subject"])
