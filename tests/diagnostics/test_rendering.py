from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.diagnostics import Code, Diagnostic, Severity, Span
from briefing.diagnostics.rendering import Format, render, render_text
from briefing.diagnostics.screen import cells, excerpt, visible
from tests.characters import ANY

PATH = "content/issues/2031-05-16-pilot-hours.md"
C299 = Code("C299", Severity.ERROR, "unknown source", "w", "y", "e", "i")
P499 = Code("P499", Severity.ERROR, "this field may not be stored", "w", "y", "e", "i", secret=True)
TEXT = "---\ntitle: x\n---\n\n“We read every letter.” [@ven-reply]\n"


def find(text: str, part: str, code: Code = C299, label: str = "", **more: str) -> Diagnostic:
    start = text.index(part)
    return code.at(Span(PATH, start, start + len(part)), label=label, **{k: (v,) for k, v in more.items()})  # type: ignore[arg-type]  # one note, one hint


def test_a_finding_shows_its_place_its_sentence_and_a_caret_under_the_words() -> None:
    finding = find(
        TEXT, "@ven-reply", label="did you mean @venn-reply?", notes="two sources are like it", help="write [@venn-reply]"
    )
    assert render_text([finding], {PATH: TEXT}) == (
        f"{PATH}:5:26: error[C299] unknown source\n"
        "   |\n"
        " 5 | “We read every letter.” [@ven-reply]\n"
        "   |                          ^^^^^^^^^^ did you mean @venn-reply?\n"
        "   = two sources are like it\n"
        "   = hint: write [@venn-reply]\n"
    )


def test_findings_stand_in_the_order_of_places_with_an_empty_line_between() -> None:
    rendered = render_text([find(TEXT, "@ven-reply"), find(TEXT, "title")], {PATH: TEXT})
    assert rendered.index(":2:1:") < rendered.index("\n\n") < rendered.index(":5:26:")


def test_a_secret_finding_never_shows_the_line_nor_its_label() -> None:
    text = "describe: x\nname: Somebody Real\n"
    finding = find(text, "name", P499, label="Somebody Real", help="briefing vault edit anon-7k2q")
    for form in Format:
        rendered = render([finding], {PATH: text}, form)
        assert "Somebody" not in rendered
        assert "P499" in rendered
    assert "   | (line not shown)\n" in render_text([finding], {PATH: text})


def test_a_finding_about_a_whole_file_shows_no_line() -> None:
    assert render_text([C299.at(Span(PATH), label="for the file")], {PATH: TEXT}) == (
        f"{PATH}:1:1: error[C299] unknown source\n   | for the file\n"
    )


def test_a_finding_in_a_file_without_text_still_names_the_file() -> None:
    assert render_text([C299.at(Span("content/a.eml", 0, 0))], {}) == "content/a.eml:1:1: error[C299] unknown source\n"


def test_carets_count_the_cells_of_wide_and_combining_characters() -> None:
    text = "漢字 e\u0301 “who” x\n"
    lines = render_text([find(text, "“who”")], {PATH: text}).splitlines()
    assert lines[2] == " 1 | 漢字 e\u0301 “who” x"
    assert lines[3] == "   |        ^^^^^"


def test_a_long_line_is_cut_around_the_caret() -> None:
    text = "a" * 200 + " here " + "b" * 200
    shown = excerpt(text, 201, 205)
    assert cells(shown.line) <= 94
    assert shown.line.startswith("…")
    assert shown.line.endswith("…")
    assert shown.line[shown.indent : shown.indent + shown.carets] == "here"


def test_a_span_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    text = "one two\nthree\n"
    assert "   |     ^^^\n" in render_text([C299.at(Span(PATH, 4, 11))], {PATH: text})


def test_a_span_that_is_a_point_has_one_caret() -> None:
    assert "   |     ^ here\n" in render_text([C299.at(Span(PATH, 4, 4), label="here")], {PATH: "one two"})


def test_colour_is_given_only_where_it_is_asked_for() -> None:
    finding = find(TEXT, "@ven-reply")
    assert "\x1b" not in render_text([finding], {PATH: TEXT})
    assert "\x1b[1;31merror[C299]\x1b[0m" in render_text([finding], {PATH: TEXT}, colour=True)


def test_a_folder_leads_from_the_reader_to_the_project() -> None:
    for form in Format:
        assert f"sub/{PATH}" in render([find(TEXT, "title")], {PATH: TEXT}, form, folder="sub/")


@given(st.text(ANY), st.text(ANY), st.integers(-3, 40), st.integers(-3, 40))
def test_no_control_character_of_hostile_text_reaches_the_terminal(text: str, label: str, start: int, end: int) -> None:
    finding = replace(C299.at(Span(text, start, end), text, label=label, notes=(text,), help=(label,)))
    rendered = render_text([finding], {text: text})
    assert rendered == "".join(f"{visible(line)}\n" for line in rendered.splitlines())


def test_what_hides_or_turns_the_line_round_is_spelt_out() -> None:
    text = "a\x1b[31mb\u202ec\u200bd\x00"
    assert " 1 | a<U+001B>[31mb<U+202E>c<U+200B>d<U+0000>\n" in render_text([C299.at(Span(PATH, 0, 1))], {PATH: text})


def test_json_has_one_object_a_finding_with_all_documented_fields() -> None:
    finding = find(TEXT, "@ven-reply", label="did you mean @venn-reply?", notes="a note", help="a hint")
    assert json.loads(render([finding], {PATH: TEXT}, Format.JSON)) == [
        {
            "code": "C299",
            "severity": "error",
            "message": "unknown source",
            "path": PATH,
            "line": 5,
            "column": 26,
            "end_line": 5,
            "end_column": 36,
            "label": "did you mean @venn-reply?",
            "notes": ["a note"],
            "help": ["a hint"],
        }
    ]
    assert json.loads(render([], {}, Format.JSON)) == []


def test_an_annotation_cannot_be_closed_or_opened_by_the_copy() -> None:
    path = "content/a,b:c%.md"
    finding = C299.at(Span(path, 0, 2), "bad\n::error::planted 100%", help=("do\r\nthis",))
    rendered = render([finding], {path: "abc"}, Format.GITHUB)
    assert rendered == (
        "::error file=content/a%2Cb%3Ac%25.md,line=1,col=1,endLine=1,title=C299,endColumn=2"
        "::bad<U+000A>::error::planted 100%25%0Ahint: do<U+000D><U+000A>this\n"
    )
    assert rendered.count("\n") == 1


def test_notes_become_notices() -> None:
    note = replace(find(TEXT, "title"), severity=Severity.NOTE)
    assert render([note], {PATH: TEXT}, Format.GITHUB).startswith("::notice ")
