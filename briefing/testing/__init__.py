"""The kit for plug-in authors: what must hold of a part as one assertion, and copy to try them on.

``assert_edition_contract(MyEdition())`` and its like are tests in themselves. ``desk``, ``archive``,
``told`` and ``site`` take copy as text. ``sample_archive`` and ``EVERY_FORM`` hold every form of copy. All that is here is invented.
"""

from briefing.testing.checks import assert_check_contract
from briefing.testing.desks import NOW, archive, desk, told
from briefing.testing.editions import assert_edition_contract
from briefing.testing.evidence import assert_evidence_reader_contract
from briefing.testing.publication import EVERY_FORM, SURROUNDINGS
from briefing.testing.purity import ImpureError, no_way_out
from briefing.testing.samples import sample_archive
from briefing.testing.sites import site

__all__ = [
    "EVERY_FORM",
    "NOW",
    "SURROUNDINGS",
    "ImpureError",
    "archive",
    "assert_check_contract",
    "assert_edition_contract",
    "assert_evidence_reader_contract",
    "desk",
    "no_way_out",
    "sample_archive",
    "site",
    "told",
]
