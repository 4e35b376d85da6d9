"""The lock that is committed with the sample is what verification makes of the sample's vault."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.commanded import briefing
from tests.sample_vault.documents import DOCUMENTS, IDENTITIES
from tests.sample_vault.vault import ACCEPTED, write_vault

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "sources/quotes.lock"


@pytest.mark.slow
def test_the_committed_lock_is_what_verification_of_the_generated_vault_gives(tmp_path: Path) -> None:
    project = tmp_path / "project"
    for folder in ("content", "sources", "drafts"):
        shutil.copytree(ROOT / folder, project / folder)
    shutil.copy(ROOT / "mkdocs.yml", project)
    (project / "sources/quotes.lock").unlink()
    write_vault(tmp_path / "vault", ROOT / "sources")
    done = briefing(project, "verify", "--vault", "../vault")
    assert done.status == 0, done.out + done.err
    for code, quotation in ACCEPTED:
        assert briefing(project, "accept", code, quotation, "--vault", "../vault").status == 0
    assert (project / "sources/quotes.lock").read_bytes() == LOCK.read_bytes(), (
        "copy or documents changed: run briefing verify on a vault from tests.sample_vault.vault, and commit its lock"
    )


def test_the_committed_lock_holds_nothing_private_and_no_passage() -> None:
    lock = LOCK.read_text(encoding="utf-8")
    assert not any(secret.casefold() in lock.casefold() for identity in IDENTITIES.values() for secret in identity.secrets)
    lines = {line.strip() for text in DOCUMENTS.values() for line in re.split(r"[\n.]", text) if len(line.split()) > 2}
    assert not any(line in lock for line in lines)


def test_a_release_of_the_sample_is_satisfied_with_it() -> None:
    done = briefing(ROOT, "check", "--release", "--now", "2026-12-01T12:00")
    assert "V3" not in done.out, done.out
