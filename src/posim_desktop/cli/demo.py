"""`posim-desktop demo`. Serves the guide's page "Try things on the demo shop"."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import sqlalchemy as sa
import typer

from posim_desktop.cli.chosen import given_database
from posim_desktop.cli.shop import opened, shown
from posim_desktop.cli.windows import open_window
from posim_desktop.domain.errors import TroubleError, refuse
from posim_desktop.domain.why import Why
from posim_desktop.services.exchange.demo import WORKSTATION, is_demo, is_empty, make
from posim_desktop.services.transaction import utc_now
from posim_desktop.settings import Settings, sqlite_url

FILE = "demo.sqlite"
_BESIDE = ("", "-journal", "-wal", "-shm")


def demo(
    context: typer.Context,
    *,
    fresh: Annotated[bool, typer.Option("--fresh", help="Delete the demo shop and create it again.")] = False,
    open_windows: Annotated[bool, typer.Option("--open", help="Open both clients on it.")] = False,
    database: Annotated[
        str, typer.Option(metavar="URL", help="Where to create it, instead of its own file next to the shop's.")
    ] = "",
) -> None:
    """Make a demo shop to try things on; the real shop is never touched."""
    settings = demo_settings(context.obj, database or context.find_root().params.get("database") or "")
    if fresh:
        throw_away(settings)
    with opened(settings) as engine:
        made = make(engine, utc_now())
    said = "The demo shop is ready" if made else "The demo shop already exists (--fresh starts it over)"
    typer.echo(f"{said}: {shown(settings.database_url)}")
    typer.echo("Kim owns it, Liv is its manager, Ana its cashier and Sam its clerk.")
    if open_windows:
        raise typer.Exit(open_window(settings, "both"))


def demo_settings(settings: Settings, database: str) -> Settings:
    """Point this workstation's settings at the demo shop: a file beside the shop's, or what was asked for."""
    url = given_database(database) if database else sqlite_url(settings.data_folder / FILE)
    return replace(settings, database_url=url, workstation=WORKSTATION)


def throw_away(settings: Settings) -> None:
    """Delete the file of a demo shop, if there is one.

    Raises:
        RefusedError: It is not a demo shop, or it lies on a server.
        TroubleError: The file is in use.
    """
    parts = sa.make_url(settings.database_url)
    if parts.get_backend_name() != "sqlite" or not parts.database:
        raise refuse(Why.DEMO_ON_A_SERVER)
    file = Path(parts.database)
    if not file.is_file():
        return
    with opened(settings) as engine, engine.connect() as connection:
        if is_empty(connection):
            return
        if not is_demo(connection):
            raise refuse(Why.FILE_HOLDS_REAL_SHOP, file=str(file))
    try:
        for ending in _BESIDE:
            file.with_name(file.name + ending).unlink(missing_ok=True)
    except PermissionError as error:
        raise TroubleError("The demo shop is open in a window. Close it first.") from error
