"""The built-in proofs and readers come through the same door as a plug-in's."""

from __future__ import annotations

from importlib.metadata import entry_points

import pytest

from briefing.proofs import READERS


@pytest.mark.parametrize("name", ["same-words", "quotations", "markers", "completeness", "links", "metadata", "privacy"])
def test_a_proof_is_found_by_its_own_name(name: str) -> None:
    (found,) = entry_points(group="briefing.proofs", name=name)
    assert found.load()().name == name


def test_every_built_in_reader_is_found() -> None:
    media_types = {found.load()().media_type for found in entry_points(group="briefing.readers")}
    assert media_types >= {reader.media_type for reader in READERS}
