"""Running the migrations under a lock, after a backup, so that they happen whole or not at all.

A new shop runs none: its tables are made as they are today.
"""

import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from posim_desktop.domain.errors import TroubleError
from posim_desktop.orm.base import REVISION
from posim_desktop.services import bounded_connection
from posim_desktop.services.backup import back_up
from posim_desktop.services.database import UPGRADE_SECONDS, for_writing, open_engine
from posim_desktop.services.new_shop import make_tables
from posim_desktop.services.till_rights import grant_again
from posim_desktop.settings import own_folder

_MIGRATION_LOCK = 0x706F73696D  # "posim"
# Its backup leaves the transaction idle.
_PATIENCE = "SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL lock_timeout = '60s'"
_OWNED = sa.text("SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'operations'::regclass")


def alembic_config() -> Config:
    """Point Alembic at the program's own migrations."""
    config = Config()
    folder = str(own_folder("migrations")).replace("%", "%%")  # Alembic reads % in its options as interpolation
    config.set_main_option("script_location", folder)
    config.set_main_option("prepend_sys_path", folder)  # where migrations find what rebuilds a table
    config.set_main_option("path_separator", "newline")
    return config


def upgrade(url: str, data_folder: Path | None, *, without_backup: bool) -> None:
    """Run the migrations that a database lacks, or make the tables of a new one.

    Without a data folder nothing is backed up, as where the database is a copy itself.

    See :func:`posim_desktop.services.upgrade.migrate`.
    """
    engine = open_engine(url, file_lock_seconds=UPGRADE_SECONDS)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _let_tables_be_rebuilt)
    try:
        with for_writing(engine).begin() as connection:
            _lock_out_other_migrations(connection)
            config = alembic_config()
            scripts = ScriptDirectory.from_config(config)
            context = MigrationContext.configure(connection)
            present = context.get_current_revision()
            if present == scripts.get_current_head():
                return  # another program did it meanwhile
            if present is None:
                make_tables(connection)
                context.stamp(scripts, REVISION)
                return
            _refuse_newer(present, scripts)
            _stop_verbs(connection)
            if data_folder is not None:
                back_up(engine.url, data_folder, without_backup=without_backup)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            _require_sound_keys(connection)
            grant_again(connection)
    finally:
        engine.dispose()


def _let_tables_be_rebuilt(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401
    """Turn foreign keys off: SQLite drops a table to rebuild it, and heeds this outside a transaction only."""
    connection.execute("PRAGMA foreign_keys = OFF")


def _lock_out_other_migrations(connection: sa.Connection) -> None:
    """Wait for a migration that another workstation runs; SQLite's write lock is held already."""
    if connection.dialect.name == "postgresql":
        bounded_connection.let_take_long(connection)  # a big shop's tables take longer than a click may
        connection.exec_driver_sql(_PATIENCE)
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATION_LOCK)))


def _refuse_newer(present: str, scripts: ScriptDirectory) -> None:
    if present not in {script.revision for script in scripts.walk_revisions()}:
        raise TroubleError(
            "This database was made by a newer version of the program (revision {revision}). "
            "Install the newer version on this computer; nothing has been changed.",
            revision=present,
        )


def _stop_verbs(connection: sa.Connection) -> None:
    """Wait for what is being posted, and let nothing begin: each verb begins with its operation's row.

    A verb of an old program that waits here is refused when the upgrade is there.
    """
    if connection.dialect.name != "postgresql":
        return
    if not connection.scalar(_OWNED):
        raise TroubleError(
            "The shop must be upgraded once by the owner of its tables before the tills start, as the page on "
            "installing says. Nothing has been changed."
        )
    connection.exec_driver_sql("LOCK TABLE operations IN SHARE ROW EXCLUSIVE MODE")


def _require_sound_keys(connection: sa.Connection) -> None:
    """Check what SQLite did not while foreign keys were off."""
    if connection.dialect.name != "sqlite":
        return
    lost = Counter(row[0] for row in connection.exec_driver_sql("PRAGMA foreign_key_check"))
    if lost:
        told = ", ".join(f"{count} in {table}" for table, count in sorted(lost.items()))
        raise TroubleError(
            "The upgrade found records that point to missing ones ({lost}). Nothing has been changed; "
            "send the shop's file to whoever looks after the program.",
            lost=told,
        )
