"""Themes, plug-ins and hooks that leak, each in its own way, by accident or on purpose."""

from __future__ import annotations

import os
import shutil
import sqlite3
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefing.desk import Check, Desk
from briefing.diagnostics import Diagnostic
from briefing.model import Archive, Artifact, Edition, Rendition, Theme, Tree
from briefing.proofs import Outputs, Proof
from tests.media.pictures import photograph

NAME = "Perpetua Oddfellow-Sands"
KEY = "anon-9x2w"
Look = Callable[[Path], object]


@dataclass(frozen=True)
class Leaky:
    """An edition, a check and a proof in one: each may look into the vault, and the edition puts something out."""

    vault: Path
    look: Look = lambda _vault: b""
    files: Mapping[str, bytes] = field(default_factory=dict)
    name: str = "leaky"
    tree: Tree = Tree.SITE

    def render(self, _archive: Archive, _theme: Theme) -> Rendition:
        made = {**self.files, **({"leak.txt": str(self.look(self.vault)).encode()} if not self.files else {})}
        return Rendition(tuple(Artifact(self.tree, path, content, "text/plain") for path, content in made.items()))

    def check(self, _desk: Desk) -> Iterable[Diagnostic]:
        self.look(self.vault)
        return ()

    def prove(self, _outputs: Outputs) -> Iterable[Diagnostic]:
        self.look(self.vault)
        return ()


def _an_edition(leaky: Leaky) -> Edition:
    return leaky


def _a_check(leaky: Leaky) -> Check:
    return leaky


def _a_proof(leaky: Leaky) -> Proof:
    return leaky


def swallowing(look: Look) -> Look:
    """The same, as many plug-ins do it: whatever goes wrong, go on."""

    def quietly(vault: Path) -> object:
        try:
            return look(vault)
        except OSError:
            return "nothing"

    return quietly


def through_a_link(vault: Path) -> object:
    link = vault.with_name("innocent")
    if not link.is_symlink():
        link.symlink_to(vault)
    return (link / KEY / "source.yml").read_text(encoding="utf-8")


def by_descriptor(vault: Path) -> object:
    return os.read(os.open(vault / KEY / "source.yml", os.O_RDONLY), 100)


REACHING: Mapping[str, Look] = {
    "open": lambda vault: open(vault / KEY / "source.yml", encoding="utf-8").read(),  # noqa: PTH123, SIM115  # one of the ways
    "pathlib": lambda vault: (vault / KEY / "source.yml").read_text(encoding="utf-8"),
    "os.open": by_descriptor,
    "os.listdir": lambda vault: os.listdir(vault),  # noqa: PTH208, PLW0108  # one of the ways
    "os.scandir": lambda vault: list(os.scandir(vault)),
    "os.walk": lambda vault: os.listdir(os.fspath(vault) + "/../" + vault.name),  # noqa: PTH208  # one of the ways
    "a symbolic link": through_a_link,
    "a copy": lambda vault: shutil.copytree(vault, vault.with_name("copied")),
    "a database": lambda vault: sqlite3.connect(vault / KEY / "source.yml"),
    "a shell": lambda vault: os.system(f"cat {vault}/{KEY}/source.yml > /dev/null"),  # noqa: S605  # one of the ways
    "a write": lambda vault: (vault / "note.txt").write_text("x", encoding="utf-8"),
    "a move": lambda vault: vault.rename(vault.with_name("moved")),
}
"""Ways into the vault, by name; each is tried by an edition, a check and a proof, openly and quietly."""

HOOKS: Mapping[str, str] = {
    "a hook that lists the vault": "import os\ndef on_files(files, config):\n    print(os.listdir({vault!r}))\n    return files\n",
    "a hook that starts a process": "import subprocess\ndef on_env(env, config, files):\n"
    "    subprocess.run(['cat', {vault!r} + '/anon-9x2w/source.yml'])\n    return env\n",
    "a hook that asks the environment and goes there": "import os, glob\ndef on_post_page(output, page, config):\n"
    "    return output + str(glob.glob(os.environ.get('BRIEFING_VAULT', {vault!r}) + '/*/*'))\n",
}

PUTTING_OUT: Mapping[str, tuple[Mapping[str, bytes], str]] = {
    "an edition that prints the key of a described source": ({"sources.json": f'["{KEY}"]'.encode()}, "P416"),
    "an edition that names a file after the key": ({f"sources/{KEY}.txt": b"x"}, "P416"),
    "an edition with a photograph as the camera left it": ({"cards/x.jpg": photograph("JPEG")}, "P405"),
    "an edition that puts a name into a search index": ({"names.json": NAME.encode()}, "P403"),
    "an edition that thinks base64 is a secret": ({"state.js": b64encode(NAME.encode())}, "P403"),
    "an edition that writes a name into a comment, letter by letter": (
        {"x.txt": ("<!-- " + "".join(f"&#{ord(one)};" for one in NAME) + " -->").encode()},
        "P403",
    ),
    "an edition that names a file after a person": ({"img/perpetua-oddfellow-sands.txt": b"x"}, "P403"),
}
"""Files an edition puts out, and the code that names them."""

THEMES: Mapping[str, tuple[str, str]] = {
    "a theme with a font from elsewhere": (
        '<link rel="stylesheet" href="https://fonts.elsewhere.example/css?family=X">',
        "W111",
    ),
    "a theme that counts readers": ('<img src="https://count.elsewhere.example/pixel.gif" alt="">', "W111"),
    "a theme with a script in the page": ("<script>document.cookie = 'reader=1'</script>", "W112"),
    "a theme that names somebody in the head": (f'<meta name="author" content="{NAME}">', "P403"),
}
"""What stands in the head of every page of a theme, and the code that names it."""

TELLING: Mapping[str, Look] = {
    "an edition that prints how long a file of the vault is": lambda vault: os.stat(vault / KEY / "source.yml").st_size,  # noqa: PTH116  # no audit event
    "an edition that prints when the vault was touched": lambda vault: os.stat(vault / KEY / "source.yml").st_mtime,  # noqa: PTH116  # as above
}
"""What no hook can see and no name is in: it shows when two vaults are compared."""
