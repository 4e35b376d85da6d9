"""One real issue in, every edition out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.acceptance.conftest import Built
from tests.acceptance.filed import Pull, described_keys, fold, private_strings, pulls, quotations
from tests.acceptance.project import Project, tree
from tests.acceptance.readback import Element, decoded, entry, html, message, page

pytestmark = pytest.mark.acceptance

FEEDS = ("feed.xml", "atom.xml", "feed.json")


def slug(issue: Path) -> str:
    """The address of an issue: its file's name after the date."""
    return issue.stem[11:]


def title(issue: Path) -> str:
    """The headline."""
    (found,) = re.findall(r"^title: (.+)$", issue.read_text(encoding="utf-8"), re.MULTILINE)
    return str(found)


def in_feed(name: str) -> Callable[[Project], str]:
    """How to read the issue in a feed."""
    return lambda project: html(entry(project.site, name, title(project.issue))).text


def eml_part(kind: str) -> Callable[[Project], str]:
    """How to read the issue in the message as it is sent."""

    def read(project: Project) -> str:
        body = message(project.dist / "email" / slug(project.issue) / "email.eml").get_body((kind,))
        assert body is not None
        content = str(body.get_content())
        return html(content).text if kind == "html" else fold(content)

    return read


EDITIONS: dict[str, Callable[[Project], str]] = {
    "web": lambda project: page(project.site / "issues" / slug(project.issue) / "index.html").text,
    "RSS": in_feed("feed.xml"),
    "Atom": in_feed("atom.xml"),
    "JSON Feed": in_feed("feed.json"),
    "email HTML": lambda project: page(project.dist / "email" / slug(project.issue) / "email.html").text,
    "email text": lambda project: fold((project.dist / "email" / slug(project.issue) / "email.txt").read_text(encoding="utf-8")),
    "sent HTML": eml_part("html"),
    "sent text": eml_part("plain"),
}


def test_every_output_exists_for_every_issue(built: Built) -> None:
    site, dist = built.project.site, built.project.dist
    expected = [site / "index.html", *(site / feed for feed in FEEDS)]
    for issue in built.project.issues:
        expected.append(site / "issues" / slug(issue) / "index.html")
        expected += [dist / "email" / slug(issue) / name for name in ("email.html", "email.txt", "email.eml", "manifest.json")]
    assert [path for path in expected if not path.is_file()] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_all_eight_quotations_are_shown_as_printed(built: Built, edition: str) -> None:
    text = EDITIONS[edition](built.project)
    filed = quotations(built.project.issue)
    assert len(filed) == 8
    missing = [quotation.first_line for quotation in filed if " ".join(quotation.parts) not in text]
    assert not missing, f"not as printed: the quotations that begin on these lines of {built.project.issue.name}"


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_quotation_over_two_paragraphs_opens_both_and_closes_only_the_last(built: Built, edition: str) -> None:
    running = [quotation for quotation in quotations(built.project.issue) if len(quotation.parts) > 1]
    assert len(running) == 2
    text = EDITIONS[edition](built.project)
    for quotation in running:
        assert all(part.startswith("“") for part in quotation.parts)
        assert not any(part.endswith("”") for part in quotation.parts[:-1])
        assert " ".join(quotation.parts) in text


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_quotation_is_followed_by_the_number_of_its_source(built: Built, edition: str) -> None:
    text = EDITIONS[edition](built.project)
    for quotation in quotations(built.project.issue):
        after = text.rpartition(quotation.parts[-1])[2]
        assert re.search(r"\[\d+\]", after[:400]), f"no note after the quotation on line {quotation.first_line}"


def showings(root: Element, pull: Pull) -> list[Element]:
    """The innermost elements that show a pull-quote with its speaker and date, and little else."""
    wanted = (pull.words, pull.speaker, pull.date)
    holding = [element for element in root.walk() if all(words in element.text for words in wanted)]
    short = [element for element in holding if len(element.text) < len(pull.words) + 200]
    return [element for element in short if not any(other in element.children for other in short)]


@pytest.mark.parametrize("name", ["site/issues/{}/index.html", "dist/email/{}/email.html"])
def test_the_pull_quote_is_attributed_to_its_speaker_and_date(built: Built, name: str) -> None:
    project = built.project
    (pull,) = pulls(project.folder, project.issue)
    root = page(project.site.parent / name.format(slug(project.issue)))
    assert len(showings(root, pull)) == 1
    assert root.text.count(pull.words) == 2, "once in its place, once pulled"


@pytest.mark.parametrize("edition", ["RSS", "Atom", "JSON Feed", "email text"])
def test_other_editions_show_the_pulled_words_once_in_their_place(built: Built, edition: str) -> None:
    (pull,) = pulls(built.project.folder, built.project.issue)
    assert EDITIONS[edition](built.project).count(pull.words) == 1


def test_the_strapline_and_the_way_to_the_desk_are_in_every_form_a_reader_opens(built: Built) -> None:
    """The website leads to a page of its own, an email says the address."""
    settings = yaml.safe_load((built.project.folder / "mkdocs.yml").read_text(encoding="utf-8"))["plugins"][0]["briefing"]
    for edition in ("web", "email HTML", "email text"):
        assert fold(settings["strapline"]) in EDITIONS[edition](built.project)
    for edition in ("email HTML", "email text"):
        assert settings["contact"]["email"] in EDITIONS[edition](built.project)
    root = page(built.project.site / "issues" / slug(built.project.issue) / "index.html")
    assert any(element.attributes.get("href", "").endswith("contact/") for element in root.walk())
    assert settings["contact"]["email"] in page(built.project.site / "contact" / "index.html").text


def test_nothing_is_written_beside_the_sources_but_locks(built: Built) -> None:
    after = tree(built.project.folder)
    changed = {name for name in built.before | after if built.before.get(name) != after.get(name)}
    assert {name for name in changed if not re.fullmatch(r"sources/[\w-]+\.lock", name)} == set()


def test_no_output_holds_what_only_the_vault_may_know(built: Built, vault: Path) -> None:
    private = private_strings(vault) | described_keys(built.project.folder)
    assert len(private) >= 5
    forms = {form.lower() for secret in private for form in (secret, secret.replace(" ", "\u00a0"), secret.replace(" ", "-"))}
    outputs = [path for path in built.project.site.parent.rglob("*") if path.is_file()]
    assert outputs
    leaks = [path.name for path in outputs if any(form in decoded(path).lower() for form in forms)]
    assert leaks == []
    assert not any(form in built.run.output.lower() for form in forms)


def test_the_vault_beside_it_changes_no_byte(built: Built, project: Project, vault: Path) -> None:
    assert project.build(BRIEFING_VAULT=str(vault)).status == 0
    assert tree(project.site.parent) == tree(built.project.site.parent)


def test_two_builds_are_byte_identical(built: Built, project: Project) -> None:
    run = project.build(TZ="Pacific/Auckland", PYTHONHASHSEED="77", LC_ALL="C")
    assert run.status == 0, run.output
    assert tree(project.site.parent) == tree(built.project.site.parent)


def test_building_again_over_the_last_site_changes_no_byte(project: Project) -> None:
    assert project.build().status == 0
    first = tree(project.site.parent)
    assert project.build().status == 0
    assert tree(project.site.parent) == first


@pytest.mark.slow
def test_mkdocs_build_gives_the_same_bytes(built: Built, project: Project) -> None:
    run = project.run("mkdocs", "build", "-f", str(project.folder / "mkdocs.yml"))
    assert run.status == 0, run.output
    assert tree(project.folder / "site") == tree(built.project.site)
    assert tree(project.folder / "dist") == tree(built.project.dist)


def test_the_summary_counts_what_was_built(built: Built) -> None:
    assert re.search(r"\b8\b[^\n]*quotation|quotation[^\n]*\b8\b", built.run.output), built.run.output


def test_the_lean_base_builds_the_same_site(built: Built, project: Project) -> None:
    """Material is what projects configure; no page and no file of ours depends on it (decision 0004)."""
    (project.folder / "overrides").mkdir()
    project.edit(r"name: material$", "name: null\n  custom_dir: overrides", project.folder / "mkdocs.yml")
    run = project.build()
    assert run.status == 0, run.output
    assert tree(project.site.parent) == tree(built.project.site.parent)
