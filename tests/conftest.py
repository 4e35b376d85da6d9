"""What holds for every test: the core is pure while it runs, and property tests have three sizes."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

from tests.purity import pure_core

_ANY_SPEED = (HealthCheck.too_slow,)  # a busy machine is not a fault of the code

# While something is being written: few examples, but others each time, and those that failed come again.
settings.register_profile("quick", max_examples=8, deadline=None, suppress_health_check=_ANY_SPEED)
settings.register_profile(
    "ci", max_examples=30, deadline=None, derandomize=True, print_blob=True, suppress_health_check=_ANY_SPEED
)
settings.register_profile("prove", max_examples=5_000, deadline=None, print_blob=True, suppress_health_check=_ANY_SPEED)


def pytest_configure(config: pytest.Config) -> None:
    """Without a profile on the command line: the reproducible one in CI, else the quick one."""
    if config.getoption("--hypothesis-profile", default=None) is None:
        settings.load_profile("ci" if os.environ.get("CI") else "quick")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, object, object]:
    """Every test runs with the core cut off from files, processes and the network (tests/purity.py)."""
    with pure_core():
        return (yield)


def pytest_collection_finish() -> None:
    """Tests and their modules stay to the end: looking for garbage among them again and again took a tenth of the time."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)
