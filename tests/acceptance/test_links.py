"""With a path in ``site_url``, every link of every edition leads to a file that exists."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from tests.acceptance.project import Project
from tests.acceptance.readback import decoded, page

pytestmark = pytest.mark.acceptance

BASE = "https://host.example/repo/"
HOST = "https://host.example"


@pytest.fixture
def site(project: Project) -> Path:
    """The acceptance project under an address with a path."""
    project.edit(r"^site_url: .*$", f"site_url: {BASE}", project.folder / "mkdocs.yml")
    run = project.build()
    assert run.status == 0, run.output
    return project.site


def fault(site: Path, url: str) -> str:
    """Why an absolute address of this host leads nowhere; "" if it leads to a file (and to a place in it)."""
    address, fragment = urldefrag(url)
    if not address.startswith(BASE):
        return f"{url} is outside {BASE}"
    path = site / unquote(urlsplit(address).path.removeprefix("/repo/"))
    target = path / "index.html" if address.endswith("/") else path
    if not target.is_file():
        return f"{url} has no file"
    if (
        fragment
        and target.suffix == ".html"
        and not any(element.attributes.get("id") == fragment for element in page(target).walk())
    ):
        return f"{url} has no such place"
    return ""


def links(site: Path, path: Path) -> Iterator[str]:
    """Every address in a page, absolute."""
    here = urljoin(BASE, path.relative_to(site).as_posix().removesuffix("index.html"))
    for element in page(path).walk():
        for name in ("href", "src", "action", "poster"):
            if value := element.attributes.get(name):
                yield urljoin(here, value)
        for candidate in element.attributes.get("srcset", "").split(","):
            if candidate.strip():
                yield urljoin(here, candidate.split()[0])


def ours(urls: Iterator[str]) -> Iterator[str]:
    """The addresses of this host."""
    return (url for url in urls if urlsplit(url).netloc == "host.example")


def test_every_link_of_every_page_leads_to_a_file(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 3
    faults = {
        f"{path.relative_to(site)}: {why}" for path in pages for url in ours(links(site, path)) if (why := fault(site, url))
    }
    assert faults == set()


def test_every_address_of_this_host_in_any_output_leads_to_a_file(site: Path) -> None:
    """Feeds, emails, structured data, the sitemap: whatever names the host in full."""
    faults = set()
    named = 0
    for path in (
        path for path in site.parent.rglob("*") if path.is_file() and path.suffix not in {".png", ".woff2", ".ico", ".jpg"}
    ):
        text = decoded(path)
        text = json.dumps(json.loads(text), ensure_ascii=False).replace('\\"', '"') if path.suffix == ".json" else unescape(text)
        text = re.sub(r'"@id":\s*"[^"]*#(?:article|publisher|site)"', "", text)  # names of things in structured data, no places
        if path.suffix == ".eml":
            text = re.sub(r"=\r?\n", "", text)  # the raw message folds long addresses; its decoded parts follow it
        for url in re.findall(re.escape(HOST) + r"[^\s\"'<>()\[\]{}|\\]*", text):
            named += 1
            if why := fault(site, url.rstrip(".,;:")):
                faults.add(f"{path.relative_to(site.parent)}: {why}")
    assert named > 20
    assert faults == set()


def test_style_sheets_point_at_files_that_exist(site: Path) -> None:
    for path in site.rglob("*.css"):
        rules = re.sub(r"@namespace[^;]*;", "", path.read_text(encoding="utf-8"))  # names a vocabulary, fetches nothing
        for target in re.findall(r"url\(\s*['\"]?([^'\")]+)", rules):
            if not target.startswith(("data:", "#")):
                assert fault(site, urljoin(BASE + path.relative_to(site).as_posix(), target)) == ""


def test_feeds_and_emails_hold_no_relative_address(site: Path) -> None:
    for path in site.parent.glob("dist/email/*/email.html"):
        addresses = [
            element.attributes[name] for element in page(path).walk() for name in ("href", "src") if name in element.attributes
        ]
        assert [address for address in addresses if not re.match(r"https?://|mailto:|tel:|\{\{", address)] == []
    for item in json.loads((site / "feed.json").read_text(encoding="utf-8"))["items"]:
        found = re.findall(r"(?:href|src)=\"([^\"]+)\"", item["content_html"])
        assert [address for address in found if not re.match(r"https?://|mailto:|tel:", address)] == []
