"""Opening a shop's database for a command, in words a person understands when it fails."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import sqlalchemy as sa
import typer
from sqlalchemy.exc import ArgumentError, DatabaseError, InterfaceError, NoSuchModuleError

from posim_desktop.cli.failures import WrongUseError, printable
from posim_desktop.domain.errors import TroubleError
from posim_desktop.services.backup import NoBackupError
from posim_desktop.services.database import open_engine
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import Settings


@contextmanager
def opened(settings: Settings) -> Iterator[sa.Engine]:
    """Open a shop's database, created or brought up to date first, and let go of it at the end.

    Raises:
        WrongUseError: This is no database URL that the program knows.
        TroubleError: The database cannot be opened, or is newer than the program.
    """
    engine = _ready(settings)
    try:
        yield engine
    finally:
        engine.dispose()


def shown(url: str) -> str:
    """Write a database URL without its password."""
    return printable(sa.make_url(url).render_as_string(hide_password=True))


def bring_up_to_date(settings: Settings) -> None:
    """Create or upgrade a shop's tables; ask at a terminal before doing it without a backup.

    Raises:
        TroubleError: The database cannot be opened, is newer than the program, or nobody agreed to do without a backup.
    """
    try:
        migrate(settings.database_url, settings.data_folder, without_backup=settings.without_backup)
    except NoBackupError as error:
        words = " ".join(filter(None, (str(error), error.said)))
        if not sys.stdin.isatty():
            raise TroubleError("{error} Say --without-backup to upgrade it all the same.", error=words) from error
        if not typer.confirm(f"{printable(words)}\nUpgrade it without a backup here?"):
            raise TroubleError("Nothing was upgraded.") from error
        bring_up_to_date(replace(settings, without_backup=True))


def _ready(settings: Settings) -> sa.Engine:
    url = settings.database_url
    try:
        name = sa.make_url(url).get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise WrongUseError(
            "This is not a database URL. Write sqlite:///FILE or postgresql://USER@HOST/NAME."
        ) from error
    if name not in {"sqlite", "postgresql"}:
        raise WrongUseError(f"The program keeps shops in SQLite and PostgreSQL, not in {name}.")
    try:
        bring_up_to_date(settings)
        return open_engine(url)
    except (DatabaseError, InterfaceError) as error:
        raise TroubleError(
            "The database {name} cannot be opened: {said}", name=shown(url), said=str(error.orig)
        ) from error
    except OSError as error:
        raise TroubleError(
            "The database {name} cannot be opened: {said}", name=shown(url), said=str(error.strerror)
        ) from error
