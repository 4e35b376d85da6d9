"""Whatever makes a reader's browser ask somebody else, or run something, is found in the finished page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Tree
from briefing.proofs import Outputs
from briefing.proofs.metadata import Metadata
from briefing.proofs.privacy import Privacy
from briefing.testing import sample_archive
from tests.media.pictures import document, drawing, photograph

POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' data:\">"
HOST = "https://elsewhere.example"


def codes(page: str, *, path: str = "about/index.html") -> list[str]:
    outputs = Outputs(sample_archive(), {(Tree.SITE, path): page.encode()}, ())
    return sorted({finding.code for finding in Privacy().prove(outputs)})


def page(inside: str, policy: str = POLICY) -> str:
    return f"<!doctype html><html><head>{policy}<title>x</title></head><body>{inside}</body></html>"


@pytest.mark.parametrize(
    "inside",
    [
        f'<img src="{HOST}/x.png" alt="">',
        '<img src="//elsewhere.example/x.png" alt="">',
        f'<img src="x.png" srcset="x.png 1x, {HOST}/y.png 2x" alt="">',
        f'<link rel="stylesheet" href="{HOST}/x.css">',
        f'<link rel="preload" as="font" href="{HOST}/x.woff2">',
        f'<link rel="dns-prefetch" href="{HOST}">',
        f'<script src="{HOST}/count.js"></script>',
        f'<video poster="{HOST}/x.png"></video>',
        f'<style>@font-face {{ src: url("{HOST}/x.woff2") }}</style>',
        f"<style>@import '{HOST}/x.css';</style>",
        f'<p style="background: url({HOST}/x.png)">x</p>',
        f'<a href="/x" ping="{HOST}/count">x</a>',
        f'<svg><image href="{HOST}/x.png"/></svg>',
        f'<svg><image xlink:href="{HOST}/x.png"/></svg>',
        f'<svg><use href="{HOST}/x.svg#x"/></svg>',
        f'<link rel="preload" as="image" imagesrcset="x.png 1x, {HOST}/y.png 2x">',
        f'<table background="{HOST}/x.png"><tr><td>x</table>',
        '<img src="\\\\elsewhere.example/x.png" alt="">',
        '<img src="/\t/elsewhere.example/x.png" alt="">',
        '<img src=" //elsewhere.example/x.png" alt="">',
        '<img src="http://[" alt="">',
        f"<IMG SRC={HOST}/x.png>",
    ],
)
def test_a_page_that_asks_another_host_is_found(inside: str) -> None:
    assert "W111" in codes(page(inside))


@pytest.mark.parametrize(
    "inside",
    [
        "<script>count()</script>",
        '<p onclick="count()">x</p>',
        '<a href="javascript:count()">x</a>',
        '<a href=" JavaScript:count()">x</a>',
        '<iframe srcdoc="x"></iframe>',
        '<base href="/other/">',
        "<object></object>",
        '<svg onload="count()"></svg>',
        "<p ONCLICK=count()>x</p>",
        '<p title="a > b" onclick="count()">x</p>',
        '<a class="x" href="vbscript:count()">x</a>',
        '<form formaction="javascript:count()"></form>',
        '<img alt="x" title="javascript:count()">',
        "<title>x</title><script type=module>count()</script>",
    ],
)
def test_a_page_that_runs_something_is_found(inside: str) -> None:
    assert "W112" in codes(page(inside))


@pytest.mark.parametrize(
    "policy",
    [
        "",
        '<meta http-equiv="Content-Security-Policy" content="img-src \'self\'">',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'self\' https://cdn.example">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self' 'unsafe-inline'\">",
        '<meta http-equiv="Content-Security-Policy" content="default-src *">',
    ],
)
def test_a_page_that_forbids_too_little_is_found(policy: str) -> None:
    assert codes(page("<p>x</p>", policy)) == ["W113"]


def test_a_page_may_search_its_own_site_with_a_program_of_its_own() -> None:
    policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
    assert codes(page("<p>x</p>", f'<meta http-equiv="Content-Security-Policy" content="{policy}">')) == []


def test_a_page_may_link_elsewhere_use_its_own_files_and_hold_data() -> None:
    inside = (
        f'<a href="{HOST}/x">x</a><img src="../x.png" alt=""><link rel="canonical" href="{HOST}/x"><img src="data:image/png;base64,AA" alt="">'
        '<script src="/assets/x.js"></script><script type="application/ld+json">{}</script>'
    )
    assert codes(page(inside)) == []


def test_a_style_sheet_that_asks_another_host_is_found_and_one_that_only_names_a_namespace_is_not() -> None:
    assert codes(f"@font-face {{ src: url({HOST}/x.woff2) }}", path="assets/x.css") == ["W111"]
    assert codes('@namespace x url("http://www.w3.org/2005/Atom"); p { background: url(x.png) }', path="assets/x.css") == []


@pytest.mark.parametrize(
    ("path", "made"),
    [
        ("assets/x.jpg", lambda: photograph("JPEG")),
        ("cards/x.png", lambda: photograph("PNG")),
        ("x.svg", drawing),
        ("a.pdf", document),
    ],
)
def test_a_finished_file_with_metadata_is_found_wherever_it_came_from(path: str, made: Callable[[], bytes]) -> None:
    content = made()
    for tree in Tree:
        (finding,) = Metadata().prove(Outputs(sample_archive(), {(tree, path): content}, ()))
        assert (finding.code, finding.span.path) == ("P405", f"{tree.value}/{path}")
        assert finding.secret
