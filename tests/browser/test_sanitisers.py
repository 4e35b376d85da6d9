"""What webmails leave of an email: every word, link, heading, quotation and inline style."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from lxml.html import HtmlElement, document_fromstring

from briefing.proofs.readers.html import read_html
from tests.browser.conftest import ROOT, tool
from tests.browser.test_emails import emails

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_KEPT = {"a", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "td", "th", "p", "li", "pre"}


def sanitised(node: str, chromium: str, shown: dict[str, str]) -> dict[str, str]:
    """Each email as DOMPurify leaves it, style elements forbidden."""
    script = Path(__file__).with_name("sanitised.mjs")
    job = json.dumps({"chromium": chromium, "emails": shown})
    result = subprocess.run([node, str(script)], input=job, capture_output=True, text=True, check=False, timeout=200)
    assert result.returncode == 0, result.stderr
    reports: dict[str, str] = json.loads(result.stdout)
    return reports


def body(html: str) -> HtmlElement:
    found = document_fromstring(html).find(".//div[@lang]")
    assert found is not None
    return found


def elements(html: str) -> Counter[str]:
    return Counter(element.tag for element in body(html).iter() if element.tag in _KEPT)


def styles(html: str) -> list[dict[str, str]]:
    """Every inline style, however it is spelt."""
    values = (element.get("style", "") for element in body(html).iter() if isinstance(element.tag, str))
    return [dict(part.strip().split(":", 1) for part in value.split(";") if part.strip()) for value in values if value]


def test_every_word_link_heading_quotation_and_style_is_left(node: str, chromium: str) -> None:
    shown = emails()
    for name, left in sanitised(node, chromium, shown).items():
        before, after = read_html(shown[name].encode()), read_html(left.encode())
        assert after.text.split() == before.text.split(), name
        assert set(after.links) == set(before.links), name
        assert elements(left) == elements(shown[name]), name
        assert "<style" not in left
        assert len(styles(left)) == len(styles(shown[name])), name


def test_what_a_sanitiser_takes_away_would_be_seen(node: str, chromium: str) -> None:
    planted = emails()["sample"].replace("<h1 ", '<form><p>gone?</p></form><a href="javascript:x">link</a><h1 ', 1)
    (left,) = sanitised(node, chromium, {"planted": planted}).values()
    assert set(read_html(left.encode()).links) != set(read_html(planted.encode()).links)


ROUNDCUBE = Path(os.environ.get("BRIEFING_ROUNDCUBE", ROOT / ".cache" / "roundcube"))
"""Where ``.ci/run`` unpacks Debian's packages roundcube-core and php-masterminds-html5."""


def washed(html: str) -> str:
    """The email as Roundcube's sanitiser leaves it."""
    php = tool(shutil.which("php"), "PHP")
    tool(ROUNDCUBE / "usr" / "share" / "roundcube", "Roundcube's sanitiser")
    script = str(Path(__file__).with_name("washed.php"))
    result = subprocess.run([php, script, str(ROUNDCUBE)], input=html, capture_output=True, text=True, check=False, timeout=60)
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def test_roundcube_leaves_every_word_link_heading_and_quotation() -> None:
    for name, html in emails().items():
        left = washed(html)
        before, after = read_html(html.encode()), read_html(left.encode())
        assert after.text.split() == before.text.split(), name
        pages = {url for url in before.links if not url.endswith(".png")}  # pictures are shown when a reader asks for them
        assert pages <= set(after.links), name
        kept = Counter(element.tag for element in document_fromstring(left).iter() if element.tag in _KEPT)
        assert kept == elements(html), name
