"""Whether a shop can be worked in: told at the start, and not when the first customer stands at the till."""

import logging
import os
from pathlib import Path

import sqlalchemy as sa

from posim_desktop.domain.errors import TroubleError
from posim_desktop.orm import Base

_log = logging.getLogger(__name__)
_TABLES_MISSING = (
    "The shop's database cannot be opened: some of its tables are missing. It is left as it is; restore a backup."
)
_FILE_READ_ONLY = "The shop's database cannot be opened: this user may not read and write {file}."
_FOLDER_READ_ONLY = (
    "The shop's database cannot be opened: this user may not write in {folder}. The program needs that folder for each "
    "sale; let this user write there, or move the shop's file."
)


def require_tables(connection: sa.Connection) -> None:
    """Look whether each table is there.

    Raises:
        TroubleError: One is missing.
    """
    missing = Base.metadata.tables.keys() - set(sa.inspect(connection).get_table_names())
    if missing:
        _log.error("tables are missing: %s", ", ".join(sorted(missing)))
        raise TroubleError(_TABLES_MISSING)


def require_writable(url: sa.URL) -> None:
    """Look whether this user may write the file of a shop and in its folder, where SQLite keeps what is half done.

    Raises:
        TroubleError: This user may not.
    """
    if url.get_backend_name() != "sqlite" or url.database in {None, "", ":memory:"}:
        return
    file = Path(str(url.database))
    try:
        file.open("r+b").close()
    except OSError as error:
        _log.error("the shop's file cannot be written: %s", error)
        raise TroubleError(_FILE_READ_ONLY, file=str(file)) from error
    # Of a folder, Windows tells only whoever tries.
    tried = file.with_name(f".{file.name}-{os.getpid()}")
    try:
        os.close(os.open(tried, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        tried.unlink()
    except OSError as error:
        _log.error("nothing can be written beside the shop's file: %s", error)
        raise TroubleError(_FOLDER_READ_ONLY, folder=str(file.parent)) from error
