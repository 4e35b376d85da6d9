"""The reference of commands."""

from __future__ import annotations

from collections.abc import Iterator

import click

from briefing.cli.commands import commands
from tests.docs.markup import page, prose, table


def commands_page() -> str:
    """Every command with its options."""
    return page(
        "# Commands",
        f"{prose(commands.help or '')} `briefing COMMAND --help` prints what is said here.",
        table(("exit status", "means"), STATUSES),
        *(part for name, command in sorted(commands.commands.items()) for part in _command(name, command)),
    )


STATUSES = (
    ("0", "nothing that counts was found"),
    ("1", "findings that count: errors, and warnings under `--strict`; or a plug-in or the machine failed"),
    ("2", "the command was not used as it is meant to be"),
    ("3", "a bug in briefing; the message says what to report"),
)


def _command(name: str, command: click.Command) -> Iterator[str]:
    if isinstance(command, click.Group):
        for inner, one in sorted(command.commands.items()):
            yield from _command(f"{name} {inner}", one)
        return
    arguments = " ".join(param.make_metavar(_context(command)) for param in command.params if isinstance(param, click.Argument))
    yield f"## briefing {name}"
    yield f"`briefing {name}{f' {arguments}' if arguments else ''} [OPTIONS]`"
    yield prose(command.help or "")
    options = [param for param in command.params if isinstance(param, click.Option)]
    yield table(("option", "means"), [(_names(option), _help(option)) for option in options])


def _context(command: click.Command) -> click.Context:
    return click.Context(command)


def _names(option: click.Option) -> str:
    choices = "|".join(option.type.choices) if isinstance(option.type, click.Choice) else ""
    value = "" if option.is_flag else option.metavar or choices or option.type.name.upper().replace(" ", "_")
    return f"`{', '.join(option.opts)}{f' {value}' if value else ''}`".replace("|", "\\|")


def _help(option: click.Option) -> str:
    default = f"  [default: {option.default}]" if option.show_default else ""
    return prose(f"{option.help or ''}{default}").replace("\\[", "[").replace("\\]", "]").replace("\\_", "_")
