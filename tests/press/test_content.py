from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.diagnostics import Severity
from briefing.press.content import Found, Kind, walk
from briefing.press.images import Picture, image_fault, image_size, picture
from briefing.testing.sites import PIXEL

IMAGES = {
    ".png": PIXEL,
    ".jpg": bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b080001000101011100ffd9"),
    ".svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
}


def content(folder: Path, *paths: str, publish: tuple[str, ...] = ()) -> Found:
    for path in paths:
        place = folder / "content" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(IMAGES.get(place.suffix.lower(), b"x"))
    return walk(folder / "content", "content", publish)


def test_a_png_that_is_known_by_its_head_is_what_a_look_at_the_whole_file_says(tmp_path: Path) -> None:
    place = tmp_path / "a.png"
    for content_ in (*(PIXEL[:cut] for cut in range(len(PIXEL) + 1)), PIXEL.replace(b"IHDR", b"IDAT"), PIXEL[:16] + bytes(50)):
        place.write_bytes(content_)
        assert picture(place) == Picture(image_size(place), image_fault(place))


@pytest.mark.parametrize(
    ("name", "held", "note"),
    [
        ("a.png", b"", "the file is empty"),
        ("a.png", b"\xff\xd8\xff\xe0", "the name ends in .png, and it holds a .jpg image"),
        ("a.jpg", b"\0\0\0\x18ftypheic", "the name ends in .jpg, and it holds something else"),
        ("a.png", PIXEL[:12], "the file is cut short"),
        ("a.svg", b"<svg onload='a()'/>", "the drawing holds a script"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "the drawing holds a script"),
        ("a.svg", b"<svg><a href=' java\tscript:a()'/></svg>", "the drawing holds a script"),
        ("a.svg", b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>", "it defines entities"),
        ("a.svg", b"<html/>", "it holds something else than a drawing"),
    ],
)
def test_an_image_is_what_its_name_says_and_runs_nothing(tmp_path: Path, name: str, held: bytes, note: str) -> None:
    (tmp_path / name).write_bytes(held)
    (finding,) = walk(tmp_path, "content", ()).findings
    assert (finding.code, finding.span.path, finding.notes) == ("F907", f"content/{name}", (note,))


def test_a_pipe_or_a_name_that_is_no_text_is_refused_and_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / os.fsdecode(b"caf\xe9.md")).write_text("x")
    assert [finding.code for finding in walk(tmp_path, "content", ()).findings] == ["P406", "P406"]


def kinds(found: Found) -> dict[str, Kind]:
    return {file.output: file.kind for file in found.files}


def refused(found: Found) -> list[tuple[str, str, Severity]]:
    return [(finding.code, finding.span.path, finding.severity) for finding in found.findings]


def test_known_types_may_be_published(tmp_path: Path) -> None:
    found = content(tmp_path, "about.md", "assets/a.png", "assets/B.JPG", "paper.pdf", "figures.csv")
    assert kinds(found) == {
        "about.md": Kind.MARKDOWN,
        "assets/a.png": Kind.ASSET,
        "assets/B.JPG": Kind.ASSET,
        "paper.pdf": Kind.ASSET,
        "figures.csv": Kind.ASSET,
    }
    assert refused(found) == []


@pytest.mark.parametrize(
    "name", ["reply.eml", "notes.yml", "about.md.bak", "page.html", "script.js", "README", "a.docx", "x.markdown"]
)
def test_any_other_type_is_an_error_that_says_what_to_do(tmp_path: Path, name: str) -> None:
    found = content(tmp_path, f"issues/{name}")
    assert kinds(found) == {}
    assert refused(found) == [("P406", f"content/issues/{name}", Severity.ERROR)]
    assert found.findings[0].help


def test_hidden_files_and_folders_are_named_once_and_not_published(tmp_path: Path) -> None:
    found = content(tmp_path, ".DS_Store", ".obsidian/a.png", ".obsidian/b.json", "assets/.cache/c.png")
    assert kinds(found) == {}
    assert refused(found) == [
        ("P406", "content/.DS_Store", Severity.WARNING),
        ("P406", "content/.obsidian", Severity.WARNING),
        ("P406", "content/assets/.cache", Severity.WARNING),
    ]


def test_publish_names_further_files_by_glob(tmp_path: Path) -> None:
    paths = ("CNAME", ".well-known/security.txt", "keys/desk.asc", "keys/old/desk.asc", "data/a.json")
    found = content(tmp_path, *paths, publish=("CNAME", ".well-known/", "keys/*.asc", "nowhere/*"))
    assert kinds(found) == {"CNAME": Kind.STATIC, ".well-known/security.txt": Kind.STATIC, "keys/desk.asc": Kind.STATIC}
    assert [path for _, path, _ in refused(found)] == ["content/data/a.json", "content/keys/old/desk.asc"]


def test_no_glob_publishes_copy_or_correspondence(tmp_path: Path) -> None:
    found = content(tmp_path, "issues/2031-05-16-tugs.md", "reply.eml", publish=("**/*", "*.eml"))
    assert kinds(found) == {"issues/2031-05-16-tugs.md": Kind.MARKDOWN}
    assert [path for _, path, _ in refused(found)] == ["content/reply.eml"]


def test_links_are_refused_and_not_followed(tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / "secret.png").write_bytes(b"x")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.png").symlink_to(vault / "secret.png")
    (tmp_path / "content/assets").symlink_to(vault)
    (tmp_path / "content/gone.md").symlink_to(vault / "nowhere.md")
    found = content(tmp_path, publish=("**/*", "assets/"))
    assert kinds(found) == {}
    assert refused(found) == [("P412", f"content/{name}", Severity.ERROR) for name in ("a.png", "assets", "gone.md")]


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="https://elsewhere.example/x.png"/>',
        '<use href="other.svg#a"/>',
        '<rect fill="url(https://elsewhere.example/x.svg#a)"/>',
        "<style>@import 'https://elsewhere.example/x.css';</style>",
        "<style>rect { fill: url( 'https://elsewhere.example/x.svg#a') }</style>",
    ],
)
def test_a_drawing_that_asks_for_another_file_is_refused(tmp_path: Path, inside: str) -> None:
    (tmp_path / "x.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>', encoding="utf-8")
    assert image_fault(tmp_path / "x.svg") == "the drawing fetches something from elsewhere"


@pytest.mark.parametrize(
    "inside",
    [
        '<a href="https://board.example/"><rect fill="url(#a)"/></a>',
        '<use href="#a"/><image href="data:image/png;base64,AA"/>',
        "<style>rect { fill: red }</style>",
    ],
)
def test_a_drawing_may_use_its_own_parts_and_link_elsewhere(tmp_path: Path, inside: str) -> None:
    (tmp_path / "x.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>', encoding="utf-8")
    assert image_fault(tmp_path / "x.svg") == ""


@pytest.mark.parametrize("value", ["javascript:alert(1)", "; java\nscript:alert(1)", "data:text/html,x"])
def test_a_drawing_whose_animation_sets_a_script_is_refused(tmp_path: Path, value: str) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><a><set attributeName="href" to="{value}"/></a></svg>'
    (tmp_path / "x.svg").write_text(drawing, encoding="utf-8")
    assert image_fault(tmp_path / "x.svg") == "the drawing holds a script"
