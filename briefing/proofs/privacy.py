"""A page is read and does nothing else: it asks no other host, runs nothing of its own making, and says so to the browser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from briefing.diagnostics import Code, Diagnostic
from briefing.diagnostics.codes.privacy import W111, W112, W113
from briefing.model import Tree
from briefing.proofs.findings import place
from briefing.proofs.outputs import Outputs
from briefing.proofs.readers.html import parse
from briefing.proofs.shown import UnreadableError

_ASKED = "//@src | //@poster | //@background | //object/@data | //*[local-name()='use' or local-name()='image']/@*[local-name()='href']"
_LINKED = "//link[@href]"
_ASKING = frozenset(
    {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest", "apple-touch-icon"}
)
_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", re.IGNORECASE)
_NAMESPACE = re.compile(r"@namespace[^;]*;", re.IGNORECASE)
"""Names and nothing that is fetched."""
_DATA = frozenset({"application/ld+json", "application/json"})
"""Types of script elements that browsers do not run."""
_CODE = re.compile(r"\s*(?:javascript|vbscript):", re.IGNORECASE)
_SUSPECT = "//@*[starts-with(name(), 'on') or contains(., ':')]"
"""Attributes that may run: a page has hundreds, so the parser sorts them out; it has put their names in lower case."""
_ALLOWED = re.compile(r"'none'|'self'|'wasm-unsafe-eval'|'sha(?:256|384|512)-[A-Za-z0-9+/=]+'|data:")


class Privacy:
    """Looks at every page and style sheet of the site."""

    name = "privacy"

    def prove(self, outputs: Outputs) -> Iterator[Diagnostic]:
        """One finding for each fault of a file."""
        url = outputs.archive.publication.url
        for (tree, path), content in outputs.files.items():
            if tree is not Tree.SITE:
                continue
            for code, what in dict.fromkeys(_faults(path, content, url)):
                yield code.at(place(tree, path), notes=(what,) if what else (), help=(code.instead,))


def _faults(path: str, content: bytes, url: str) -> Iterator[tuple[Code, str]]:
    if path.endswith(".css"):
        yield from _foreign(_in_style(content.decode("utf-8", "replace")), urljoin(url, path), url)
    elif path.endswith((".html", ".htm")):
        try:
            page = parse(content)
        except UnreadableError:  # the same-words proof says so
            return
        yield from _foreign(_asked(page), urljoin(url, path), url)
        yield from ((W112, what) for what in _running(page))
        if not _forbids(page):
            yield W113, ""


def _foreign(addresses: Iterable[str], base: str, url: str) -> Iterator[tuple[Code, str]]:
    for address in addresses:
        if (asked := _host(urljoin(base, address.strip()))) and asked != _host(url):
            yield W111, f"it asks {asked}"


def _host(address: str) -> str:
    """Scheme and host of an address that leads anywhere; "" for data."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "an address that is none"
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc or parts.scheme not in {"", "data"} else ""


def _asked(page: HtmlElement) -> Iterator[str]:
    """Every address a browser fetches without being asked by its reader."""
    yield from map(str, page.xpath(_ASKED))
    for sets in (*page.xpath("//@srcset"), *page.xpath("//@imagesrcset")):
        yield from (part.split()[0] for part in str(sets).split(",") if part.strip())
    for link in page.xpath(_LINKED):
        if _ASKING & set(link.get("rel", "").lower().split()):
            yield str(link.get("href"))
    for ping in page.xpath("//@ping"):
        yield from str(ping).split()
    for style in (*page.xpath("//style/text()"), *page.xpath("//@style")):
        yield from _in_style(str(style))


def _in_style(text: str) -> Iterator[str]:
    yield from (match[1] or match[2] for match in _ADDRESS.finditer(_NAMESPACE.sub("", text)))


def _running(page: HtmlElement) -> Iterator[str]:
    """What runs without being a file of the site."""
    for script in page.iter("script"):
        if script.get("src") is None and script.get("type", "").lower() not in _DATA:
            yield "a script stands in the page"
    for value in page.xpath(_SUSPECT):
        name = value.attrname
        if name.startswith("on"):
            yield f"an attribute runs: {name}"
        elif _CODE.match(value):
            yield f"an address runs: {name}"
    if page.xpath("//iframe | //embed | //object | //base"):
        yield "a frame, or an element that moves every address of the page"


def _forbids(page: HtmlElement) -> bool:
    """Whether a policy allows this site alone (CSP Level 3)."""
    metas = (meta for meta in page.iter("meta") if meta.get("http-equiv", "").lower() == "content-security-policy")
    policy = next((str(meta.get("content", "")) for meta in metas), "")
    directives = [directive.split() for directive in policy.split(";") if directive.split()]
    default = any(directive[0] == "default-src" for directive in directives)
    return default and all(_ALLOWED.fullmatch(source) for directive in directives for source in directive[1:])
