"""Join the stages: read the project, run what the plug-ins bring, prove, and write a build as a whole."""

from briefing.press.building import Build, Order, Wishes, abandon, begin, fill, finish, stops
from briefing.press.carrying import issue_files, ordinary_files, site_files, verdict, watched, write_site_files
from briefing.press.checked import checked_quotations
from briefing.press.composing import Composition, compose
from briefing.press.inspecting import named_openly
from briefing.press.issuing import write_issued
from briefing.press.plugins import PluginFailedError, find_checks
from briefing.press.preflighting import preflight
from briefing.press.project import QUOTES_LOCK, Project, read_config, read_project
from briefing.press.summary import Summary, summary_lines, tally, verified_line
from briefing.press.vault import VARIABLE as VAULT_VARIABLE
from briefing.press.vault import known_vault, note_vault, vault_findings
from briefing.press.warden import VaultClosedError

__all__ = [
    "QUOTES_LOCK",
    "VAULT_VARIABLE",
    "Build",
    "Composition",
    "Order",
    "PluginFailedError",
    "Project",
    "Summary",
    "VaultClosedError",
    "Wishes",
    "abandon",
    "begin",
    "checked_quotations",
    "compose",
    "fill",
    "find_checks",
    "finish",
    "issue_files",
    "known_vault",
    "named_openly",
    "note_vault",
    "ordinary_files",
    "preflight",
    "read_config",
    "read_project",
    "site_files",
    "stops",
    "summary_lines",
    "tally",
    "vault_findings",
    "verdict",
    "verified_line",
    "watched",
    "write_issued",
    "write_site_files",
]
