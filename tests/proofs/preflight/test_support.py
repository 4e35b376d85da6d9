"""Every limit that a mail program has for what our emails use is reviewed, and new data ask for a new look."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from briefing.press.clients import load_clients
from briefing.proofs.clients import CLIENTS, ClientData, Support
from briefing.proofs.preflight.alphabet import ALPHABET
from briefing.proofs.preflight.features import ATTRIBUTES, ELEMENTS, LOSSES, PROPERTIES, REVIEWED, UNLISTED
from briefing.proofs.preflight.support import judged, limits, unknown, used_features


@cache
def shipped() -> ClientData:
    data = load_clients().value
    assert data is not None
    return data


def told(data: ClientData) -> list[str]:
    return [finding.message for finding in judged(data)]


def changed(slug: str, said: Support) -> ClientData:
    """The data with another verdict of the last program on one feature."""
    data = shipped()
    feature = data.features[slug]
    return replace(data, features={**data.features, slug: replace(feature, support=(*feature.support[:-1], said))})


def test_nothing_is_unsupported_without_a_review() -> None:
    assert told(shipped()) == []
    assert len(CLIENTS) == 16


def test_every_letter_is_looked_up_or_known_to_have_no_page() -> None:
    letters = {part for triple in ALPHABET for part in triple if part} - {"style"}
    assert letters - {*ELEMENTS, *ATTRIBUTES, *PROPERTIES} == set(UNLISTED) & letters
    assert unknown(shipped()) == ()


def test_the_reviewed_list_holds_nothing_that_is_no_longer_needed() -> None:
    found = {(limit.feature, note) for limit in limits(shipped()) for note in limit.support.notes or ("",)}
    assert set(REVIEWED) - found == set()
    assert set(LOSSES) - {limit.feature for limit in limits(shipped())} == set()


def test_a_new_limit_is_a_finding() -> None:
    assert told(changed("css-font", Support("a", ("9",)))) == ["Thunderbird does not fully support css-font"]
    assert told(changed("css-font", Support("n"))) == ["Thunderbird does not fully support css-font"]


def test_a_page_that_is_gone_is_a_finding() -> None:
    data = shipped()
    without = replace(data, features={slug: value for slug, value in data.features.items() if slug != "css-font"})
    assert told(without) == ["caniemail’s data do not have css-font"]


def test_most_of_what_we_use_is_supported_everywhere() -> None:
    data, used = shipped(), used_features()
    verdicts = [support.status for slug in used for support in data.features[slug].support]
    assert verdicts.count("y") / len(verdicts) >= 0.8
    assert (verdicts.count("y") + verdicts.count("a")) / len(verdicts) >= 0.9
