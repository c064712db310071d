"""The options and subcommands of `posim-desktop`.

Each subcommand is a function in a module of its own that is imported when it is called for. Serves the guide's pages
on the command line.
"""

from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typing_extensions import override

from posim_desktop.cli.chosen import chosen_settings
from posim_desktop.cli.failures import REFUSED
from posim_desktop.cli.windows import has_screen, open_window
from posim_desktop.settings import APP_NAME, program_version

COMMANDS = MappingProxyType(
    {
        "backup": "posim_desktop.cli.backup:backup",
        "connect": "posim_desktop.cli.connect:connect",
        "currency": "posim_desktop.cli.currency:currency",
        "demo": "posim_desktop.cli.demo:demo",
        "forgotten-pin": "posim_desktop.cli.forgotten_pin:forgotten_pin",
        "grant": "posim_desktop.cli.grant:grant",
        "import": "posim_desktop.cli.import_file:import_file",
        "inventory": "posim_desktop.cli.clients:inventory",
        "journal": "posim_desktop.cli.journal:journal",
        "restore": "posim_desktop.cli.restore:restore",
        "sales": "posim_desktop.cli.clients:sales",
        "self-test": "posim_desktop.cli.self_test:self_test",
        "stand-in-terminal": "posim_desktop.cli.stand_in_terminal:stand_in_terminal",
        "tour": "posim_desktop.cli.tour:tour",
        "verify": "posim_desktop.cli.verify:verify",
    }
)
"""Where the function of each subcommand is; its docstring is the command's help."""


class _Commands(TyperGroup):
    """The subcommands, each imported when it is asked for."""

    @override
    def list_commands(self, ctx: object) -> list[str]:
        return sorted(COMMANDS)

    @override
    def get_command(self, ctx: object, cmd_name: str) -> TyperCommand | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name].partition(":")
        lone = typer.Typer(add_completion=False, rich_markup_mode=None)
        lone.command(cmd_name)(getattr(import_module(module), function))
        return cast("TyperCommand", typer.main.get_command(lone))


app = typer.Typer(
    cls=_Commands,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(asked: bool) -> None:  # noqa: FBT001 - typer passes the flag's value
    if asked:
        typer.echo(f"{APP_NAME} {program_version()}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def posim_desktop(
    context: typer.Context,
    *,
    database: Annotated[
        str, typer.Option(metavar="URL", help="Database URL or SQLite file to use instead of the settings'.")
    ] = "",
    settings: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Settings file to use instead of this user's own.")
    ] = None,
    without_backup: Annotated[
        bool,
        typer.Option("--without-backup", help="Upgrade a server's database even if it cannot be backed up from here."),
    ] = False,
    _version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_show_version, help="Show the version and exit.")
    ] = False,
) -> None:
    """A point of sale for shops, built around the customer backorder."""
    context.obj = replace(chosen_settings(settings, database), without_backup=without_backup)
    if context.invoked_subcommand is None:
        if has_screen():
            raise typer.Exit(open_window(context.obj))
        typer.echo(context.get_help())


def run_command(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code.

    Raises:
        RefusedError: A guard said no.
        TroubleError: The database or the machine failed.
        WrongUseError: The command cannot work as it was called.
    """
    try:
        app(list(arguments), prog_name=APP_NAME)
    except SystemExit as finished:
        return finished.code if isinstance(finished.code, int) else REFUSED
    return 0
