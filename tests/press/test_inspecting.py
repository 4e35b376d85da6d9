"""What the press itself looks for in the bytes that the proofs are given."""

from __future__ import annotations

from briefing.model import Tree
from briefing.press.finished import digests_of
from briefing.press.inspecting import inspector, together
from briefing.testing.desks import desk

ISSUE = "Rosters are altered after the fact, said somebody in the know. [@anon-7k2q]\n"
SOURCE = "kind: testimony\nlevel: described\ndescribe: a person who has seen the rosters\n"
KEY = b"anon-7k2q"
FILES = {
    (Tree.SITE, "a.html"): b"<p>" + KEY,
    (Tree.SITE, "anon.html"): b"anon-7k2 anon-anon-7k2",
    (Tree.SITE, "anon-7k2q.png"): b"",
    (Tree.DIST, "email.eml"): b"x-anon-anon-7k2q",
}


def test_the_key_of_a_described_source_is_found_in_files_and_names_in_their_order_whoever_looked_at_which() -> None:
    look = inspector(desk(f"-- content/issues/2031-05-16-copy.md --\n{_front()}{ISSUE}-- sources/anon-7k2q.yml --\n{SOURCE}"))
    for pieces in ([list(FILES)], [[file] for file in reversed(FILES)]):
        seen = together([look({file: FILES[file] for file in piece}) for piece in pieces], FILES)
        assert [(fault.code, fault.span.path) for fault in seen.faults.values()] == [
            ("P416", "site/a.html"),
            ("P416", "site"),
            ("P416", "dist/email.eml"),
        ]
        assert seen.digests == digests_of(FILES)
        assert not any(KEY.decode() in repr(fault) for fault in seen.faults.values())


def _front() -> str:
    return "---\ntitle: Night\nissue: 1\ndescription: What happened at Port Sallow, in one invented sentence.\n---\n\n"
