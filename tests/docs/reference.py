"""The reference pages, made from what they describe: ``make docs`` writes them, a test holds them up to date."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.docs.reference_codes import codes_page
from tests.docs.reference_commands import commands_page
from tests.docs.reference_settings import settings_page
from tests.docs.schemas import SCHEMAS
from tests.docs.schemas import write as write_schemas

FOLDER = Path(__file__).parents[2] / "docs" / "reference"
PAGES: Mapping[str, Callable[[], str]] = {"codes.md": codes_page, "commands.md": commands_page, "settings.md": settings_page}


def write(folder: Path = FOLDER) -> None:
    """Write all pages."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
    write_schemas()
    sys.stdout.write(f"wrote {', '.join((*PAGES, *SCHEMAS))}\n")
