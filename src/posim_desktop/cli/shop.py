"""Opening a shop's database for a command, in words a person understands when it fails."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import sqlalchemy as sa
import typer
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from posim_desktop.cli.failures import WrongUseError, printable
from posim_desktop.domain.errors import TroubleError
from posim_desktop.log_file import logged
from posim_desktop.services import shop_money
from posim_desktop.services.backup import NoBackupError
from posim_desktop.services.database import open_engine
from posim_desktop.services.fitness import require_tables
from posim_desktop.services.upgrade import migrate
from posim_desktop.settings import Settings
from posim_desktop.unforeseen import plain_message

_log = logging.getLogger(__name__)


@contextmanager
def opened(settings: Settings) -> Iterator[sa.Engine]:
    """Open a shop's database, created or brought up to date first, and let go of it at the end.

    Raises:
        WrongUseError: This is no database URL that the program knows.
        TroubleError: The database cannot be opened, is newer than the program, or fails meanwhile.
    """
    with logged(settings.data_folder / "logs"):
        engine = _ready(settings)
        try:
            yield engine
        except (DBAPIError, UnicodeDecodeError) as error:
            said = (error.orig or error) if isinstance(error, DBAPIError) else error
            _log.error("the database reports a problem: %s", plain_message(said))
            raise TroubleError(
                "The database reports a problem, so this was not finished. The program's log says more."
            ) from error
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


def _counting_its_money(engine: sa.Engine) -> sa.Engine:
    with engine.connect() as connection:
        require_tables(connection)
        shop_money.learn(connection)
    return engine


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
        return _counting_its_money(open_engine(url))
    except OSError as error:
        from posim_desktop.ui.refusals import words_of_failure  # noqa: PLC0415 - Qt is loaded only to say why not

        _log.error("the database cannot be opened: %s", error)
        why = words_of_failure(error)
        raise TroubleError("The database {name} cannot be opened: {why}.", name=shown(url), why=why) from error
