"""The command ``briefing``: options to the press and to MkDocs, findings to people. Nothing is decided here."""

from briefing.cli import desk_commands as desk_commands  # its commands join those of ``commands``
from briefing.cli import trust_commands as trust_commands  # as above
from briefing.cli import vault_commands as vault_commands  # as above
from briefing.cli.commands import main

__all__ = ["main"]
