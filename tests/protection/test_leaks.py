"""Rungs three to six: everything that leaks is caught, each by name; and what does not leak is let through."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch
from urllib.request import urlopen

import pytest

from briefing.press import building
from briefing.press.plugins import Plugin
from briefing.press.warden import VaultClosedError, close_vault, open_vault_again
from briefing.testing import SURROUNDINGS, site
from briefing.verification.scan.dossiers import read_dossiers
from briefing.verification.scan.private import Opener
from briefing.verification.scan.searching import needles_of, search
from tests.protection.building import Outcome, outcome
from tests.protection.leaks import HOOKS, KEY, NAME, PUTTING_OUT, REACHING, TELLING, THEMES, Leaky, Look, swallowing
from tests.protection.vaults import PROJECT

HEAD = '<meta charset="utf-8">'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return site(tmp_path / "project", PROJECT).parent


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A vault that knows one name."""
    (tmp_path / "vault" / KEY).mkdir(parents=True)
    (tmp_path / "vault" / KEY / "source.yml").write_text(f"identity: {{names: [{NAME}]}}\n", encoding="utf-8")
    return tmp_path / "vault"


@contextmanager
def with_plugin(group: str, leaky: Leaky) -> Iterator[None]:
    """The plug-in beside ours, as if it were installed."""
    found: Callable[[], tuple[Plugin[object], ...]] = getattr(building, f"find_{group}")
    parts = (*found(), Plugin(leaky, f"briefing.{group}", "leaky", "leaky-distribution"))
    with patch.object(building, f"find_{group}", lambda _finder: parts):
        yield


def built(project: Path, vault: Path) -> Outcome:
    return outcome(project, vault, checked=False)


def named(done: Outcome, vault: Path) -> set[str]:
    """P403, if the scan finds anybody in what was put out."""
    needles = needles_of(read_dossiers(vault), Opener(), "")
    return {"P403" for path, content in done.files.items() if any(search(path, content, needles))}


def test_a_project_that_leaks_nothing_is_built(project: Path, vault: Path) -> None:
    done = built(project, vault)
    assert done.built, done.log
    assert named(done, vault) == set()
    assert "error[" not in done.log


@pytest.mark.parametrize("way", REACHING)
def test_every_way_into_the_vault_is_closed(way: str, vault: Path) -> None:
    close_vault(vault)
    try:
        with pytest.raises(VaultClosedError, match=r"asked for by .*leaks\.py, line \d+") as caught:
            REACHING[way](vault)
    finally:
        open_vault_again(vault)
    assert str(vault) not in str(caught.value)
    assert NAME in (vault / KEY / "source.yml").read_text(encoding="utf-8"), "the vault is as it was"


REACHED = [("editions", "open"), ("checks", "pathlib"), ("proofs", "os.scandir"), ("editions", "a symbolic link")]


@pytest.mark.parametrize(("group", "way"), REACHED)
def test_a_plug_in_that_reaches_for_the_vault_is_named(group: str, way: str, project: Path, vault: Path) -> None:
    with with_plugin(group, Leaky(vault, REACHING[way])):
        done = built(project, vault)
    assert not done.built
    assert f"the plug-in “leaky” (briefing.{group}) of leaky-distribution failed: VaultClosedError" in done.log
    assert NAME not in done.log
    assert done.files == {}


def test_a_plug_in_that_reaches_for_the_vault_quietly_is_found_out(project: Path, vault: Path) -> None:
    with with_plugin("editions", Leaky(vault, swallowing(REACHING["os.listdir"]))):
        done = built(project, vault)
    assert not done.built
    assert "mkdocs.yml:1:1: error[P415] something in this build reached for the vault" in done.log
    assert "leaks.py, line" in done.log


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_of_mkdocs_that_reaches_for_the_vault_is_named(hook: str, project: Path, vault: Path) -> None:
    (project / "hook.py").write_text(HOOKS[hook].format(vault=str(vault)), encoding="utf-8")
    (project / "mkdocs.yml").write_text(SURROUNDINGS["mkdocs.yml"] + "hooks: [hook.py]\n", encoding="utf-8")
    done = built(project, vault)
    assert not done.built
    assert "VaultClosedError" in done.log
    assert "hook.py, line" in done.log
    assert NAME not in done.log
    assert str(vault) not in done.log


@pytest.mark.parametrize("edition", PUTTING_OUT)
def test_an_edition_that_puts_out_what_it_must_not_is_caught(edition: str, project: Path, vault: Path) -> None:
    files, code = PUTTING_OUT[edition]
    with with_plugin("editions", Leaky(vault, files=files)):
        done = built(project, vault)
    found = named(done, vault) | {code for code in ("P405", "P416") if f"error[{code}]" in done.log}
    assert found == {code}
    assert NAME not in done.log
    assert not any(KEY in line for line in done.log.splitlines() if "error[" in line or "=" in line)


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_that_leaks_is_caught(theme: str, project: Path, vault: Path) -> None:
    inside, code = THEMES[theme]
    base = (Path(__file__).parents[2] / "theme/web/base.html").read_text(encoding="utf-8")
    assert HEAD in base
    (project / "mine").mkdir()
    (project / "mine/base.html").write_text(base.replace(HEAD, HEAD + inside), encoding="utf-8")
    settings = SURROUNDINGS["mkdocs.yml"] + "theme: {name: mkdocs, custom_dir: mine}\n"
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = built(project, vault)
    found = named(done, vault) | {code for code in ("W111", "W112") if f"error[{code}]" in done.log}
    assert found == {code}


@pytest.mark.parametrize("edition", TELLING)
def test_what_no_hook_sees_shows_when_two_vaults_are_compared(edition: str, project: Path, vault: Path) -> None:
    look: Look = TELLING[edition]
    outcomes = []
    for name in (NAME, "Ines"):
        shutil.rmtree(vault)
        (vault / KEY).mkdir(parents=True)
        (vault / KEY / "source.yml").write_text(f"identity: {{names: [{name}]}}\n", encoding="utf-8")
        with with_plugin("editions", Leaky(vault, look)):
            outcomes.append(built(project, vault))
    assert all(done.built for done in outcomes)
    assert outcomes[0].files != outcomes[1].files


@pytest.mark.parametrize("address", ["https://elsewhere.example/", "http://127.0.0.1:9/"])
def test_a_build_asks_nobody_for_anything_and_a_plug_in_that_does_is_seen(address: str, project: Path, vault: Path) -> None:
    """Every build of these tests runs with sockets refused; this one shows that it would have been noticed."""
    with with_plugin("editions", Leaky(vault, lambda _vault: urlopen(address))):  # noqa: S310  # it never gets there
        done = built(project, vault)
    assert not done.built
    assert "the plug-in “leaky” (briefing.editions) of leaky-distribution failed" in done.log
    assert "a build asks nobody for anything" in done.log
