"""A name is found wherever it stands, however it is encoded; and nothing but its place is told."""

from __future__ import annotations

from base64 import b64encode

import pytest

from briefing.diagnostics.rendering import render_text
from briefing.verification.scan.dossiers import Dossiers, read_dossier
from briefing.verification.scan.needles import Needle
from briefing.verification.scan.private import Opener
from briefing.verification.scan.searching import Hit, needles_of, search, told
from tests.protection.encodings import ENCODINGS

SOURCE = """\
identity:
  names: [Perpetua Oddfellow-Sands]
  aliases: [Old Pet]
  emails: [p.oddfellow@lanternmail.example]
  phones: ["+44 7700 900123"]
  handles: ["@oddpet"]
  employer: Sallow Dredging Partnership
  role: relief master of the dredger
never-say: [Oddfellow, the wedding at Hallowby, Zoë]
agreed: {terms: as described, on: 2031-05-02}
approaches: [met at the ferry]
waivers: []
"""
STRINGS = ("Perpetua Oddfellow-Sands", "p.oddfellow@lanternmail.example", "the wedding at Hallowby")


def needles(source: str = SOURCE, public: str = "") -> tuple[Needle, ...]:
    dossier, findings = read_dossier("vault/anon-7k2q/source.yml", source)
    assert findings == ()
    assert dossier is not None
    return needles_of(Dossiers((dossier,)), Opener(), public)


def hits(content: bytes | str, source: str = SOURCE, *, path: str = "a.md", public: str = "") -> list[Hit]:
    return list(search(path, content.encode() if isinstance(content, str) else content, needles(source, public)))


def lines(content: str, source: str = SOURCE) -> list[int]:
    return sorted({hit.line for hit in hits(content, source)})


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("string", STRINGS)
def test_a_string_is_found_in_every_encoding(encoding: str, string: str) -> None:
    assert hits(ENCODINGS[encoding](string)), encoding
    assert not hits(ENCODINGS[encoding]("Nobody in particular, at the ferry")), encoding


def test_an_encoding_inside_an_encoding_is_found() -> None:
    assert hits(ENCODINGS["zip"](ENCODINGS["base64"](STRINGS[0]).decode()))
    assert hits(b"data:x;base64," + b64encode(ENCODINGS["gzip"](STRINGS[0])))


@pytest.mark.parametrize(
    "text",
    [
        "Ms ODDFELLOW was there",
        "the Oddfellows of Port Sallow",
        "Oddfellow’s boat",
        "the wedding  at\nHallowby",
        "the-wedding-at-hallowby.jpg",
        "call 07700 900 123 at night",
        "call 0044 7700-900-123",
        "tel:+447700900123",
        "write to P.Oddfellow@Lanternmail.Example",
        "as @oddpet wrote",
        "Old  Pet told us",
        "Zoe and Zoë and Zoe\u0308",
    ],
)
def test_it_is_found_however_it_is_spelt_spaced_or_dialled(text: str) -> None:
    assert hits(text)


@pytest.mark.parametrize("text", ["an odd fellow", "old petrol", "the wedding", "7700 900124", "Perpetua alone", "zoetrope"])
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not hits(text)


def test_the_line_is_told_where_it_can_be_and_the_file_where_it_cannot() -> None:
    assert lines("one\ntwo Oddfellow\n\nfour Oddfellow\n") == [2, 4]
    assert lines(ENCODINGS["base64"](STRINGS[0]).decode()) == [0]


def test_a_file_is_found_by_its_name() -> None:
    assert [hit.line for hit in hits("nothing", path="content/assets/oddfellow.jpg")] == [0]


def test_nothing_but_the_place_is_told() -> None:
    findings, texts = told(hits("one\nMs Oddfellow of the Sallow Dredging Partnership\n"))
    said = render_text(findings, texts)
    assert "a.md:2:1: error[P403] this may name a confidential source" in said
    assert "line not shown" in said
    assert not any(word in said.lower() for word in ("oddfellow", "dredging", "anon-7k2q"))
    assert not any("oddfellow" in repr(one).lower() for one in (needles(), hits("Oddfellow"), findings))


def test_an_employer_and_a_role_only_warn_and_not_where_the_register_names_them_openly() -> None:
    text = "a relief master of the dredger, at the Sallow Dredging Partnership"
    assert [one.severity.word for one in told(hits(text))[0]] == ["warning"]
    public = "dredging: {name: Sallow Dredging Partnership}"
    assert not hits("The Sallow Dredging Partnership said no.", public=public)
    assert not hits("matron", SOURCE.replace("relief master of the dredger", "matron"))


def test_of_somebody_who_is_also_quoted_openly_the_name_may_stand_and_what_is_never_said_may_not() -> None:
    public = SOURCE + "also-public: true\n"
    assert not hits(
        "Old Pet and Perpetua of the Sallow Dredging Partnership", public.replace("never-say: [Oddfellow, ", "never-say: [")
    )
    assert hits("the wedding at Hallowby", public)
    assert hits("+44 7700 900123", public)


@pytest.mark.parametrize(
    "source",
    ["nevr-say: [x y z]", "identity: {name: Perpetua}", "identity: [Perpetua]", "never-say: [Perpetua", "also-public: perhaps"],
)
def test_a_key_that_is_misspelt_is_an_error_that_shows_nothing(source: str) -> None:
    _, findings = read_dossier("vault/anon-7k2q/source.yml", source)
    assert findings
    said = render_text(findings, {"vault/anon-7k2q/source.yml": source})
    assert "error[" in said
    assert "Perpetua" not in said


def test_a_large_file_without_anything_is_looked_through_quickly_enough() -> None:
    from time import perf_counter  # noqa: PLC0415  # only here

    page = ("<p>Ships of more than 200 metres may berth at night again, “the board” decided.</p>\n" * 1_500).encode()
    before = perf_counter()
    assert not hits(page)
    assert perf_counter() - before < 2.0, "130 KB take a fiftieth of that"
