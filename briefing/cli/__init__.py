"""The command ``briefing``: options to the press and to MkDocs, findings to people. Nothing is decided here."""

from briefing.cli.commands import main

__all__ = ["main"]
