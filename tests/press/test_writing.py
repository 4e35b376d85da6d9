from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from briefing.model import Tree
from briefing.press import swapping
from briefing.press.finished import BUILD_ID, Finished, build_id, digests_of
from briefing.press.writing import clear_away, set_up, settle, swap_in, write_tree

DEAD = 2**22 + 1
"""More than the kernel's largest process number."""


def build(folder: Path, words: str) -> str:
    stage = set_up(folder / "site", folder / "dist")
    write_tree(stage.site.temporary, {"index.html": words.encode(), "issues/one/index.html": b"one"})
    write_tree(stage.dist.temporary, {"email/one/email.html": words.encode()})
    made = build_id(digests_of(Finished({Tree.SITE: stage.site.temporary, Tree.DIST: stage.dist.temporary})))
    swap_in(stage, made)
    return made


def state(folder: Path) -> tuple[bytes, bytes]:
    return (folder / "site/index.html").read_bytes(), (folder / "dist/email/one/email.html").read_bytes()


def tree(folder: Path, name: str, words: str, build: str) -> Path:
    path = folder / name
    write_tree(path, {"index.html": words.encode(), "email/one/email.html": words.encode()})
    if build:
        (path / BUILD_ID).write_text(build)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_build_replaces_both_folders_and_leaves_nothing_beside_them(tmp_path: Path) -> None:
    first = build(tmp_path, "first")
    (tmp_path / "site/stale.html").write_text("stale")
    second = build(tmp_path, "second")
    assert first != second
    assert state(tmp_path) == (b"second", b"second")
    assert names(tmp_path) == ["dist", "site"]
    assert not (tmp_path / "site/stale.html").exists()


def test_both_folders_carry_the_id_of_their_build_and_the_same_bytes_give_the_same_id(tmp_path: Path) -> None:
    assert build(tmp_path, "words") == build(tmp_path, "words")
    assert (tmp_path / "site" / BUILD_ID).read_text() == (tmp_path / "dist" / BUILD_ID).read_text()


def test_the_id_depends_on_every_path_and_byte_of_both_trees() -> None:
    trees = [{(Tree.SITE, "a"): b"1"}, {(Tree.DIST, "a"): b"1"}, {(Tree.SITE, "b"): b"1"}, {(Tree.SITE, "a"): b"2"}]
    assert len({build_id(digests_of(tree)) for tree in trees}) == 4


def test_the_id_does_not_depend_on_the_order_in_which_files_were_looked_at() -> None:
    digests = digests_of({(tree, path): path.encode() for tree in Tree for path in ("a", "a/b", "a-b", "b")})
    assert build_id(digests) == build_id(dict(reversed(digests.items())))


def test_an_abandoned_build_leaves_the_last_one_untouched(tmp_path: Path) -> None:
    build(tmp_path, "good")
    stage = set_up(tmp_path / "site", tmp_path / "dist")
    write_tree(stage.site.temporary, {"index.html": b"bad"})
    clear_away(stage)
    assert state(tmp_path) == (b"good", b"good")
    assert names(tmp_path) == ["dist", "site"]


def test_what_a_link_in_the_build_before_leads_to_is_left_alone(tmp_path: Path) -> None:
    outside = tmp_path / "outside/photographs/march"
    outside.mkdir(parents=True)
    (outside / "pier.jpg").write_bytes(b"pier")
    build(tmp_path, "first")
    (tmp_path / "site/linked").symlink_to(tmp_path / "outside")
    (tmp_path / "site/folder").mkdir()
    (tmp_path / "site/folder/linked").symlink_to(tmp_path / "outside/photographs")
    build(tmp_path, "second")
    assert names(tmp_path) == ["dist", "outside", "site"]
    assert not (tmp_path / "site/linked").exists()
    assert (outside / "pier.jpg").read_bytes() == b"pier"


def test_a_run_that_died_before_it_was_proven_is_cleared_away(tmp_path: Path) -> None:
    build(tmp_path, "good")
    tree(tmp_path, f".site.briefing-{DEAD}", "half", "")
    tree(tmp_path, f".dist.briefing-{DEAD}", "half", "")
    settle(tmp_path / "site", tmp_path / "dist")
    assert state(tmp_path) == (b"good", b"good")
    assert names(tmp_path) == ["dist", "site"]


def test_a_first_run_that_died_half_way_leaves_nothing(tmp_path: Path) -> None:
    tree(tmp_path, f".site.briefing-{DEAD}", "half", "")
    settle(tmp_path / "site", tmp_path / "dist")
    assert names(tmp_path) == []


def test_a_run_that_died_before_the_first_swap_is_cleared_away(tmp_path: Path) -> None:
    build(tmp_path, "good")
    tree(tmp_path, f".site.briefing-{DEAD}", "new", "b" * 64)
    tree(tmp_path, f".dist.briefing-{DEAD}", "new", "b" * 64)
    settle(tmp_path / "site", tmp_path / "dist")
    assert state(tmp_path) == (b"good", b"good")
    assert names(tmp_path) == ["dist", "site"]


def test_a_run_that_died_between_the_two_swaps_is_completed_by_the_next(tmp_path: Path) -> None:
    tree(tmp_path, "site", "new", "b")
    tree(tmp_path, f".site.briefing-{DEAD}", "old", "a")
    tree(tmp_path, "dist", "old", "a")
    tree(tmp_path, f".dist.briefing-{DEAD}", "new", "b")
    settle(tmp_path / "site", tmp_path / "dist")
    assert state(tmp_path) == (b"new", b"new")
    assert names(tmp_path) == ["dist", "site"]


@pytest.mark.parametrize("died_at", ["site moved aside", "site in place", "dist moved aside", "dist in place"])
def test_renaming_aside_is_completed_wherever_it_stopped(tmp_path: Path, died_at: str) -> None:
    site, dist = f".site.briefing-{DEAD}", f".dist.briefing-{DEAD}"
    steps = ["site moved aside", "site in place", "dist moved aside", "dist in place"]
    done = steps.index(died_at)
    tree(tmp_path, "site" if done >= 1 else site, "new", "b")
    tree(tmp_path, f"{site}-old", "old", "a")
    tree(tmp_path, "dist" if done >= 3 else dist, "new", "b")
    tree(tmp_path, f"{dist}-old" if done >= 2 else "dist", "old", "a")
    settle(tmp_path / "site", tmp_path / "dist")
    assert state(tmp_path) == (b"new", b"new")
    assert names(tmp_path) == ["dist", "site"]


def test_a_run_killed_at_any_step_of_the_swap_leaves_trees_that_the_next_run_makes_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for can_exchange in (True, False):
        for survives in range(10):
            folder = tmp_path / f"{can_exchange}-{survives}"
            build(folder, "old")
            with monkeypatch.context() as patch:
                _die_after(survives, patch, can_exchange=can_exchange)
                patch.setattr(os, "getpid", lambda: DEAD)
                with suppress(KilledError):
                    build(folder, "new")
            settle(folder / "site", folder / "dist")
            site, dist = state(folder)
            assert site == dist, (can_exchange, survives)
            assert names(folder) == ["dist", "site"]


class KilledError(BaseException):
    pass


def _die_after(steps: int, patch: pytest.MonkeyPatch, *, can_exchange: bool) -> None:
    left = [steps]
    rename, exchange, rmtree = Path.rename, swapping.exchange, shutil.rmtree

    def step() -> None:
        if left[0] == 0:
            raise KilledError
        left[0] -= 1

    def counted_rename(self: Path, target: Path) -> Path:
        step()
        return rename(self, target)

    def counted_exchange(one: Path, other: Path) -> bool:
        if not can_exchange:
            return False
        step()
        return exchange(one, other)

    def counted_rmtree(path: Path, *, ignore_errors: bool) -> None:
        step()
        rmtree(path, ignore_errors=ignore_errors)

    patch.setattr(Path, "rename", counted_rename)
    patch.setattr(swapping, "exchange", counted_exchange)
    patch.setattr(shutil, "rmtree", counted_rmtree)


def test_the_folder_of_a_living_run_is_left_alone(tmp_path: Path) -> None:
    build(tmp_path, "good")
    other = tree(tmp_path, f".site.briefing-{os.getppid()}", "theirs", "")
    settle(tmp_path / "site", tmp_path / "dist")
    assert other.exists()


def test_a_folder_that_only_resembles_ours_is_left_alone(tmp_path: Path) -> None:
    mine = [tree(tmp_path, name, "x", "") for name in (".site.briefing-notes", ".site-old", ".sitebriefing-1")]
    settle(tmp_path / "site", tmp_path / "dist")
    assert all(folder.exists() for folder in mine)


def test_swapping_is_one_step_where_the_platform_can_and_three_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = tree(tmp_path, "one", "1", ""), tree(tmp_path, "other", "2", "")
    swapping.rename_aside(one, other)
    assert ((one / "index.html").read_text(), (other / "index.html").read_text()) == ("2", "1")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not swapping.exchange(one, other)
    swapping.swap(one, other)
    assert ((one / "index.html").read_text(), (other / "index.html").read_text()) == ("1", "2")


def test_a_written_tree_is_read_back_as_bytes_without_its_id(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a/b.html": b"\x00\xff", "c.txt": b""})
    (tmp_path / BUILD_ID).write_text("x")
    assert Finished({Tree.DIST: tmp_path}) == {(Tree.DIST, "a/b.html"): b"\x00\xff", (Tree.DIST, "c.txt"): b""}


def test_of_finished_files_each_is_read_when_it_is_asked_for_and_what_came_later_is_none_of_them(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a": b"1", "b/c": b"2", "b-c": b"3"})
    files = Finished({Tree.SITE: tmp_path})
    write_tree(tmp_path, {"a": b"changed", "later": b""})
    (tmp_path / "b-c").unlink()
    assert list(files) == [(Tree.SITE, "a"), (Tree.SITE, "b/c"), (Tree.SITE, "b-c")]
    assert (Tree.SITE, "later") not in files
    assert files[Tree.SITE, "a"] == b"changed"
    with pytest.raises(FileNotFoundError):
        files[Tree.SITE, "b-c"]


def test_others_may_read_what_was_written(tmp_path: Path) -> None:
    build(tmp_path, "words")
    umask = os.umask(0)
    os.umask(umask)
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o777 & ~umask
