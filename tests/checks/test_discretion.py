from __future__ import annotations

from briefing.checks import discreet
from briefing.diagnostics import Diagnostic, Severity, Span
from tests.checks.drafts import SOURCES, described, register

PATH = "content/issues/one.md"
TEXT = "One. [@venn-reply]\nTwo. [@anon-7k2q]\nThree. [@night-porter]\nFour. [@anon-5e4d]\n"
REGISTER = register(*SOURCES, described("night-porter"))


def finding(words: str, path: str = PATH, message: str = "a fault") -> Diagnostic:
    start = TEXT.find(words)
    return Diagnostic("Q104", Severity.ERROR, message, Span(path, start, start + len(words)), label="here", notes=(message,))


def treated(one: Diagnostic) -> Diagnostic:
    (result,) = discreet([one], {PATH: TEXT}, REGISTER)
    return result


def test_a_line_with_a_described_key_is_not_shown() -> None:
    assert treated(finding("Two.")).secret
    assert treated(finding("Three.")).secret
    assert treated(finding("One. [@venn-reply]\nTwo")).secret


def test_a_line_with_a_key_that_may_be_sealed_is_not_shown() -> None:
    assert treated(finding("Four.")).secret


def test_other_lines_are_shown_as_they_were() -> None:
    assert treated(finding("One.")) == finding("One.")


def test_a_described_key_is_taken_out_of_the_words_of_a_finding() -> None:
    result = treated(finding("One.", message="see night-porter and anon-7k2q, not night-porters"))
    assert result.message == "see (a described source) and (a described source), not night-porters"
    assert result.notes == (result.message,)


def test_a_finding_about_its_own_register_file_keeps_its_words() -> None:
    own = finding("One.", "sources/night-porter.yml", "the key night-porter can be read")
    assert treated(own) == own
