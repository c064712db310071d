"""`posim-desktop connect`: says once where the shop's database is. Serves the guide's page on installing.

The Windows installer calls it too, with the password in the environment, where other users do not see it.
"""

import json
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import sqlalchemy as sa
import typer

from posim_desktop.cli.chosen import PASSWORD_VARIABLE
from posim_desktop.cli.failures import WrongUseError
from posim_desktop.cli.shop import bring_up_to_date, shown
from posim_desktop.domain.errors import TroubleError, refuse
from posim_desktop.domain.why import Why
from posim_desktop.log_file import logged
from posim_desktop.private_files import UnprotectedError, make_private
from posim_desktop.services.database import open_engine
from posim_desktop.services.encryption import Way, strictest
from posim_desktop.services.upgrade import trouble_opening
from posim_desktop.settings import Settings, default_settings_file, load_settings

_TOLD = {
    Way.PLAIN: "The connection is not encrypted: the server offers no TLS. Others in this network can read along.",
    Way.ENCRYPTED: "The connection is encrypted, and must be from now on. Who the server is was not proven.",
    Way.PROVEN: "The connection is encrypted, and the server proves that it knows the password; both from now on.",
    Way.CERTIFIED: "The connection is encrypted, and the server's certificate is checked each time.",
}
_OLDEST_SERVER = 150_000
_ENTRY = re.compile(r"^\s*database_url\s*=.*$\n?", re.MULTILINE)
_FIRST_TABLE = re.compile(r"^\s*\[", re.MULTILINE)


def connect(
    context: typer.Context,
    *,
    this_computer: Annotated[
        bool, typer.Option("--this-computer", help="Keep the shop in a file on this computer.")
    ] = False,
    host: Annotated[
        str, typer.Option(metavar="NAME", help="Computer that PostgreSQL runs on, or its socket's folder.")
    ] = "",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Its port.")] = 5432,
    name: Annotated[str, typer.Option("--name", metavar="DATABASE", help="Name of the database.")] = "",
    user: Annotated[str, typer.Option(metavar="NAME", help="Database user.")] = "",
    certificate: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", exists=True, dir_okay=False, help="Certificate by which that of the server is checked."
        ),
    ] = None,
) -> None:
    """Test a database connection and use it from now on.

    Asks for the password, or reads it from POSIM_PASSWORD.
    """
    file = context.find_root().params.get("settings") or default_settings_file()
    if this_computer:
        if host or name or user or certificate:
            raise WrongUseError("Give either --this-computer or the server's options, not both.")
        keep(file, "")
        typer.echo(f"The shop is kept on this computer: {shown(load_settings(file).database_url)}")
        return
    missing = [option for option, given in (("--host", host), ("--name", name), ("--user", user)) if not given.strip()]
    if missing:
        raise WrongUseError(f"These options are missing: {', '.join(missing)}.")
    password = os.environ.get(PASSWORD_VARIABLE)
    if password is None:
        password = typer.prompt("Password", hide_input=True, default="", show_default=False)
    where = {"query": {"host": host}} if host.startswith("/") else {"host": host.strip(), "port": port}
    url = sa.URL.create("postgresql", user.strip(), password or None, database=name.strip(), **where)
    with logged(context.obj.data_folder / "logs"):
        way, written = find_way(url, certificate)
        try_out(replace(context.obj, database_url=written))
    keep(file, written)
    typer.echo(f"The shop is in {shown(written)}.")
    if way in _TOLD:
        typer.echo(_TOLD[way])


def find_way(url: sa.URL, certificate: Path | None) -> tuple[Way, str]:
    """Find out how a server's way is kept from others, and write its URL with what is insisted on from now on.

    Raises:
        TroubleError: The server cannot be reached, rejects the user, or is not the one that the certificate names.
    """
    try:
        safest, way = strictest(url, certificate)
    except sa.exc.DBAPIError as error:
        raise trouble_opening(sa.create_engine(url.set(drivername="postgresql+psycopg")), error) from error
    return way, safest.render_as_string(hide_password=False)


def try_out(settings: Settings) -> None:
    """Open a server's database as the program will, creating its tables when there are none.

    Raises:
        TroubleError: The server cannot be reached or rejects the user.
        RefusedError: The server is too old, or the user may not write there.
    """
    engine = open_engine(settings.database_url)
    try:
        with engine.connect() as connection:
            if int(connection.scalar(sa.text("SHOW server_version_num")) or 0) < _OLDEST_SERVER:
                raise refuse(Why.SERVER_TOO_OLD)
        bring_up_to_date(settings)
        with engine.connect() as connection:
            if not connection.scalar(sa.text("SELECT has_table_privilege('invoices', 'INSERT')")):
                raise refuse(Why.USER_MAY_ONLY_READ)
    except sa.exc.DBAPIError as error:
        raise trouble_opening(engine, error) from error
    finally:
        engine.dispose()


def keep(file: Path, url: str) -> Settings:
    """Write the database's URL into a settings file that only this user can read; the other entries stay.

    Args:
        file: The settings file; it need not exist.
        url: What to write; empty to use the file on this computer.

    Raises:
        TroubleError: The file cannot be written, or cannot be kept from other users.
    """
    before = file.read_text("utf-8") if file.is_file() else ""
    first_table = _FIRST_TABLE.search(before)
    place = first_table.start() if first_table else len(before)
    entry = f"database_url = {json.dumps(url, ensure_ascii=False)}\n" if url else ""
    after = entry + _ENTRY.sub("", before[:place]) + before[place:]
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.new")
    fresh.unlink(missing_ok=True)
    try:
        make_private(fresh)  # before anything is in it
        fresh.write_text(after, "utf-8")
        settings = load_settings(fresh)
        fresh.replace(file)
    except UnprotectedError as error:
        raise TroubleError(
            "{file} cannot be protected from other users, so the password was not written.", file=str(file)
        ) from error
    finally:
        fresh.unlink(missing_ok=True)
    return settings
