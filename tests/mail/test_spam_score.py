"""What SpamAssassin thinks of the sample issues, by its own rules alone: nothing is asked of the network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import pytest

from tests.mail.letters import letters

pytestmark = [pytest.mark.mail, pytest.mark.slow]

HIGHEST = 1.0


@pytest.fixture(scope="module")
def spamassassin() -> str:
    found = shutil.which("spamassassin")
    if not found and os.environ.get("CI") and os.geteuid() == 0:
        pytest.fail("spamassassin is not installed")
    return found or pytest.skip("spamassassin is not installed; on Debian: spamassassin")


def score(spamassassin: str, message: bytes) -> tuple[float, str]:
    """The points, and what for."""
    done = subprocess.run([spamassassin, "--local", "--test-mode"], input=message, capture_output=True, check=True, timeout=120)
    report = done.stdout.decode("utf-8", "replace")
    said = re.search(r"score=(-?[\d.]+)", report)
    assert said, report[:2000]
    return float(said[1]), report.rpartition("Content analysis details:")[2]


def test_the_newest_issue_is_nowhere_near_spam(spamassassin: str) -> None:
    points, why = score(spamassassin, letters("reader@readers.example")[-1].message)
    assert points <= HIGHEST, why


def test_what_looks_like_spam_is_seen(spamassassin: str) -> None:
    planted = letters("reader@readers.example")[-1].message
    planted = re.sub(rb"^Subject: .*?\r$", b"Subject: VIAGRA 100% FREE CASH!!! ACT NOW\r", planted, count=1, flags=re.MULTILINE)
    planted = planted.replace(b"From: ", b"X-From: ", 1).replace(b"Message-ID: ", b"X-Message-ID: ", 1)
    assert score(spamassassin, planted)[0] > HIGHEST
