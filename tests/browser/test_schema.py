"""What issues say to programs is schema.org: the compiler of TypeScript holds it against the vocabulary, as schema-dts has it."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest
from lxml import html

from tests.browser.conftest import HERE, Site, tool

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TYPES = {"AnalysisNewsArticle": "issues/*/index.html", "WebSite": "index.html"}


def said(site: Site) -> dict[str, list[dict[str, Any]]]:
    """The values that pages of each kind say, redirects left out."""
    found: dict[str, list[dict[str, Any]]] = {}
    for kind, pattern in TYPES.items():
        pages = [html.document_fromstring(path.read_bytes()) for path in sorted(site.folder.glob(pattern))]
        scripts = [script for page in pages for script in page.iter("script") if script.get("type") == "application/ld+json"]
        found[kind] = [json.loads(script.text or "") for script in scripts]
    return found


def faults(node: str, values: dict[str, list[dict[str, Any]]], name: str) -> str:
    """What the compiler says of values that are written down as what they claim to be."""
    compiler = tool(HERE / "node_modules" / "typescript" / "bin" / "tsc", "typescript")
    tool(HERE / "node_modules" / "schema-dts", "schema-dts")
    lines = ['import type * as schema from "schema-dts";']
    for kind, things in values.items():
        lines += [f"export const {kind.lower()}: schema.WithContext<schema.{kind}>[] = {json.dumps(things, indent=1)};"]
    # beside the packages, for that is where the compiler looks for them
    file = HERE / "node_modules" / f".{name}.ts"
    file.write_text("\n".join(lines), encoding="utf-8")
    try:
        command = [
            node,
            compiler,
            "--noEmit",
            "--strict",
            "--skipLibCheck",
            "--module",
            "esnext",
            "--moduleResolution",
            "bundler",
            str(file),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    finally:
        file.unlink()
    return done.stdout


def test_every_issue_and_the_front_page_say_what_the_vocabulary_knows(node: str, sample: Site) -> None:
    values = said(sample)
    assert len(values["WebSite"]) == 1
    assert len(values["AnalysisNewsArticle"]) >= 7
    assert faults(node, values, "sample") == ""


def test_a_planted_fault_is_seen(node: str, sample: Site) -> None:
    article = said(sample)["AnalysisNewsArticle"][-1]
    article["hasPart"][0]["spokenBy"] = "nobody"
    assert "spokenBy" in faults(node, {"AnalysisNewsArticle": [article]}, "planted")
