"""Rung one: what is private cannot be shown by accident, and nothing that makes outputs can even name its type."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable

import pytest

from briefing.verification.scan.private import Opener, Private

NAME = "Perpetua Oddfellow-Sands"

WAYS: dict[str, Callable[[Private[str]], object]] = {
    "str": str,
    "format": lambda one: f"{one}",
    "format with a width": lambda one: f"{one:>40}",
    "percent": lambda one: "%s" % one,  # noqa: UP031  # one of the ways
    "join": "".join,
    "list": list,
    "bytes": bytes,
    "length": len,
    "truth": bool,
    "equality": lambda one: one == NAME,
    "hash": hash,
    "JSON": json.dumps,
    "pickle": pickle.dumps,
    "copy": copy.copy,
    "deep copy": copy.deepcopy,
    "contains": lambda one: "P" in one,  # type: ignore[operator]  # one of the ways
    "a key that is none": lambda one: one.reveal(None),  # type: ignore[arg-type]  # one of the ways
    "a key that looks like one": lambda one: one.reveal(type("Opener", (Opener,), {})()),
}


@pytest.mark.parametrize("way", WAYS)
def test_it_cannot_be_shown(way: str) -> None:
    with pytest.raises(TypeError) as caught:
        WAYS[way](Private(NAME))
    assert NAME not in str(caught.value)


def test_its_representation_says_nothing_and_has_always_one_length() -> None:
    assert repr(Private(NAME)) == repr(Private("")) == "Private(…)"
    assert NAME not in repr({"x": [Private(NAME)]})
    assert not hasattr(Private(NAME), "__dict__")


def test_who_opens_the_vault_sees_it() -> None:
    assert Private(NAME).reveal(Opener()) == NAME
