"""Opening a shop's database for a command, in words a person understands when it fails."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DatabaseError, InterfaceError, NoSuchModuleError

from posim_desktop.cli.failures import WrongUseError, printable
from posim_desktop.domain.errors import TroubleError
from posim_desktop.services.database import migrate, open_engine


@contextmanager
def opened(url: str) -> Iterator[sa.Engine]:
    """Open a shop's database, created or brought up to date first, and let go of it at the end.

    Raises:
        WrongUseError: This is no database URL that the program knows.
        TroubleError: The database cannot be opened, or is newer than the program.
    """
    engine = _ready(url)
    try:
        yield engine
    finally:
        engine.dispose()


def shown(url: str) -> str:
    """Write a database URL without its password."""
    return printable(sa.make_url(url).render_as_string(hide_password=True))


def _ready(url: str) -> sa.Engine:
    try:
        name = sa.make_url(url).get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise WrongUseError("This is no database URL. Write sqlite:///FILE or postgresql://USER@HOST/NAME.") from error
    if name not in {"sqlite", "postgresql"}:
        raise WrongUseError(f"The program keeps shops in SQLite and PostgreSQL, not in {name}.")
    try:
        migrate(url)
        return open_engine(url)
    except (DatabaseError, InterfaceError) as error:
        raise TroubleError(f"The database {shown(url)} cannot be opened: {error.orig}") from error
    except OSError as error:
        raise TroubleError(f"The database {shown(url)} cannot be opened: {error.strerror}") from error
