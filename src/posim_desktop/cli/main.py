"""The command `posim-desktop`: its options, its sub-commands and how they fail.

Each sub-command is a function in a module of its own that is imported when it is called for: a till that opens its
window does not wait for what only an import needs. Serves the guide's pages on the command line.
"""

import io
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typing_extensions import override

from posim_desktop.cli.failures import REFUSED, WRONG_USE, WrongUseError, tell
from posim_desktop.cli.windows import has_screen, open_window
from posim_desktop.domain.errors import RefusedError, TroubleError
from posim_desktop.settings import APP_NAME, Settings, database_url_of, load_settings, program_version

COMMANDS = MappingProxyType(
    {
        "connect": "posim_desktop.cli.connect:connect",
        "demo": "posim_desktop.cli.demo:demo",
        "import": "posim_desktop.cli.import_file:import_file",
        "inventory": "posim_desktop.cli.windows:inventory",
        "sales": "posim_desktop.cli.windows:sales",
        "self-test": "posim_desktop.cli.self_test:self_test",
        "tour": "posim_desktop.cli.tour:tour",
        "verify": "posim_desktop.cli.verify:verify",
    }
)
"""Where the function of each sub-command is; its docstring is the command's help."""


class _Commands(TyperGroup):
    """The sub-commands, each imported when it is asked for."""

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
            open_window(context.obj)
        typer.echo(context.get_help())


def chosen_settings(file: Path | None, database: str) -> Settings:
    """Read the settings and let the options of the command line win over them.

    Raises:
        WrongUseError: The settings file is missing or cannot be read.
    """
    if file is not None and not file.is_file():
        raise WrongUseError(f"There is no settings file {file}.")
    try:
        settings = load_settings(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValueError, TypeError) as error:
        raise WrongUseError(f"The settings file cannot be understood: {error}") from error
    except OSError as error:
        raise WrongUseError(f"The settings file cannot be read: {error.strerror}") from error
    return replace(settings, database_url=database_url_of(database)) if database else settings


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code: 0 done, 1 refused or in trouble, 2 wrongly used."""
    try:
        app(list(arguments), prog_name=APP_NAME)
    except SystemExit as finished:
        return finished.code if isinstance(finished.code, int) else REFUSED
    except RefusedError as error:
        return tell(error.refusal.message, REFUSED)
    except TroubleError as error:
        return tell(str(error), REFUSED)
    except WrongUseError as error:
        return tell(str(error), WRONG_USE)
    except OSError as error:
        return tell(f"{error.filename or 'The computer'}: {error.strerror or error}", REFUSED)
    return 0


def main() -> None:
    """Run the program as the shell called it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that lacks a character shows ? for it
    sys.exit(run(sys.argv[1:]))
