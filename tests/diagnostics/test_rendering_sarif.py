"""SARIF as the standard and GitHub's code scanning ask for it; what the rules are is told with section numbers of SARIF 2.1.0."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from briefing.diagnostics import Code, Diagnostic, Severity, Span
from briefing.diagnostics.codes import CODES
from briefing.diagnostics.rendering_sarif import render_sarif
from tests.characters import ANY

PATH = "content/issues/2031-05-16-pilot hours.md"
TEXT = "---\ntitle: x\n---\n\n“We read every letter.” [@ven-reply]\n"
C201 = CODES["C201"]
P403 = CODES["P403"]


def run_of(*findings: Diagnostic, texts: dict[str, str] | None = None) -> dict[str, Any]:
    """The only run of the log, after a look at what every log must have (3.13, 3.14, 3.27)."""
    log = json.loads(render_sarif(findings, texts or {PATH: TEXT}, CODES, folder="sub/", version="1.2.3"))
    assert log.keys() == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)  # 3.19.23: no two the same
    for result in run["results"]:
        assert result.keys() == {"ruleId", "ruleIndex", "level", "message", "locations"}
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]  # 3.27.6
        assert result["level"] in {"none", "note", "warning", "error"}  # 3.27.10
        assert result["message"]["text"]
        (location,) = result["locations"]
        file, region = (location["physicalLocation"][name] for name in ("artifactLocation", "region"))
        assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", file["uri"])  # 3.4.3: a URI reference, percent-encoded
        assert file["uriBaseId"] in run["originalUriBaseIds"]
        start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
        assert (1, 1) <= start <= end  # 3.30.5 and after
    return dict(run)


def at(part: str, code: Code = C201, label: str = "") -> Diagnostic:
    start = TEXT.index(part)
    return code.at(Span(PATH, start, start + len(part)), label=label, notes=("two are like it",), help=("correct the key",))


def test_a_finding_has_its_place_its_words_and_what_its_code_means() -> None:
    run = run_of(at("@ven-reply", label="did you mean @venn-reply?"), at("title"))
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"], len(driver["rules"])) == ("briefing", "1.2.3", 1)
    assert driver["rules"][0]["shortDescription"]["text"] == C201.title
    assert C201.why in driver["rules"][0]["help"]["text"]
    assert driver["rules"][0]["defaultConfiguration"] == {"level": "error"}
    last = run["results"][1]
    assert last["message"]["text"] == "unknown source\ndid you mean @venn-reply?\ntwo are like it\nhint: correct the key"
    place = last["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "sub/content/issues/2031-05-16-pilot%20hours.md", "uriBaseId": "SRCROOT"}
    assert place["region"] == {"startLine": 5, "startColumn": 26, "endLine": 5, "endColumn": 36}


def test_no_line_of_the_copy_is_in_it_and_no_label_of_a_finding_that_protects_somebody() -> None:
    rendered = render_sarif([at("@ven-reply", P403, label="Somebody Real")], {PATH: TEXT}, CODES)
    assert "P403" in rendered
    assert "Somebody" not in rendered
    assert "letter" not in rendered


def test_without_findings_there_is_a_run_without_results_and_a_code_of_a_plug_in_needs_no_words() -> None:
    assert run_of()["results"] == []
    run = run_of(Code("X999", Severity.WARNING, "odd", "w", "y", "e", "i").at(Span("mkdocs.yml")))
    assert run["tool"]["driver"]["rules"] == [{"id": "X999"}]


@given(st.text(ANY, min_size=1), st.text(ANY), st.integers(-3, 40), st.integers(-3, 40))
def test_any_path_and_any_words_come_through(path: str, text: str, start: int, end: int) -> None:
    run_of(C201.at(Span(path, start, end), f"x{text}", notes=(text,)), texts={path: text})
